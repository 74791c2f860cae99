#include "export/ftm.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "export/iso_codes.h"
#include "export/node_text.h"
#include "export/text.h"

namespace actant {
namespace {

constexpr size_t kLongestName = 384;     // of names; FollowTheMoney cuts or refuses longer ones
constexpr size_t kLongestString = 1024;  // of other strings

std::string_view schema_of(const Node& node) {
  switch (node.type) {
    case EntityType::kPerson: return "Person";
    case EntityType::kOrganization:
      if (node.sector == "BUS") return "Company";
      if (node.sector == "GOV" || node.sector == "MIL" || node.sector == "JUD" || node.sector == "IGO")
        return "PublicBody";
      return "Organization";
    case EntityType::kGroup: return "LegalEntity";
    case EntityType::kPlace: return "Address";
    case EntityType::kEvent: return "Event";
    default: return {};
  }
}

bool is_organization(std::string_view schema) {
  return schema == "Organization" || schema == "Company" || schema == "PublicBody";
}
bool is_legal_entity(std::string_view schema) {
  return schema == "Person" || schema == "LegalEntity" || is_organization(schema);
}

bool is_web_address(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

// An entity on one line: every value of a property is an array of strings.
class Entity {
 public:
  Entity(std::string& out, std::string_view id, std::string_view schema) : out_(out) {
    out_ += "{\"id\":\"";
    out_ += id;
    out_ += "\",\"schema\":\"";
    out_ += schema;
    out_ += "\",\"properties\":{";
  }
  ~Entity() { out_ += "}}\n"; }
  Entity(const Entity&) = delete;
  Entity& operator=(const Entity&) = delete;

  template <typename Texts>
  Entity& list(std::string_view property, const Texts& values) {
    if (values.size() == 1) return text(property, *values.begin());
    std::set<std::string> seen;  // a repeated value would be dropped when it is read
    for (const auto& value : values) {
      if (value.empty() || !seen.insert(std::string(value)).second) continue;
      if (seen.size() == 1) {
        begin(property);
      } else {
        out_ += ',';
      }
      append_json_string(out_, value);
    }
    if (!seen.empty()) out_ += ']';
    return *this;
  }
  Entity& text(std::string_view property, std::string_view value) {
    if (value.empty()) return *this;
    begin(property);
    append_json_string(out_, value);
    out_ += ']';
    return *this;
  }

 private:
  void begin(std::string_view property) {
    out_ += first_ ? "\"" : ",\"";
    first_ = false;
    out_ += property;
    out_ += "\":[";
  }

  std::string& out_;
  bool first_ = true;
};

bool is_board_post(std::string title) {
  for (char& c : title) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return title.find("director") != std::string::npos || title.find("chair") != std::string::npos ||
         title.find("board") != std::string::npos;
}

std::vector<std::string> written(const std::vector<ArticleId>& articles) {
  std::vector<std::string> ids;
  for (const ArticleId article : articles) ids.push_back(article.to_string());
  return ids;
}

// Who took part in an event, and where it was.
void event_fields(Entity& entity, const std::vector<Tie>& ties) {
  std::vector<std::string> involved, places;
  for (const Tie& tie : ties) {
    const EntityType type = tie.other.type();
    if (type == EntityType::kPerson || type == EntityType::kOrganization || type == EntityType::kGroup) {
      involved.push_back(tie.other.to_string());
    }
    if (tie.out && tie.relation == RelationType::kLocatedIn) places.push_back(shorten(tie.name, kLongestString));
  }
  entity.list("location", places).list("involved", involved);
}

std::string hashed_id(char letter, const std::string& key) {
  std::array<char, 24> text;
  std::snprintf(text.data(), text.size(), "%c-%016llx", letter, static_cast<unsigned long long>(stable_hash(key)));
  return text.data();
}

// When it was, what was said, and where: the same for all links.
void link_fields(Entity& entity, const ExportEdge& item) {
  std::vector<std::string> dates, starts, ends;
  for (const Evidence& piece : item.evidence) {
    const size_t slash = piece.time.find('/');
    if (slash == std::string::npos) {
      dates.push_back(date_precision(piece.time).empty() ? std::string() : piece.time.substr(0, 10));
    } else {
      starts.push_back(piece.time.substr(0, slash));
      ends.push_back(piece.time.substr(slash + 1));
    }
  }
  const bool dated = std::any_of(dates.begin(), dates.end(), [](const std::string& date) { return !date.empty(); });
  if (!dated && starts.empty()) dates = {item.edge.first_date, item.edge.last_date};
  entity.list("date", dates).list("startDate", starts).list("endDate", ends);
  entity.text("summary", quotation(item.evidence));
  if (!is_asserted(item.edge)) entity.text("status", "alleged");  // others than the publisher say so
  if (!item.article) return;
  if (const std::string url = article_url(*item.article); is_web_address(url)) entity.text("sourceUrl", url);
  entity.text("publisher", shorten(item.article->source, kLongestString));
}

}  // namespace

void FtmWriter::node_ahead(const Node& node) {
  const Thing thing = {schema_of(node), alpha2_country(node.actor_country)};
  if (!thing.schema.empty()) things_.emplace(node.id.value, thing);
}

void FtmWriter::node(const ExportNode& item, Buffers& files) {
  const Node& node = item.node;
  std::string& out = files[0];
  const auto known = things_.find(node.id.value);
  if (known == things_.end()) return;
  const Thing& thing = known->second;
  {
    Entity entity(out, node.id.to_string(), thing.schema);
    std::vector<std::string> aliases;
    for (const std::string& alias : node_aliases(node)) aliases.push_back(shorten(alias, kLongestName));
    const std::string name = shorten(node_label(node), kLongestName);
    entity.text(node.type == EntityType::kPlace ? "full" : "name", name).list("alias", aliases);
    entity.text("country", thing.country);
    if (item.surroundings) {
      if (node.type == EntityType::kEvent) event_fields(entity, item.surroundings->ties);
      entity.list("proof", written(item.surroundings->articles));
    }
  }
  mentions(item, thing, out);
}

void FtmWriter::mentions(const ExportNode& item, const Thing& thing, std::string& out) const {
  if (!is_legal_entity(thing.schema) || !item.surroundings) return;
  const std::string id = item.node.id.to_string(), name = shorten(node_label(item.node), kLongestName);
  for (const ArticleId article : item.surroundings->articles) {
    const std::string document = article.to_string();
    Entity entity(out, hashed_id('n', id + document), "Mention");
    entity.text("document", document).text("name", name).text("resolved", id).text("detectedSchema", thing.schema);
  }
}

// The office as an entity of its own, written when it is met first.
std::string FtmWriter::position(const Edge& edge, const Thing& body, const std::string& title, std::string& out) {
  const std::string id = hashed_id('q', title + '\n' + edge.key.object.to_string());
  if (!positions_.insert(stable_hash(id)).second) return id;
  Entity entity(out, id, "Position");
  entity.text("name", shorten(title, kLongestName)).text("country", body.country);
  if (is_organization(body.schema)) entity.text("organization", edge.key.object.to_string());
  return id;
}

void FtmWriter::link(const ExportEdge& item, const Thing& subject, const Thing& object, const std::string& id,
                     const std::string& title, std::string& out) {
  const Edge& edge = item.edge;
  const std::string from = edge.key.subject.to_string(), to = edge.key.object.to_string();
  const std::string role = shorten(title, kLongestString);
  const auto write = [&](std::string_view schema, std::string_view first, const std::string& first_id,
                         std::string_view second, const std::string& second_id, std::string_view tie,
                         const std::string& kind) {
    Entity entity(out, id, schema);
    entity.text(first, first_id).text(second, second_id).text(tie, kind);
    link_fields(entity, item);
  };
  const bool person = subject.schema == "Person";
  switch (edge.key.relation) {
    case RelationType::kMemberOf:
      if (!is_legal_entity(subject.schema) || !is_organization(object.schema)) break;
      return write("Membership", "member", from, "organization", to, "role", role);
    case RelationType::kRelatedTo:
      if (!person || object.schema != "Person") break;
      return write("Family", "person", from, "relative", to, "relationship", role);
    case RelationType::kAcquired:
      if (!is_legal_entity(subject.schema) || object.schema != "Company") break;
      return write("Ownership", "owner", from, "asset", to, "role", role);
    case RelationType::kHoldsPosition:
      if (is_legal_entity(subject.schema) && object.schema == "Company" && is_board_post(title)) {
        return write("Directorship", "director", from, "organization", to, "role", role);
      }
      if (person && !title.empty() && (object.schema == "PublicBody" || object.schema == "Address")) {
        const std::string post = position(edge, object, title, out);
        return write("Occupancy", "holder", from, "post", post, "role", {});
      }
      if (!person || !is_organization(object.schema)) break;
      return write("Employment", "employer", to, "employee", from, "role", role);
    default: break;
  }
  write("UnknownLink", "subject", from, "object", to, "role", edge_relation(edge));
}

void FtmWriter::edge(const ExportEdge& item, Buffers& files) {
  const Edge& edge = item.edge;
  if (edge.key.negated || edge.key.modality != Modality::kActual) return;
  const auto subject = things_.find(edge.key.subject.value), object = things_.find(edge.key.object.value);
  if (subject == things_.end() || object == things_.end()) return;
  std::set<std::string> titles;  // one link for each office or tie
  for (const Evidence& piece : item.evidence) {
    if (std::string title = clean_name(piece.title); !title.empty()) titles.insert(std::move(title));
  }
  if (titles.empty()) titles.insert("");
  size_t number = 0;
  for (const std::string& title : titles) {
    const std::string id = edge.key.to_string() + (number > 0 ? "-" + std::to_string(number) : "");
    link(item, subject->second, object->second, id, title, files[0]);
    ++number;
  }
}

void FtmWriter::article(const Article& article, Buffers& files) {
  Entity entity(files[0], article.id.to_string(), "Article");
  const std::string title = shorten(article.info.title, kLongestString);
  const std::string name = shorten(article.info.id, kLongestString);
  const std::string& file = article.info.origin.empty() ? article.info.id : article.info.origin;
  entity.text("title", title.empty() ? name : title);
  entity.text("fileName", file.empty() ? article.id.to_string() : shorten(file, kLongestString));
  if (!date_precision(article.info.date).empty()) entity.text("publishedAt", article.info.date.substr(0, 10));
  entity.text("author", shorten(article.author, kLongestString));
  entity.text("publisher", shorten(article.info.source, kLongestString));
  if (const std::string url = article_url(article.info); is_web_address(url)) entity.text("sourceUrl", url);
  entity.text("language", alpha3_language(article.info.language));
}

}  // namespace actant
