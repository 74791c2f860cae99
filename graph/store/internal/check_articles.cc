// What articles hold: their sentences, mentions, statements and evidence.

#include "graph/model/error.h"
#include "graph/store/internal/check_parts.h"
#include "graph/store/internal/contribution.h"
#include "graph/store/internal/read_view.h"

namespace actant::internal {
namespace {

void check_sentence_count(GraphCheck& check, std::string_view key, std::string_view bytes, uint64_t found) {
  const auto expected = parse_contribution(decode_article_key(key), bytes).sentence_count;
  if (!expected || *expected == found) return;
  check.problem("sentences", "article " + decode_article_key(key).to_string() + " has " + std::to_string(found) +
                                 " sentences, expected " + std::to_string(*expected));
}

/// The pieces of evidence of an edge in an article are numbered from 0 without a gap.
class Numbering {
 public:
  explicit Numbering(GraphCheck& check) : check_(check) {}

  bool is_first(std::string_view key) {
    const EvidenceKey place = decode_evidence_key(key);
    ++check_.result().evidence;
    const std::string_view prefix = key.substr(0, key.size() - 2);
    const uint32_t expected = prefix == last_evidence_ ? next_ordinal_ : 0;
    if (place.ordinal != expected)
      check_.problem("evidence", GraphCheck::describe(Family::kEvidence, key) + ": piece " +
                                     std::to_string(place.ordinal) + " found, " + std::to_string(expected) +
                                     " expected");
    last_evidence_ = prefix;
    next_ordinal_ = place.ordinal + 1u;
    return place.ordinal == 0;
  }

 private:
  GraphCheck& check_;
  std::string last_evidence_;
  uint32_t next_ordinal_ = 0;
};

}  // namespace

void check_articles(GraphCheck& check) {
  check.scan(Family::kArticles, [&](std::string_view key, std::string_view bytes) {
    const auto value = parse_value<ArticleValue>(bytes, "articles");
    const ArticleId id = decode_article_key(key);
    ++check.result().articles;
    if (ArticleId::of(value.info.id) != id)
      check.problem("articles", "article " + id.to_string() + " has the id '" + value.info.id + "' of another");
    if (!check.database().get(Family::kContributions, key, &check.snapshot())) {
      check.problem("articles", "article '" + value.info.id + "' has no contribution");
    }
  });
}

void check_sentences(GraphCheck& check) {
  const auto contributions = check.database().iterator(Family::kContributions, &check.snapshot());
  contributions->SeekToFirst();
  std::string article;
  uint64_t found = 0;
  const auto end_article = [&] {
    // Articles without sentences in between.
    for (; contributions->Valid() && view(contributions->key()) <= article; contributions->Next()) {
      const bool own = view(contributions->key()) == article;
      check_sentence_count(check, view(contributions->key()), view(contributions->value()), own ? found : 0);
    }
  };
  check.scan(Family::kSentences, [&](std::string_view key, std::string_view) {
    if (key.size() != 12)
      throw CorruptData("a key of sentences has " + std::to_string(key.size()) + " bytes, expected 12");
    if (key.substr(0, 8) != article) {
      if (found > 0) end_article();
      article = key.substr(0, 8);
      found = 0;
      if (!check.database().get(Family::kArticles, article, &check.snapshot())) {
        check.problem("sentences",
                      "a sentence of article " + decode_article_key(article).to_string() + ", which is not stored");
      }
    }
    ++found;
  });
  if (found > 0) end_article();
  article.assign(9, '\xff');
  end_article();
  check.database().check_iterator(*contributions);
}

void check_contributions(GraphCheck& check) {
  ExpectedEntries expected(check.options());
  SortedRuns& listed = expected.runs();
  check.scan(Family::kContributions, [&](std::string_view key, std::string_view bytes) {
    const auto article = check.database().get(Family::kArticles, key, &check.snapshot());
    if (!article)
      return check.problem(
          "articles", "a contribution of article " + decode_article_key(key).to_string() + ", which is not stored");
    Contribution contribution = parse_contribution(decode_article_key(key), bytes);
    contribution.value = parse_value<ArticleValue>(*article, "articles");
    if (contribution.value.relations != contribution.edges.size()) {
      check.problem("articles",
                    "article '" + contribution.value.info.id + "' has another number of edges than its contribution");
    }
    const PackedDate published = contribution.published();
    for (const auto& part : contribution.nodes) {
      listed.put(Family::kMentions, mention_key(part.node, contribution.article),
                 encode(MentionValue{part.mentions, published}));
      if (part.node.type() == EntityType::kStatement) {
        listed.put(Family::kStatements, mention_key(part.node, contribution.article), "");
      }
    }
    for (const auto& part : contribution.edges) {
      listed.put(Family::kEvidence, evidence_key(part.key, published, contribution.article, 0), "");
    }
  });
  listed.finish();
  check.compare(Family::kMentions, *listed.source(Family::kMentions), [](std::string_view) { return true; }, true);
  check.compare(Family::kStatements, *listed.source(Family::kStatements), [](std::string_view) { return true; }, false);
  check.scan(Family::kStatements,
             [](std::string_view, std::string_view bytes) { parse_value<StatementValue>(bytes, "statements"); });
  // A contribution lists edges, so that the first piece of evidence of each stands for all.
  Numbering numbering(check);
  check.compare(
      Family::kEvidence, *listed.source(Family::kEvidence),
      [&](std::string_view key) { return numbering.is_first(key); }, false);
}

}  // namespace actant::internal
