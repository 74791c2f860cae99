#ifndef ACTANT_TESTS_SUPPORT_SMALL_WORLD_H_
#define ACTANT_TESTS_SUPPORT_SMALL_WORLD_H_

#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "graph/model/record.h"
#include "graph/store/store.h"

namespace actant::test {

/// Records written as lines of text. A line is
///
///     [type:]name[/COUNTRY] [-[!][~modality ]relation-> [type:]name[/COUNTRY]] [@article] [date] [^publisher]
///
/// `Alice Smith -met-with-> Bob Jones @a1 2024-01-02`, `org:Hamas -!accused-> place:Israel @a2`,
/// `org:Hamas -~planned visited-> place:Iran @a3`. The type is `person` unless given (`org` stands for organization).
/// An article is `a1` and has no date unless given; its date is that of its first line with one. Each line becomes a
/// sentence of the article's text, so evidence and mentions have offsets. Articles come in the order of their first
/// lines.
inline std::vector<Record> small_world(const std::string& text);

/// Adds all records of a small world, then resolves.
inline void add_world(Store& store, const std::string& text) {
  for (const Record& record : small_world(text)) store.add(record);
  store.resolve();
}

/// `Alice Smith -met-with-> Bob Jones x2 2024-01-02..2024-01-03 c=0.9` for every edge, in the order of the store.
inline std::vector<std::string> edge_lines(const Store& store) {
  std::vector<std::string> lines;
  store.for_each_edge([&](const Edge& edge) {
    std::ostringstream out;
    const auto name = [&](NodeId id) { return store.node(id)->name; };
    out << name(edge.key.subject) << " -" << (edge.key.negated ? "!" : "");
    if (edge.key.modality != Modality::kActual) out << '~' << modality_name(edge.key.modality) << ' ';
    out << relation_info(edge.key.relation).id << (edge.open_lemma.empty() ? "" : ":" + edge.open_lemma) << "-> "
        << name(edge.key.object) << " x" << edge.articles;
    if (!edge.first_date.empty()) out << ' ' << edge.first_date << ".." << edge.last_date;
    lines.push_back(out.str());
    return true;
  });
  return lines;
}

/// Everything that a reader can see, as text: equal for equal graphs.
inline std::string dump(const Store& store) {
  std::ostringstream out;
  store.for_each_node([&](const Node& node) {
    out << node.id.to_string() << '|' << node.name << '|' << node.mentions << '|' << node.articles << '|'
        << node.first_date << '|' << node.last_date << '|' << node.actor_country << '|' << node.sector << '|'
        << node.statement_text;
    for (const Alias& alias : node.aliases) out << '|' << alias.name << '=' << alias.mentions;
    out << '\n';
    return true;
  });
  store.for_each_edge([&](const Edge& edge) {
    out << edge.key.to_string() << '|' << edge.open_lemma << '|' << edge.articles << '|' << edge.statements << '|'
        << edge.attributed << '|' << edge.confidence << '|' << edge.first_date << '|' << edge.last_date << '\n';
    store.for_each_evidence(edge.key, [&](const Evidence& evidence) {
      out << "  " << evidence.article.to_string() << '|' << evidence.sentence.begin << '|' << evidence.text << '|'
          << evidence.confidence << '|' << evidence.time << '|' << evidence.title << '|' << evidence.subject.begin
          << '|' << evidence.object.begin << '\n';
      return true;
    });
    return true;
  });
  store.for_each_article([&](const Article& article) {
    out << article.id.to_string() << '|' << article.info.id << '|' << article.info.date << '|' << article.relations
        << '\n';
    return true;
  });
  const StoreCounts counts = store.counts();
  out << counts.articles << ' ' << counts.nodes << ' ' << counts.edges << ' ' << counts.evidence << ' '
      << counts.statements << ' ' << counts.mentions << '\n';
  return out.str();
}

namespace internal {

struct Builder {
  Record record;
  std::map<std::string, std::string> ids;  // type:name/country -> entity id
  uint32_t points = 0;

  static uint32_t length(const std::string& text) {
    uint32_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return count;
  }

  void append(const std::string& text) {
    record.text += text;
    points += length(text);
  }

  // Writes the name into the text and returns its entity.
  std::string mention(std::string what) {
    std::string type = "person", country;
    if (const size_t colon = what.find(':'); colon != std::string::npos) {
      type = what.substr(0, colon) == "org" ? "organization" : what.substr(0, colon);
      what.erase(0, colon + 1);
    }
    if (const size_t slash = what.rfind('/'); slash != std::string::npos) {
      country = what.substr(slash + 1);
      what.resize(slash);
    }
    const auto parsed = parse_entity_type(type);
    if (!parsed) throw std::invalid_argument("unknown type " + type);
    std::string& id = ids[type + ':' + what + '/' + country];
    if (id.empty()) {
      id = "e" + std::to_string(record.entities.size() + 1);
      RecordEntity entity;
      entity.id = id;
      entity.type = *parsed;
      entity.name = what;
      entity.actor_country = country;
      record.entities.push_back(std::move(entity));
    }
    for (RecordEntity& entity : record.entities) {
      if (entity.id == id) entity.mentions.push_back({{points, points + length(what)}, MentionKind::kName});
    }
    append(what);
    return id;
  }

  void add_line(const std::string& left, std::string relation, const std::string& right) {
    const uint32_t begin = points;
    RecordRelation triple;
    triple.subject = mention(left);
    if (!relation.empty()) {
      if (relation[0] == '!') {
        triple.negated = true;
        relation.erase(0, 1);
      }
      if (relation[0] == '~') {
        const size_t blank = relation.find(' ');
        triple.modality = parse_modality(relation.substr(1, blank - 1)).value();
        relation.erase(0, blank + 1);
      }
      triple.type = parse_relation(relation).value();
      if (triple.type == RelationType::kOpen) triple.open = relation.substr(5);
      append(" " + relation + " ");
      if (triple.type == RelationType::kAlsoKnownAs) {
        triple.object = right;
        append(right);
      } else if (triple.type == RelationType::kStated) {
        RecordStatement statement;
        statement.id = "s" + std::to_string(record.statements.size() + 1);
        statement.span = {points, points + length(right)};
        append(right);
        triple.object = statement.id;
        record.statements.push_back(statement);
      } else {
        triple.object = mention(right);
      }
    }
    append(".");
    triple.confidence = 0.9;
    triple.evidence = {{begin, points}};
    if (!relation.empty()) record.relations.push_back(std::move(triple));
    append("\n");
  }
};

inline std::string trim(const std::string& text) {
  const size_t begin = text.find_first_not_of(' '), end = text.find_last_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

}  // namespace internal

inline std::vector<Record> small_world(const std::string& text) {
  std::vector<internal::Builder> builders;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    line = internal::trim(line);
    if (line.empty()) continue;
    std::string article = "a1", date, source;
    for (;;) {  // words at the end that are an article, a date or a publisher
      const size_t blank = line.rfind(' ');
      if (blank == std::string::npos) break;
      const std::string last = line.substr(blank + 1);
      if (last[0] == '@') {
        article = last.substr(1);
      } else if (last[0] == '^') {
        source = last.substr(1);
      } else if (last.size() >= 4 && last.find_first_not_of("0123456789-") == std::string::npos) {
        date = last;
      } else {
        break;
      }
      line = internal::trim(line.substr(0, blank));
    }
    internal::Builder* builder = nullptr;
    for (auto& other : builders) {
      if (other.record.doc.id == article) builder = &other;
    }
    if (!builder) {
      builder = &builders.emplace_back();
      builder->record.doc.id = article;
    }
    if (builder->record.doc.date.empty()) builder->record.doc.date = date;
    if (builder->record.doc.source.empty()) builder->record.doc.source = source;
    const size_t arrow = line.find("-> "), open = line.find(" -");
    if (arrow == std::string::npos) {
      builder->add_line(line, "", "");
    } else {
      builder->add_line(line.substr(0, open), line.substr(open + 2, arrow - open - 2), line.substr(arrow + 3));
    }
  }
  std::vector<Record> records;
  for (auto& builder : builders) {
    builder.append("(" + builder.record.doc.id + ")\n");  // two articles that say the same are no copies of each other
    records.push_back(std::move(builder.record));
  }
  return records;
}

}  // namespace actant::test

#endif  // ACTANT_TESTS_SUPPORT_SMALL_WORLD_H_
