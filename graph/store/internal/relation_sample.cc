#include "graph/store/internal/relation_sample.h"

#include <string>
#include <string_view>

#include "graph/store/internal/coding.h"
#include "graph/store/internal/database.h"
#include "graph/store/internal/keys.h"

namespace actant::internal {
namespace {

constexpr uint64_t kSamplePlaces = 16;  // in each of the seven types: the hashes of ids are evenly spread
constexpr size_t kSampleKeys = 32;      // read at each place
constexpr int kTypes = 7;

/// Keys and different (node, relation) pairs of a sample, by relation.
struct SampleCounts {
  std::array<double, 256> keys{}, pairs{};
};

// Counts `weight` for each key read from `begin` on, as long as it is of the same type of node.
void sample_place(rocksdb::Iterator& it, const std::string& begin, double weight, SampleCounts& counts) {
  std::string pair;
  size_t left = kSampleKeys;
  for (it.Seek(slice(begin)); it.Valid() && left > 0; it.Next(), --left) {
    const std::string_view key = view(it.key());
    if (key.size() != kEdgeKeySize || (key[0] >> 4 & 15) != (begin[0] >> 4 & 15)) break;
    const auto relation = static_cast<unsigned char>(key[8]);
    counts.keys[relation] += weight;
    if (key.substr(0, 9) == pair) continue;
    pair = key.substr(0, 9);
    counts.pairs[relation] += weight;
  }
}

SampleCounts sample_family(const ReadView& view, Family family) {
  SampleCounts counts;
  const auto it = view.database.iterator(family, &view.snapshot);
  for (uint64_t type = 1; type <= kTypes; ++type) {
    std::string begin, end;
    put_u64(begin, type << 60);
    put_u64(end, (type + 1) << 60);
    const double share = view.database.estimate_entries(family, begin, end) + 1;
    SampleCounts of_type;
    double read = 0;
    for (uint64_t place = 0; place < kSamplePlaces; ++place) {
      std::string key;
      put_u64(key, type << 60 | place << 56);
      sample_place(*it, key, 1, of_type);
    }
    for (const double keys : of_type.keys) read += keys;
    if (read == 0) continue;
    for (size_t i = 0; i < counts.keys.size(); ++i) {
      counts.keys[i] += of_type.keys[i] * share / read;
      counts.pairs[i] += of_type.pairs[i] * share / read;
    }
  }
  return counts;
}

}  // namespace

RelationSample::Statistics RelationSample::read(const ReadView& view) {
  Statistics result;
  const SampleCounts out = sample_family(view, Family::kEdgesOut), in = sample_family(view, Family::kEdgesIn);
  for (size_t i = 0; i < result.size(); ++i) {
    result[i].edges = out.keys[i];
    result[i].fan_out = out.pairs[i] > 0 ? out.keys[i] / out.pairs[i] : 1;
    result[i].fan_in = in.pairs[i] > 0 ? in.keys[i] / in.pairs[i] : 1;
  }
  // A symmetric edge may be met from either end.
  for (const RelationInfo& info : relations()) {
    RelationStatistics& of = result[static_cast<size_t>(info.type)];
    if (info.symmetric) of.fan_out = of.fan_in = of.fan_out + of.fan_in;
  }
  return result;
}

RelationStatistics RelationSample::of(RelationType relation, const ReadView& view) {
  const std::lock_guard lock(mutex_);
  if (!statistics_) statistics_ = read(view);
  return (*statistics_)[static_cast<size_t>(relation)];
}

}  // namespace actant::internal
