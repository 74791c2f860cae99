#ifndef ACTANT_GRAPH_MERGE_NODE_TABLE_H_
#define ACTANT_GRAPH_MERGE_NODE_TABLE_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/merge/scratch_space.h"
#include "graph/model/ids.h"

namespace actant {

/// A node of layer 1 as the resolver is given it.
struct RawNode {
  struct Name {
    std::string key;  ///< see name_key()
    uint64_t count = 0;
    bool canonical = false;  ///< best name of an article (count: articles), else an alias (count: mentions)
    bool stated = false;     ///< alias that a text gives as such ("also known as")
  };
  NodeId id;
  std::string country;      ///< ISO 3166-1 alpha-3 or empty
  std::vector<Name> names;  ///< by count; canonical ones first
  uint64_t mentions = 0;
  uint64_t articles = 0;
  bool named = false;                      ///< has a proper name somewhere
  std::vector<std::string_view> offices;   ///< keys of Office::Kind::kExclusive, sorted
  std::string_view occupation;             ///< see occupation_of()
  uint16_t first_year = 0, last_year = 0;  ///< of the articles; 0: not known

  EntityType type() const { return id.type(); }
  /// The key of the most frequent canonical name.
  const std::string& key() const;
};

/// The nodes of a resolution, packed: 32 bytes each and the bytes of the names that are compared, with 3 bytes for each
/// alias. What many nodes share (country, offices and line of work together) is kept once.
class NodeTable {
 public:
  /// What RawNode holds, valid as long as the table. Of the names the most frequent canonical one.
  struct Node {
    NodeId id;
    std::string_view name_key;
    std::string_view country;
    uint32_t mentions = 0, articles = 0;
    bool named = false;
    std::span<const std::string_view> offices;
    std::string_view occupation;
    uint16_t first_year = 0, last_year = 0;

    EntityType type() const { return id.type(); }
    std::string_view key() const { return name_key; }
  };
  struct Alias {
    std::string_view key;
    uint32_t count = 0;  ///< 255 for more
    bool stated = false;
  };

  /// `space`: for what grows with the number of nodes, and for what the resolver makes of them; must outlive the table.
  /// Null: the heap.
  explicit NodeTable(ScratchSpace* space = nullptr) : entries_(space), arena_(space) {}
  ScratchSpace* space() const { return entries_.get_allocator().space(); }

  /// Room for so many nodes, so that adding them does not copy; costs no memory before it is used.
  void reserve(size_t nodes);
  /// Nodes without a name are left out. Counts above 2³² - 1 count as that. \throws InvalidArgument for more than 2³²
  /// nodes or 16 GiB of names.
  void add(const RawNode& node);
  /// Puts the nodes into the order of their ids; indices are those of the order afterwards.
  void sort();

  uint32_t size() const { return static_cast<uint32_t>(entries_.size()); }
  NodeId id(uint32_t index) const { return entries_[index].id; }
  uint32_t articles(uint32_t index) const { return entries_[index].articles; }
  std::string_view key(uint32_t index) const { return text(entries_[index].names * kUnit, entries_[index].key_bytes); }
  Node operator[](uint32_t index) const;
  /// Calls `visit(const Alias&)` for each name that is not canonical.
  template <typename Visit>
  void for_each_alias(uint32_t index, const Visit& visit) const {
    const Entry& entry = entries_[index];
    size_t at = entry.names * kUnit + entry.key_bytes;
    for (uint8_t i = 0; i < entry.aliases; ++i) {
      const auto length = static_cast<uint8_t>(arena_[at]), count = static_cast<uint8_t>(arena_[at + 1]);
      visit(Alias{text(at + 3, length), count, arena_[at + 2] != 0});
      at += 3 + length;
    }
  }
  /// In a sorted table among its first `end` nodes.
  std::optional<uint32_t> find(NodeId id, uint32_t end) const;

 private:
  static constexpr size_t kUnit = 4;  // offsets into the arena count in these

  struct Entry {
    NodeId id;
    uint32_t names = 0;  // in the arena, in units: the key, then the aliases
    uint32_t mentions = 0, articles = 0;
    uint32_t profile = 0;
    uint16_t first_year = 0, last_year = 0;
    uint8_t key_bytes = 0;  // name_key() gives at most 200
    uint8_t aliases = 0;
    bool named = false;
  };
  static_assert(sizeof(Entry) == 32);
  /// What a node says of its bearer.
  struct Profile {
    std::string country;
    std::string_view occupation;
    std::vector<std::string_view> offices;
    friend auto operator<=>(const Profile&, const Profile&) = default;
  };
  std::string_view text(size_t at, size_t length) const { return {arena_.data() + at, length}; }
  uint32_t number_of(Profile profile);

  ScratchVector<Entry> entries_;
  ScratchVector<char> arena_;
  std::map<Profile, uint32_t> numbers_;
  std::vector<const Profile*> profiles_;  // keys of numbers_
};

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_NODE_TABLE_H_
