#ifndef ACTANT_EXPORT_FTM_H_
#define ACTANT_EXPORT_FTM_H_

#include <unordered_map>
#include <unordered_set>

#include "export/writer.h"

namespace actant {

/// FollowTheMoney entities (followthemoney.tech), one JSON object a line, for Aleph, OpenAleph and the OpenSanctions
/// tools. Persons, organizations, groups, places and events become things, edges between them links, articles Article,
/// and each article that mentions someone a Mention. What FollowTheMoney has no form for is left out: topics,
/// statements, what is negated or not actual. Keeps 24 bytes for each node and 8 for each office.
class FtmWriter : public Writer {
 public:
  explicit FtmWriter(const WriterOptions&) {}
  WriterNeeds needs() const override {
    return {.all_evidence = true, .articles = true, .surroundings = NodeDetail::kArticles, .nodes_ahead = true};
  }
  void begin(const ExportHeader&, Buffers&) override {}
  void node_ahead(const Node& node) override;
  void node(const ExportNode& item, Buffers& out) override;
  void edge(const ExportEdge& item, Buffers& out) override;
  void article(const Article& article, Buffers& out) override;
  void end(Buffers&) override {}

 private:
  /// What a later edge has to know of its ends.
  struct Thing {
    std::string_view schema;
    std::string_view country;  ///< alpha-2 or empty
  };

  void mentions(const ExportNode& item, const Thing& thing, std::string& out) const;
  void link(const ExportEdge& item, const Thing& subject, const Thing& object, const std::string& id,
            const std::string& title, std::string& out);
  std::string position(const Edge& edge, const Thing& body, const std::string& title, std::string& out);

  std::unordered_map<uint64_t, Thing> things_;
  std::unordered_set<uint64_t> positions_;
};

}  // namespace actant

#endif  // ACTANT_EXPORT_FTM_H_
