#ifndef ACTANT_GRAPH_STORE_INTERNAL_RESOLUTION_H_
#define ACTANT_GRAPH_STORE_INTERNAL_RESOLUTION_H_

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/ids.h"
#include "graph/store/internal/database.h"

namespace actant::internal {

/// Where the pairs of a node stand in a list that is sorted by it. The ids are hashes, so their first bits lead to
/// within a few places.
class PairIndex {
 public:
  using Pairs = std::vector<std::pair<NodeId, NodeId>>;
  PairIndex() = default;
  explicit PairIndex(const Pairs& pairs);
  /// The first pair of this node or of a later one. `pairs`: those the index was made of.
  Pairs::const_iterator find(const Pairs& pairs, NodeId node) const;

 private:
  int shift_ = 0;
  std::vector<uint32_t> begins_;  ///< of the nodes with these first bits; one more for the end
};

/// Layer 2: which layer-1 nodes are one node, what a person calls it, which entity of a watch list it is. Immutable,
/// for any number of threads.
///
/// Either all of it is in memory, 48 bytes for each layer-1 node that is not its own representative and nothing for the
/// others, and a look-up is a search among a few entries; or, for a graph that is open for reading only, nothing is,
/// and a look-up is one of the database, so that opening a graph costs the same whatever its size. When these have
/// taken about as long as loading all would, all is loaded, since whoever asks so often walks over the graph.
class Resolution {
 public:
  using Named = std::pair<NodeId, std::string>;
  using Pairs = std::vector<std::pair<NodeId, NodeId>>;

  /// Reads all of it.
  static std::shared_ptr<const Resolution> load(const Database& database, const Database::Snapshot* snapshot = nullptr);
  /// Reads what is asked for; for a database that does not change and outlives it.
  static std::shared_ptr<const Resolution> open(const Database& database);
  /// `renamed`: layer-1 node and the name that a person gave its node. `known`: representative and id of an entity.
  explicit Resolution(Pairs raw_to_representative, std::vector<Named> renamed = {}, std::vector<Named> known = {});

  NodeId representative(NodeId raw) const;
  /// The layer-1 nodes of a representative, itself among them, by id.
  std::vector<NodeId> members(NodeId representative) const;
  /// True when members() are `representative` alone.
  bool is_alone(NodeId representative) const;
  /// Both at once of any layer-1 node, for walks over many edges.
  struct Place {
    NodeId representative;
    bool alone = false;  ///< the node is one of its own and represents no other
  };
  Place place(NodeId raw) const;
  /// (layer-1 node, representative), by layer-1 node; representatives themselves left out. Loads all.
  const Pairs& decisions() const { return whole().by_raw; }
  /// (representative, layer-1 node) in order, the same pairs.
  const Pairs& membership() const { return whole().by_representative; }
  /// What a person called a representative, or null.
  const std::string* renamed(NodeId representative) const { return find(renamed_, representative); }
  /// All of these, by representative.
  const std::vector<Named>& renamed() const { return renamed_; }
  /// The entity of a watch list that a representative is.
  std::optional<std::string> known(NodeId representative) const;
  /// How many representatives are one.
  size_t known_count() const;

 private:
  struct Whole {
    Pairs by_raw, by_representative;
    PairIndex raw_index, representative_index;
    std::vector<Named> known;
  };
  explicit Resolution(const Database& database) : database_(&database) {}
  static const std::string* find(const std::vector<Named>& list, NodeId node);
  static std::unique_ptr<Whole> read_whole(const Database& database, const Database::Snapshot* snapshot);
  static std::unique_ptr<Whole> make_whole(Pairs raw_to_representative, std::vector<Named> known);
  void set_renamed(std::vector<Named> renamed);
  /// All of it, or null while look-ups go to the database.
  const Whole* loaded() const;
  const Whole& whole() const;
  std::vector<NodeId> stored_members(NodeId representative, size_t limit) const;

  const Database* database_ = nullptr;
  uint32_t most_lookups_ = 0;  ///< in the database
  mutable std::mutex mutex_;
  mutable std::unique_ptr<const Whole> owned_;
  mutable std::atomic<const Whole*> whole_{nullptr};
  mutable std::atomic<uint32_t> lookups_{0};
  std::vector<Named> renamed_;
};

/// Writes the difference between two resolutions. `members_stored`: the family `joins` holds the members of `before`.
/// Up to `most_in_batch` entries go into `batch`; more, which would be in memory several times over, into table files
/// that are made part of the database at once, before the batch is.
void write_resolution(Database& database, const Resolution& before, const Resolution& after, bool members_stored,
                      rocksdb::WriteBatch& batch, size_t most_in_batch = size_t{1} << 17);

}  // namespace actant::internal

#endif  // ACTANT_GRAPH_STORE_INTERNAL_RESOLUTION_H_
