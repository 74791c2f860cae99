#include "extract/text/format/news_article.h"

#include <initializer_list>

#include "extract/text/format/feed_article.h"
#include "extract/text/format/record_fields.h"
#include "extract/text/html/html_converter.h"
#include "extract/text/strings.h"

namespace actant {
namespace {

// Text of the element reached through the names one below the other, anywhere below; empty when there is none.
std::string text_at(const XmlNode& node, std::initializer_list<std::string_view> path) {
  const XmlNode* at = &node;
  for (const std::string_view name : path) {
    at = at->find(name);
    if (at == nullptr) return {};
  }
  return collapse_blanks(at->all_text());
}

std::string attribute_at(const XmlNode& node, std::string_view element, std::string_view attribute) {
  const XmlNode* at = node.find(element);
  return at == nullptr ? std::string() : collapse_blanks(at->attribute(attribute));
}

void take_date(std::initializer_list<std::string> candidates, const ReadOptions& options, InputArticle& article) {
  if (!article.info.date.empty()) return;
  for (const std::string& date : candidates) {
    if (!date.empty() && set_article_date(date, options, article)) return;
  }
}

std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return {};
}

const XmlNode* find_block(const XmlNode& node, std::string_view block_class) {
  for (const XmlNode& child : node.children) {
    if (child.name == "block" && child.attribute("class") == block_class) return &child;
    if (const XmlNode* found = find_block(child, block_class)) return found;
  }
  return nullptr;
}

// The paragraphs of the body of a NITF document.
std::string nitf_text(const XmlNode& nitf) {
  const XmlNode* content = nitf.find("body.content");
  if (content == nullptr) content = nitf.find("body");
  if (content == nullptr) return {};
  const XmlNode* full = find_block(*content, "full_text");
  return html_fragment_text((full != nullptr ? *full : *content).inner_markup("media"));
}

void fill_nitf_info(const XmlNode& nitf, const ReadOptions& options, InputArticle& article) {
  ArticleInfo& info = article.info;
  info.title = first_of({info.title, text_at(nitf, {"hedline", "hl1"}), text_at(nitf, {"head", "title"})});
  if (article.author.empty()) set_author(text_at(nitf, {"byline"}), article);
  info.id = first_of({info.id, attribute_at(nitf, "doc-id", "id-string")});
  info.source = first_of({info.source, attribute_at(nitf, "pubdata", "name"),
                          attribute_at(nitf, "doc.copyright", "holder"), text_at(nitf, {"distributor"})});
  info.url = first_of({info.url, attribute_at(nitf, "pubdata", "ex-ref")});
  info.language = first_of({info.language, language_code(nitf.attribute("xml:lang"))});
  take_date({attribute_at(nitf, "date.issue", "norm"), attribute_at(nitf, "pubdata", "date.publication"),
             attribute_at(nitf, "date.release", "norm"), attribute_at(nitf, "story.date", "norm")},
            options, article);
}

}  // namespace

std::string fill_nitf_article(const XmlNode& nitf, const ReadOptions& options, InputArticle& article) {
  fill_nitf_info(nitf, options, article);
  article.text = nitf_text(nitf);
  return article.text.empty() ? "no text: body.content holds no paragraph" : "";
}

std::string fill_newsml_g2_article(const XmlNode& item, const ReadOptions& options, InputArticle& article) {
  ArticleInfo& info = article.info;
  const XmlNode none;
  const XmlNode* found_meta = item.child("itemMeta");
  const XmlNode& meta = found_meta != nullptr ? *found_meta : none;
  const XmlNode* found_content = item.child("contentMeta");
  const XmlNode& content = found_content != nullptr ? *found_content : none;
  info.id = collapse_blanks(item.attribute("guid"));
  info.title = first_of({text_at(content, {"headline"}), text_at(meta, {"title"})});
  set_author(first_of({text_at(content, {"by"}), text_at(content, {"creator", "name"})}), article);
  info.source = first_of({text_at(meta, {"provider", "name"}), attribute_at(meta, "provider", "literal"),
                          text_at(content, {"infoSource", "name"}), attribute_at(content, "infoSource", "literal"),
                          attribute_at(meta, "provider", "qcode"), text_at(meta, {"provider"})});
  // `nprov:AFP`: the code behind the name of the list.
  if (const size_t colon = info.source.rfind(':'); colon != std::string::npos) info.source.erase(0, colon + 1);
  info.language =
      language_code(first_of({attribute_at(content, "language", "tag"), std::string(item.attribute("xml:lang"))}));
  take_date({text_at(content, {"contentCreated"}), text_at(meta, {"versionCreated"}), text_at(meta, {"firstCreated"})},
            options, article);
  const XmlNode* set = item.child("contentSet");
  if (set == nullptr)
    return "no article: " + first_of({attribute_at(meta, "itemClass", "qcode"), "item"}) + " without content";
  const XmlNode* xml = set->child("inlineXML");
  const XmlNode* data = set->child("inlineData");
  if (xml != nullptr) {
    if (const XmlNode* nitf = xml->find("nitf")) {
      fill_nitf_info(*nitf, options, article);
      article.text = nitf_text(*nitf);
    } else {
      const XmlNode* body = xml->find("body");
      article.text = element_text(body != nullptr ? *body : *xml);
    }
  } else if (data != nullptr) {
    article.text = element_text(*data);
  } else {
    return "no article: " + first_of({attribute_at(meta, "itemClass", "qcode"), "item"}) + " without text";
  }
  return article.text.empty() ? "no text: its content is empty" : "";
}

std::string fill_newsml_article(const XmlNode& item, const ReadOptions& options, InputArticle& article) {
  ArticleInfo& info = article.info;
  info.title = first_of({text_at(item, {"NewsLines", "HeadLine"}), text_at(item, {"HeadLine"})});
  set_author(text_at(item, {"ByLine"}), article);
  info.id = first_of({text_at(item, {"PublicIdentifier"}), text_at(item, {"NewsItemId"})});
  info.source = first_of({text_at(item, {"ProviderId"}), attribute_at(item, "Provider", "FormalName")});
  info.language = language_code(attribute_at(item, "Language", "FormalName"));
  take_date({text_at(item, {"DateLineDate"}), text_at(item, {"ThisRevisionCreated"}), text_at(item, {"FirstCreated"}),
             text_at(item, {"DateId"})},
            options, article);
  const XmlNode* data = item.find("DataContent");
  if (data == nullptr) return "no article: item without text";
  if (const XmlNode* nitf = data->find("nitf")) {
    fill_nitf_info(*nitf, options, article);
    article.text = nitf_text(*nitf);
  } else {
    const XmlNode* body = data->find("body");
    article.text = element_text(body != nullptr ? *body : *data);
  }
  return article.text.empty() ? "no text: its content is empty" : "";
}

}  // namespace actant
