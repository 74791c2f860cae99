#include "export/rdf_writer.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "export/node_text.h"
#include "export/text.h"
#include "graph/merge/known_names.h"
#include "graph/merge/name_key.h"

namespace actant {
namespace {

using Classes = std::span<const std::string_view>;

bool is_state(const Node& node) { return known_country(fold_name(node.name)).has_value(); }

// A relative reference would mean something else in every file.
bool is_absolute(std::string_view iri) {
  return iri.find("://") != std::string_view::npos || iri.starts_with("urn:") || iri.starts_with("tag:");
}

/// The absolute IRIs that a watch list gives, with what no IRI may hold escaped.
std::set<std::string> same_as_iris(const Node& node) {
  std::set<std::string> iris;
  for (const std::string& same : node.same_as) {
    std::string iri;
    append_iri(iri, clean_name(same));
    if (is_absolute(iri)) iris.insert(std::move(iri));
  }
  return iris;
}

Classes classes_of(const Node& node) {
  static constexpr std::array<std::string_view, 2> kPerson = {"schema:Person", "foaf:Person"};
  static constexpr std::array<std::string_view, 2> kGovernment = {"schema:GovernmentOrganization", "org:Organization"};
  static constexpr std::array<std::string_view, 2> kOrganization = {"schema:Organization", "org:Organization"};
  static constexpr std::array<std::string_view, 1> kCountry = {"schema:Country"};
  static constexpr std::array<std::string_view, 1> kPlace = {"schema:Place"};
  static constexpr std::array<std::string_view, 2> kGroup = {"ns:Group", "foaf:Group"};
  static constexpr std::array<std::string_view, 1> kEvent = {"schema:Event"};
  static constexpr std::array<std::string_view, 1> kTopic = {"skos:Concept"};
  static constexpr std::array<std::string_view, 1> kStatement = {"schema:Quotation"};
  switch (node.type) {
    case EntityType::kPerson: return kPerson;
    case EntityType::kOrganization: return node.sector == "GOV" ? Classes(kGovernment) : Classes(kOrganization);
    case EntityType::kPlace: return is_state(node) ? Classes(kCountry) : Classes(kPlace);
    case EntityType::kGroup: return kGroup;
    case EntityType::kEvent: return kEvent;
    case EntityType::kTopic: return kTopic;
    case EntityType::kStatement: return kStatement;
  }
  return kTopic;
}

std::string predicate_curie(const Edge& edge) {
  if (edge.key.relation != RelationType::kOpen) return "ns:" + std::string(relation_info(edge.key.relation).id);
  std::string local;
  append_iri(local, clean_name(edge.open_lemma));
  return "ns:open-" + local;
}

template <typename Texts>
void texts(RdfSink& sink, const RdfProperty& property, const Texts& list) {
  if (list.empty()) return;
  std::vector<RdfValue> values;
  for (const auto& text : list) values.push_back({text});
  sink.values(property, values);
}

std::set<std::string> written(const std::set<NodeId>& nodes) {
  std::set<std::string> ids;
  for (const NodeId node : nodes) ids.insert(node.to_string());
  return ids;
}

}  // namespace

void RdfWriter::begin(const ExportHeader& header, Buffers& files) {
  sink_ = start(instance_base(options_, header), files);
  static constexpr std::array<std::string_view, 1> kAgent = {"prov:SoftwareAgent"};
  static constexpr std::array<std::string_view, 1> kActivity = {"prov:Activity"};
  sink_->open(kAgent, "actant");
  sink_->text(rdf::kPrefLabel, "actant");
  sink_->text(rdf::kSoftwareVersion, options_.program_version);
  sink_->close();
  sink_->open(kActivity, "build");
  sink_->text(rdf::kStartedAt, header.created);
  sink_->text(rdf::kAssociatedWith, "actant");
  sink_->text(rdf::kModel, clean_name(header.model));
  sink_->close();
}

void RdfWriter::node(const ExportNode& item, Buffers&) {
  const Node& node = item.node;
  sink_->open(classes_of(node), node.id.to_string());
  if (node.type == EntityType::kStatement) {
    sink_->text(rdf::kContent, clean_text(node.statement_text));
    std::set<NodeId> about(node.about.begin(), node.about.end());
    texts(*sink_, rdf::kAbout, written(about));
  } else {
    sink_->text(rdf::kPrefLabel, clean_name(node.name));
  }
  const auto aliases = node_aliases(node);
  texts(*sink_, rdf::kAltLabel, std::set<std::string>(aliases.begin(), aliases.end()));
  texts(*sink_, rdf::kSameAs, same_as_iris(node));
  sink_->count(rdf::kMentions, node.mentions);
  sink_->count(rdf::kArticles, node.articles);
  sink_->text(rdf::kFirstDate, node.first_date);
  sink_->text(rdf::kLastDate, node.last_date);
  sink_->text(rdf::kActorCountry, node.actor_country);
  sink_->text(rdf::kSector, node.sector);
  sink_->close();
}

uint64_t RdfWriter::evidence_hash(const std::string& edge_id, const Evidence& piece, size_t ordinal) {
  std::string key = edge_id + piece.article.to_string();
  for (const uint64_t part : {uint64_t{piece.sentence.begin}, uint64_t{piece.sentence.end}, uint64_t{ordinal}}) {
    key += ':';
    append_number(key, part);
  }
  return stable_hash(key);
}

std::string RdfWriter::evidence_id(uint64_t hash) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string id = "m-";
  for (int shift = 60; shift >= 0; shift -= 4) id += kHex[hash >> shift & 15];
  return id;
}

void RdfWriter::edge(const ExportEdge& item, Buffers&) {
  triples(item.edge);
  const std::vector<std::string>& pieces = statement(item);
  for (size_t i = 0; i < item.evidence.size(); ++i) evidence(pieces[i], item.evidence[i]);
}

void RdfWriter::triples(const Edge& edge) {
  const bool asserted = is_asserted(edge), named = options_.provenance == Provenance::kGraphs;
  if (!asserted && !named) return;
  const std::string subject = edge.key.subject.to_string(), object = edge.key.object.to_string();
  const std::string predicate = predicate_curie(edge);
  const std::string_view term =
      edge.key.relation == RelationType::kOpen ? std::string_view() : relation_info(edge.key.relation).id;
  if (asserted) sink_->triple(subject, term, predicate, object, {});
  if (named) sink_->triple(subject, term, predicate, object, edge.key.to_string());
}

const std::vector<std::string>& RdfWriter::statement(const ExportEdge& item) {
  static constexpr std::array<std::string_view, 1> kClass = {"ns:Statement"};
  const Edge& edge = item.edge;
  const std::string id = edge.key.to_string();
  std::set<std::string> dates, titles;
  std::set<NodeId> speakers, places;
  std::vector<std::string> intervals;
  derived_.clear();
  for (const Evidence& piece : item.evidence) {
    const bool interval = piece.time.find('/') != std::string::npos;
    if (!piece.time.empty() && !interval) dates.insert(piece.time);
    if (interval && std::find(intervals.begin(), intervals.end(), piece.time) == intervals.end()) {
      intervals.push_back(piece.time);
    }
    if (std::string title = clean_name(piece.title); !title.empty()) titles.insert(std::move(title));
    if (piece.attributed_to) speakers.insert(piece.attributed_to);
    if (piece.place) places.insert(piece.place);
    derived_.push_back(evidence_id(evidence_hash(id, piece, derived_.size())));
  }
  std::vector<std::string> interval_ids;
  for (size_t i = 0; i < intervals.size(); ++i) interval_ids.push_back(id + "-t" + std::to_string(i));
  sink_->open(kClass, id);
  if (options_.provenance == Provenance::kReified) {
    sink_->text(rdf::kSubject, edge.key.subject.to_string());
    sink_->text(rdf::kPredicate, predicate_curie(edge));
    sink_->text(rdf::kObject, edge.key.object.to_string());
  }
  sink_->count(rdf::kNegated, edge.key.negated);
  sink_->text(rdf::kModality, modality_name(edge.key.modality));
  texts(*sink_, rdf::kAttributedTo, written(speakers));
  texts(*sink_, rdf::kEventTime, dates);
  texts(*sink_, rdf::kEventInterval, interval_ids);
  texts(*sink_, rdf::kPlace, written(places));
  texts(*sink_, rdf::kTitle, titles);
  sink_->number(rdf::kConfidence, edge.confidence);
  sink_->count(rdf::kArticles, edge.articles);
  texts(*sink_, rdf::kDerivedFrom, derived_);
  sink_->close();
  times(id, intervals);
  return derived_;
}

// Intervals in OWL-Time (w3.org/TR/owl-time): an instant at each end.
void RdfWriter::times(const std::string& id, const std::vector<std::string>& intervals) {
  static constexpr std::array<std::string_view, 1> kInterval = {"time:ProperInterval"};
  static constexpr std::array<std::string_view, 1> kInstant = {"time:Instant"};
  for (size_t i = 0; i < intervals.size(); ++i) {
    const std::string interval = id + "-t" + std::to_string(i);
    const size_t slash = intervals[i].find('/');
    const std::array<std::string, 2> ends = {intervals[i].substr(0, slash), intervals[i].substr(slash + 1)};
    sink_->open(kInterval, interval);
    if (!ends[0].empty()) sink_->text(rdf::kHasBeginning, interval + "b");
    if (!ends[1].empty()) sink_->text(rdf::kHasEnd, interval + "e");
    sink_->close();
    for (size_t end = 0; end < 2; ++end) {
      if (ends[end].empty()) continue;
      sink_->open(kInstant, interval + (end == 0 ? "b" : "e"));
      sink_->text(rdf::kInDate, ends[end]);
      sink_->close();
    }
  }
}

void RdfWriter::evidence(const std::string& id, const Evidence& piece) {
  static constexpr std::array<std::string_view, 1> kResource = {"oa:SpecificResource"};
  static constexpr std::array<std::string_view, 1> kPosition = {"oa:TextPositionSelector"};
  static constexpr std::array<std::string_view, 1> kQuote = {"oa:TextQuoteSelector"};
  const std::array<std::string, 2> selectors = {id + "-position", id + "-quote"};
  sink_->open(kResource, id);
  sink_->text(rdf::kSource, piece.article.to_string());
  texts(*sink_, rdf::kSelector, selectors);
  sink_->number(rdf::kConfidence, piece.confidence);
  sink_->close();
  sink_->open(kPosition, selectors[0]);
  sink_->count(rdf::kStart, piece.sentence.begin);
  sink_->count(rdf::kEnd, piece.sentence.end);
  sink_->close();
  sink_->open(kQuote, selectors[1]);
  sink_->text(rdf::kExact, clean_text(piece.text));
  sink_->close();
}

void RdfWriter::article(const Article& article, Buffers&) {
  static constexpr std::array<std::string_view, 1> kClass = {"schema:NewsArticle"};
  sink_->open(kClass, article.id.to_string());
  sink_->text(rdf::kIdentifier, clean_name(article.info.id));
  sink_->text(rdf::kOrigin, clean_name(article.info.origin));
  sink_->text(rdf::kHeadline, clean_name(article.info.title));
  if (const std::string url = article_url(article.info); is_absolute(url)) sink_->text(rdf::kUrl, url);
  sink_->text(rdf::kDatePublished, article.info.date);
  sink_->text(rdf::kPublisher, clean_name(article.info.source));
  sink_->text(rdf::kInLanguage, clean_name(article.info.language));
  sink_->close();
}

void RdfWriter::end(Buffers& out) { finish(out[0]); }

}  // namespace actant
