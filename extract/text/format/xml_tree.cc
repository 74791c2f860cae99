#include "extract/text/format/xml_tree.h"

#include <expat.h>

#include <algorithm>
#include <map>
#include <utility>

#include "extract/text/strings.h"
#include "graph/model/error.h"

namespace actant {
namespace {

constexpr size_t kDeepest = 150;  // elements below are taken for their text alone
constexpr size_t kBlock = 64 * 1024;

// The named characters of HTML that feeds use though XML does not know them.
constexpr std::string_view kEntities =
    "<!ENTITY nbsp '&#160;'><!ENTITY iexcl '&#161;'><!ENTITY cent '&#162;'><!ENTITY pound '&#163;'>"
    "<!ENTITY yen '&#165;'><!ENTITY sect '&#167;'><!ENTITY copy '&#169;'><!ENTITY laquo '&#171;'><!ENTITY reg '&#174;'>"
    "<!ENTITY deg '&#176;'><!ENTITY plusmn '&#177;'><!ENTITY acute '&#180;'><!ENTITY middot '&#183;'>"
    "<!ENTITY raquo '&#187;'><!ENTITY frac12 '&#189;'><!ENTITY iquest '&#191;'><!ENTITY Agrave '&#192;'>"
    "<!ENTITY Aacute '&#193;'><!ENTITY Auml '&#196;'><!ENTITY Aring '&#197;'><!ENTITY Ccedil '&#199;'>"
    "<!ENTITY Eacute '&#201;'><!ENTITY Ntilde '&#209;'><!ENTITY Ouml '&#214;'><!ENTITY times '&#215;'>"
    "<!ENTITY Oslash '&#216;'><!ENTITY Uuml '&#220;'><!ENTITY szlig '&#223;'><!ENTITY agrave '&#224;'>"
    "<!ENTITY aacute '&#225;'><!ENTITY acirc '&#226;'><!ENTITY atilde '&#227;'><!ENTITY auml '&#228;'>"
    "<!ENTITY aring '&#229;'><!ENTITY aelig '&#230;'><!ENTITY ccedil '&#231;'><!ENTITY egrave '&#232;'>"
    "<!ENTITY eacute '&#233;'><!ENTITY ecirc '&#234;'><!ENTITY euml '&#235;'><!ENTITY igrave '&#236;'>"
    "<!ENTITY iacute '&#237;'><!ENTITY icirc '&#238;'><!ENTITY iuml '&#239;'><!ENTITY ntilde '&#241;'>"
    "<!ENTITY ograve '&#242;'><!ENTITY oacute '&#243;'><!ENTITY ocirc '&#244;'><!ENTITY otilde '&#245;'>"
    "<!ENTITY ouml '&#246;'><!ENTITY oslash '&#248;'><!ENTITY ugrave '&#249;'><!ENTITY uacute '&#250;'>"
    "<!ENTITY ucirc '&#251;'><!ENTITY uuml '&#252;'><!ENTITY ndash '&#8211;'><!ENTITY mdash '&#8212;'>"
    "<!ENTITY lsquo '&#8216;'><!ENTITY rsquo '&#8217;'><!ENTITY sbquo '&#8218;'><!ENTITY ldquo '&#8220;'>"
    "<!ENTITY rdquo '&#8221;'><!ENTITY bdquo '&#8222;'><!ENTITY bull '&#8226;'><!ENTITY hellip '&#8230;'>"
    "<!ENTITY euro '&#8364;'><!ENTITY trade '&#8482;'><!ENTITY ensp '&#8194;'><!ENTITY emsp '&#8195;'>"
    "<!ENTITY thinsp '&#8201;'><!ENTITY shy '&#173;'>";

std::string local_name(std::string_view name) {
  const size_t colon = name.find(':');
  if (colon == std::string_view::npos) return std::string(name);
  const std::string_view prefix = name.substr(0, colon);
  const bool kept = prefix == "content" || prefix == "dc" || prefix == "media" || prefix == "itunes" || prefix == "xml";
  return std::string(kept ? name : name.substr(colon + 1));
}

void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
}

void append_markup(const XmlNode& node, std::string_view skipped, std::string& out) {
  for (const XmlNode& child : node.children) {
    if (child.name.empty()) {
      append_escaped(child.text, out);
      continue;
    }
    if (!skipped.empty() && child.name == skipped) continue;
    out.append("<").append(child.name).append(">");
    append_markup(child, skipped, out);
    out.append("</").append(child.name).append(">");
  }
}

void append_text(const XmlNode& node, std::string& out) {
  out += node.text;
  for (const XmlNode& child : node.children) append_text(child, out);
}

}  // namespace

const XmlNode* XmlNode::child(std::string_view child_name) const {
  for (const XmlNode& node : children) {
    if (node.name == child_name) return &node;
  }
  return nullptr;
}

const XmlNode* XmlNode::find(std::string_view element_name) const {
  for (const XmlNode& node : children) {
    if (node.name == element_name) return &node;
    if (const XmlNode* found = node.find(element_name)) return found;
  }
  return nullptr;
}

std::string_view XmlNode::attribute(std::string_view attribute_name) const {
  for (const auto& [known, value] : attributes) {
    if (known == attribute_name) return value;
  }
  return {};
}

std::string XmlNode::all_text() const {
  std::string result;
  append_text(*this, result);
  return result;
}

std::string XmlNode::text_of(std::string_view child_name) const {
  const XmlNode* node = child(child_name);
  return node == nullptr ? std::string() : collapse_blanks(node->all_text());
}

std::string XmlNode::inner_markup(std::string_view skipped) const {
  std::string result;
  append_markup(*this, skipped, result);
  return result;
}

struct XmlRecords::State {
  struct Ready {
    XmlNode node;
    uint64_t line, byte, end;
    bool too_large;
  };

  State(InputStream& input, std::vector<std::string_view> record_names, size_t most)
      : stream(input),
        before(input.offset()),
        names(std::move(record_names)),
        limit(most),
        parser(XML_ParserCreate("UTF-8")) {
    if (parser == nullptr) throw IoError("out of memory");
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &State::start, &State::end);
    XML_SetCharacterDataHandler(parser, &State::characters);
    XML_SetParamEntityParsing(parser, XML_PARAM_ENTITY_PARSING_ALWAYS);
    XML_UseForeignDTD(parser, XML_TRUE);
    XML_SetExternalEntityRefHandler(parser, &State::external);
    XML_SetExternalEntityRefHandlerArg(parser, parser);
  }
  ~State() { XML_ParserFree(parser); }

  // A DTD (no context) gets the entities of HTML; any other external entity is empty.
  static int XMLCALL external(XML_Parser outer, const XML_Char* context, const XML_Char*, const XML_Char*,
                              const XML_Char*) {
    if (context != nullptr) return XML_STATUS_OK;
    XML_Parser inner = XML_ExternalEntityParserCreate(outer, context, "UTF-8");
    if (inner == nullptr) return XML_STATUS_ERROR;
    const int status = XML_Parse(inner, kEntities.data(), static_cast<int>(kEntities.size()), XML_TRUE);
    XML_ParserFree(inner);
    return status;
  }

  static void XMLCALL start(void* self, const XML_Char* raw_name, const XML_Char** raw_attributes) {
    static_cast<State*>(self)->enter(raw_name, raw_attributes);
  }
  static void XMLCALL end(void* self, const XML_Char*) { static_cast<State*>(self)->leave(); }
  static void XMLCALL characters(void* self, const XML_Char* text, int size) {
    static_cast<State*>(self)->add({text, static_cast<size_t>(size)});
  }

  void enter(const XML_Char* raw_name, const XML_Char** raw_attributes) {
    std::string name = local_name(raw_name);
    if (depth++ == 0) root = name;
    if (open.empty()) {
      outer_name = outer.contains(name) ? std::string() : name;  // the channel's title, not that of its picture
      if (std::find(names.begin(), names.end(), name) == names.end()) return;
      record = Ready{{}, XML_GetCurrentLineNumber(parser), position(), 0, false};
      size = 0;
      set(record.node, std::move(name), raw_attributes);
      open.push_back(&record.node);
      return;
    }
    if (open.size() >= kDeepest || record.too_large) {
      ++ignored;
      return;
    }
    XmlNode& node = open.back()->children.emplace_back();
    set(node, std::move(name), raw_attributes);
    open.push_back(&node);
  }

  void set(XmlNode& node, std::string&& name, const XML_Char** raw_attributes) {
    charge(name.size() + sizeof(XmlNode));
    node.name = std::move(name);
    for (; *raw_attributes != nullptr; raw_attributes += 2) {
      node.attributes.emplace_back(local_name(raw_attributes[0]), raw_attributes[1]);
      charge(node.attributes.back().second.size() + 64);
    }
  }

  void leave() {
    --depth;
    if (open.empty()) {
      outer_name.clear();
      return;
    }
    if (ignored > 0) {
      --ignored;
      return;
    }
    open.pop_back();
    if (!open.empty()) return;
    record.end = position() + static_cast<uint64_t>(XML_GetCurrentByteCount(parser));
    ready.push_back(std::move(record));
  }

  // In the stream, of what is parsed.
  uint64_t position() const { return before + static_cast<uint64_t>(XML_GetCurrentByteIndex(parser)); }

  void add(std::string_view text) {
    if (open.empty()) {
      constexpr size_t kLongest = 500;
      constexpr size_t kMostNames = 100;
      if (outer_name.empty() || outer.size() > kMostNames) return;
      std::string& known = outer[outer_name];
      if (known.size() < kLongest) known += text;
      return;
    }
    charge(text.size());
    if (record.too_large) return;
    std::vector<XmlNode>& children = open.back()->children;
    if (children.empty() || !children.back().name.empty()) {
      children.emplace_back();
      charge(sizeof(XmlNode));
    }
    children.back().text += text;
  }

  void charge(size_t bytes) {
    size += bytes;
    if (size <= limit || record.too_large) return;
    record.too_large = true;
    record.node.children.clear();
    // What is open is below the record, which alone is left.
    ignored += open.size() - 1;
    open.resize(1);
  }

  InputStream& stream;
  uint64_t before;  // bytes before the XML: a byte order mark
  std::vector<std::string_view> names;
  size_t limit;
  XML_Parser parser;
  std::deque<Ready> ready;
  Ready record{};
  std::vector<XmlNode*> open;
  size_t depth = 0, ignored = 0, size = 0;
  bool ended = false;
  std::string error;
  uint64_t error_line = 0;
  std::map<std::string, std::string, std::less<>> outer;
  std::string outer_name, root;
  uint64_t line = 1, byte = 0, record_end = 0;
};

XmlRecords::XmlRecords(InputStream& stream, std::vector<std::string_view> names, size_t limit)
    : state_(std::make_unique<State>(stream, std::move(names), limit)) {}

XmlRecords::~XmlRecords() = default;

XmlRecords::Result XmlRecords::next(XmlNode& record) {
  State& state = *state_;
  while (state.ready.empty()) {
    if (state.ended) {
      if (state.error.empty()) return Result::kEnd;
      throw ParseError(std::exchange(state.error, {}));
    }
    std::string_view block;
    block = state.stream.ahead();
    block = block.substr(0, kBlock);
    const size_t size = block.size();
    state.ended = block.empty();
    if (XML_Parse(state.parser, block.data(), static_cast<int>(size), state.ended) != XML_STATUS_OK) {
      state.error = std::string("broken XML: ") + XML_ErrorString(XML_GetErrorCode(state.parser)) + " in line " +
                    std::to_string(XML_GetCurrentLineNumber(state.parser));
      state.ended = true;
    }
    state.stream.consume(size);
  }
  State::Ready& ready = state.ready.front();
  record = std::move(ready.node);
  state.line = ready.line;
  state.byte = ready.byte;
  state.record_end = ready.end;
  const bool too_large = ready.too_large;
  state.ready.pop_front();
  return too_large ? Result::kTooLarge : Result::kRecord;
}

uint64_t XmlRecords::line() const { return state_->line; }
uint64_t XmlRecords::byte() const { return state_->byte; }
uint64_t XmlRecords::end() const { return state_->record_end; }
const std::string& XmlRecords::root() const { return state_->root; }

std::string XmlRecords::outer(std::string_view name) const {
  const auto at = state_->outer.find(name);
  return at == state_->outer.end() ? std::string() : collapse_blanks(at->second);
}

}  // namespace actant
