#ifndef ACTANT_EXTRACT_ENTITY_CLUSTERS_H_
#define ACTANT_EXTRACT_ENTITY_CLUSTERS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "extract/entity/mention_info.h"

namespace actant {

/// What all mentions of a cluster say together.
struct ClusterFeatures {
  EntityType type = EntityType::kTopic;
  Gender gender = Gender::kUnknown;
  bool gender_by_pronoun = false;  ///< nothing but pronouns tells the gender
  Number number = Number::kUnknown;
  std::string_view iso3;  ///< first country found
  uint32_t name = kNone;  ///< its longest mention of kind kName that is no mere adjective, else the longest name
  uint32_t size = 1;      ///< mentions
  bool has_nominal = false;
  bool has_office = false;  ///< a title or a description says what the person is
};

/// Clusters of mentions that grow by merging (union-find); the layer kEntities in the making. Holds views of `document`
/// and `info`, which must not change meanwhile.
class Clusters {
 public:
  Clusters(const Document& document, const std::vector<MentionInfo>& info) : document_(document), info_(info) {}

  /// One cluster for each mention.
  void reset();
  uint32_t find(uint32_t mention) const;
  const ClusterFeatures& features(uint32_t mention) const { return features_[find(mention)]; }
  bool same(uint32_t a, uint32_t b) const { return find(a) == find(b); }

  /// The members, by ring: start at any, follow next_member() until it comes round.
  uint32_t next_member(uint32_t mention) const { return next_[mention]; }

  /// False where type, gender, number, country or names of the two contradict each other.
  bool compatible(uint32_t a, uint32_t b) const;
  /// Merges without asking.
  void unite(uint32_t a, uint32_t b);
  /// unite() where compatible() and neither phrase lies inside the other (i-within-i); true when they are one
  /// afterwards.
  bool try_unite(uint32_t a, uint32_t b);

  const Document& document() const { return document_; }
  const MentionInfo& info(uint32_t mention) const { return info_[mention]; }

 private:
  bool nested(uint32_t a, uint32_t b) const;

  const Document& document_;
  const std::vector<MentionInfo>& info_;
  mutable std::vector<uint32_t> parent_;
  std::vector<uint32_t> next_;
  std::vector<ClusterFeatures> features_;
};

}  // namespace actant

#endif  // ACTANT_EXTRACT_ENTITY_CLUSTERS_H_
