#include "graph/store/internal/duplicates.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <tuple>

#include "graph/merge/text_signature.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/contribution.h"
#include "graph/store/internal/entries.h"
#include "graph/store/internal/merged_sums.h"
#include "graph/store/internal/replacement.h"

namespace actant::internal {
namespace {

constexpr size_t kBandMemory = size_t{256} << 20;
constexpr size_t kKeptSignatures = size_t{2} << 20;  // articles; 128 MiB
constexpr uint32_t kFirstCompared = 4;               // of the articles of a band, each is compared with the first ones
constexpr uint32_t kLastCompared = 8;                // and with the ones before it
constexpr int kMostDays = 30;

// A number that grows by one a day, nearly: months count 31 days.
int day_number(PackedDate date) { return static_cast<int>((date >> 9) * 372 + (date >> 5 & 15) * 31 + (date & 31)); }

bool near_in_time(PackedDate a, PackedDate b) {
  return a == 0 || b == 0 || std::abs(day_number(a) - day_number(b)) <= kMostDays;
}

PackedDate undated_last(PackedDate date) { return date == 0 ? ~PackedDate{0} : date; }

class Finder {
 public:
  explicit Finder(const Database& database) : database_(database) {}

  std::vector<std::pair<ArticleId, ArticleId>> run() {
    read_articles();
    const size_t group = std::clamp<size_t>(kBandMemory / 8 / std::max<size_t>(ids_.size(), 1), 1, kSignatureBands);
    for (size_t band = 0; band < kSignatureBands && ids_.size() > 1; band += group) {
      compare_bands(band, std::min(band + group, kSignatureBands));
    }
    return links();
  }

 private:
  void scan(const std::function<void(ArticleId, const ArticleValue&)>& visit) const {
    database_.scan(Family::kArticles, {}, [&](std::string_view key, std::string_view bytes) {
      const auto value = parse_value<ArticleValue>(bytes, "articles");
      if (value.signature.size() == kSignatureBytes) visit(decode_article_key(key), value);
      return true;
    });
  }

  void read_articles() {
    scan([&](ArticleId id, const ArticleValue& value) {
      ids_.push_back(id);
      dates_.push_back(pack_date(value.info.date));
      if (ids_.size() <= kKeptSignatures) signatures_ += value.signature;
    });
    parents_.resize(ids_.size());
    std::iota(parents_.begin(), parents_.end(), 0);
  }

  std::string signature(uint32_t index) const {
    if (index < kKeptSignatures) return signatures_.substr(index * kSignatureBytes, kSignatureBytes);
    const auto bytes = database_.get(Family::kArticles, article_key(ids_[index]));
    return bytes ? parse_value<ArticleValue>(*bytes, "articles").signature : std::string();
  }

  void compare_bands(size_t begin, size_t end) {
    std::vector<std::vector<uint64_t>> bands(end - begin);  // value of the band, index of the article
    uint32_t index = 0;
    const auto add = [&](std::string_view signature) {
      for (size_t band = begin; band < end; ++band) {
        bands[band - begin].push_back(uint64_t{signature_band(signature, band)} << 32 | index);
      }
      ++index;
    };
    if (ids_.size() <= kKeptSignatures) {
      while (index < ids_.size()) add(std::string_view(signatures_).substr(index * kSignatureBytes, kSignatureBytes));
    } else {
      scan([&](ArticleId, const ArticleValue& value) { add(value.signature); });
    }
    for (auto& band : bands) compare_band(band);
  }

  void compare_band(std::vector<uint64_t>& entries) {
    std::sort(entries.begin(), entries.end());
    for (size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
      while (end < entries.size() && entries[end] >> 32 == entries[begin] >> 32) ++end;
      for (size_t i = begin + 1; i < end; ++i) {
        const size_t firsts = std::min(begin + kFirstCompared, i);
        for (size_t k = begin; k < firsts; ++k) compare(entries[k], entries[i]);
        for (size_t k = std::max(firsts, i > kLastCompared ? i - kLastCompared : 0); k < i; ++k) {
          compare(entries[k], entries[i]);
        }
      }
    }
  }

  void compare(uint64_t a, uint64_t b) {
    const auto first = static_cast<uint32_t>(a), second = static_cast<uint32_t>(b);
    if (root(first) == root(second) || !near_in_time(dates_[first], dates_[second])) return;
    const std::string one = signature(first), other = signature(second);
    if (one.size() != other.size() || signature_similarity(one, other) < kSameStory) return;
    parents_[std::max(root(first), root(second))] = std::min(root(first), root(second));
  }

  uint32_t root(uint32_t index) {
    while (parents_[index] != index) index = parents_[index] = parents_[parents_[index]];
    return index;
  }

  std::vector<std::pair<ArticleId, ArticleId>> links() {
    const auto before = [&](uint32_t a, uint32_t b) {
      return std::tuple(undated_last(dates_[a]), ids_[a]) < std::tuple(undated_last(dates_[b]), ids_[b]);
    };
    std::vector<uint32_t> originals(parents_);  // of the cluster with this root
    for (uint32_t i = 0; i < parents_.size(); ++i) originals[i] = i;
    for (uint32_t i = 0; i < parents_.size(); ++i) {
      uint32_t& original = originals[root(i)];
      if (before(i, original)) original = i;
    }
    std::vector<std::pair<ArticleId, ArticleId>> result;
    for (uint32_t i = 0; i < parents_.size(); ++i) {
      const uint32_t original = originals[root(i)];
      if (original != i) result.emplace_back(ids_[i], ids_[original]);
    }
    return result;
  }

  const Database& database_;
  std::vector<ArticleId> ids_;  // of the articles with a signature, in the order of their ids
  std::vector<PackedDate> dates_;
  std::string signatures_;
  std::vector<uint32_t> parents_;
};

// The keys of the edges that these articles support, sorted.
std::vector<std::string> edges_of(const Database& database,
                                  const std::vector<std::pair<ArticleId, ArticleId>>& duplicates) {
  std::vector<std::string> keys;
  for (const auto& [article, original] : duplicates) {
    const auto bytes = database.get(Family::kContributions, article_key(article));
    if (!bytes) throw CorruptData("the contribution of article " + article.to_string() + " is missing");
    for (const auto& part : parse_contribution(article, *bytes).edges) keys.push_back(edge_key(part.key));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

EdgeAggregate count_evidence(const ReadView& view, std::string_view key) {
  CountedOnce once(view);
  view.database.scan(
      Family::kEvidence, key,
      [&](std::string_view row, std::string_view bytes) {
        once.add(decode_evidence_key(row), parse_value<EvidenceValue>(bytes, "evidence"));
        return true;
      },
      &view.snapshot);
  return once.sum();
}

}  // namespace

std::vector<std::pair<ArticleId, ArticleId>> find_duplicates(const Database& database) {
  return Finder(database).run();
}

void for_each_counted_once(const ReadView& view, const std::vector<std::pair<ArticleId, ArticleId>>& duplicates,
                           const std::function<void(std::string_view key, std::string_view value)>& visit) {
  for (const std::string& key : edges_of(view.database, duplicates)) {
    const auto stored = view.database.get(Family::kEdgesOut, key, &view.snapshot);
    if (!stored) throw CorruptData("edge " + decode_edge_key(key).to_string() + " has no entry in edges_out");
    const std::string once = encode(count_evidence(view, key));
    if (once == *stored) continue;
    std::string value;
    put_string(value, *stored);
    visit(key, value + once);
  }
}

void write_duplicates(Database& database, const std::vector<std::pair<ArticleId, ArticleId>>& duplicates,
                      bool counted) {
  Replacement links(database, Family::kDuplicates);
  for (const auto& [article, original] : duplicates) links.next(article_key(article), article_key(original));
  links.finish();
  const OpenLemmas lemmas(database);
  const ReadView view(database, lemmas, nullptr, true);
  Replacement sums(database, Family::kEdgesOnce, {}, kMergedSums);
  if (!counted) {
    for_each_counted_once(view, duplicates,
                          [&](std::string_view key, std::string_view value) { sums.next(key, value); });
  }
  sums.finish();
  rocksdb::WriteBatch batch;
  check(!counted && !duplicates.empty() ? batch.Put(database.handle(Family::kMeta), kStories, "1")
                                        : batch.Delete(database.handle(Family::kMeta), kStories),
        "cannot resolve");
  database.write(batch);
}

uint64_t count_duplicates(const Database& database, const Database::Snapshot* snapshot) {
  uint64_t links = 0;
  database.scan(Family::kDuplicates, {}, [&](std::string_view, std::string_view) { return ++links > 0; }, snapshot);
  return links;
}

ArticleId original_of(const ReadView& view, ArticleId article) {
  const auto original = view.database.get(Family::kDuplicates, article_key(article), &view.snapshot);
  return original ? decode_article_key(*original) : article;
}

Originals::Originals(const ReadView& view) {
  if (!view.stories) return;
  view.database.scan(
      Family::kDuplicates, {},
      [&](std::string_view key, std::string_view value) {
        links_.emplace_back(decode_article_key(key), decode_article_key(value));
        return true;
      },
      &view.snapshot);
}

ArticleId Originals::of(ArticleId article) const {
  const auto it = std::lower_bound(links_.begin(), links_.end(), std::pair(article, ArticleId{}));
  return it != links_.end() && it->first == article ? it->second : article;
}

void CountedOnce::add(const EvidenceKey& key, const EvidenceValue& value) {
  const ArticleId story = !view_.stories ? key.article
                          : originals_   ? originals_->of(key.article)
                                         : original_of(view_, key.article);
  rows_.push_back({story, key.published, key.article, value});
}

EdgeAggregate CountedOnce::sum() {
  std::stable_sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return std::tuple(a.story, undated_last(a.published), a.article) <
           std::tuple(b.story, undated_last(b.published), b.article);
  });
  EdgeAggregate sum;
  for (size_t begin = 0, end = 0; begin < rows_.size(); begin = end) {
    std::vector<EvidenceValue> first;
    for (; end < rows_.size() && rows_[end].story == rows_[begin].story; ++end) {
      if (rows_[end].article == rows_[begin].article) first.push_back(std::move(rows_[end].value));
    }
    sum.add(aggregate_of(first, rows_[begin].published));
  }
  return sum;
}

EdgeAggregate counted_once(const ReadView& view, std::string_view key, const EdgeAggregate& stored) {
  if (!view.stories) return stored;
  const auto bytes = view.database.get(Family::kEdgesOnce, key, &view.snapshot);
  return bytes ? counted_once(view, key, stored, *bytes) : stored;
}

EdgeAggregate counted_once(const ReadView& view, std::string_view key, const EdgeAggregate& stored,
                           std::string_view once) {
  Decoder in(once);
  const std::string_view made_from = in.string();
  // Articles came or went since the sums were made: until the next resolution they are made anew for each reader.
  if (!in.ok() || made_from != encode(stored)) return count_evidence(view, key);
  return parse_value<EdgeAggregate>(once.substr(once.size() - in.left()), "edges_once");
}

}  // namespace actant::internal
