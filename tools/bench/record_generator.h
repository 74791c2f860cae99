#ifndef ACTANT_TOOLS_BENCH_RECORD_GENERATOR_H_
#define ACTANT_TOOLS_BENCH_RECORD_GENERATOR_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "graph/model/record.h"

namespace actant::bench {

/// Records as an archive of news gives them, any number, from a seed: article `n` is always the same one.
///
/// Actors with Zipfian frequency, so that a few hubs are in most articles; each has five names that articles use. An
/// article has 8 entities with 20 mentions, 10 triples in 10 sentences of about 20 words of a Zipfian vocabulary, a
/// date of ten years and one of 50 publishers. One in twenty prints an earlier article of the same week again under
/// another headline.
class RecordGenerator {
 public:
  static constexpr size_t kTriples = 10, kMentions = 20, kEntities = 8;

  explicit RecordGenerator(size_t actors, uint64_t seed = 42) : actors_(actors), seed_(seed) {
    for (size_t i = 0; i < kWords; ++i) words_.push_back(syllables(i * 7919 + 13, 1 + i % 3));
    word_weights_ = zipf(kWords);
    actor_weights_ = zipf(actors);
  }

  Record article(uint64_t number) const {
    const bool reprint = number % 20 == 19;
    Record record = original(reprint ? number - 1 - mix(number) % 18 : number);
    record.doc.id = "article-" + std::to_string(number);
    record.doc.url = "https://daily" + std::to_string(mix(number) % 50) + ".example/" + std::to_string(number);
    record.doc.source = "Daily " + std::to_string(mix(number) % 50);
    if (reprint) record.text += " All rights reserved by the publisher of this daily paper.";
    return record;
  }

 private:
  static constexpr size_t kWords = 20000;

  static uint64_t mix(uint64_t x) {
    x = (x ^ x >> 31) * 0x7fb5d329728ea185ULL;
    x = (x ^ x >> 27) * 0x81dadef4bc2dd44dULL;
    return x ^ x >> 33;
  }

  static std::vector<double> zipf(size_t count) {
    std::vector<double> cumulative;
    double sum = 0;
    for (size_t i = 0; i < count; ++i) cumulative.push_back(sum += 1.0 / static_cast<double>(i + 2));
    return cumulative;
  }

  static size_t draw(const std::vector<double>& cumulative, std::mt19937_64& random) {
    const double x = std::uniform_real_distribution<>(0, cumulative.back())(random);
    return static_cast<size_t>(std::lower_bound(cumulative.begin(), cumulative.end(), x) - cumulative.begin());
  }

  static std::string syllables(uint64_t number, size_t count) {
    std::string out;
    for (uint64_t rest = mix(number + 1); count > 0; --count, rest /= 70) {
      out += "bdfgklmnprstvz"[rest % 14];
      out += "aeiou"[rest / 14 % 5];
    }
    return out;
  }

  static std::string capitalized(std::string word) {
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  }

  // One of the five names of an actor: in full, with an initial, with a middle name, with a title, with a name added.
  static std::string name(size_t actor, size_t form) {
    const std::string first = capitalized(syllables(actor * 4 + 1, 3)), last = capitalized(syllables(actor * 4 + 2, 4));
    switch (form) {
      case 1: return first.substr(0, 1) + ". " + last;
      case 2: return first + " " + capitalized(syllables(actor * 4 + 3, 2)) + " " + last;
      case 3: return "President " + first + " " + last;
      case 4: return first + " " + last + "-" + capitalized(syllables(actor * 4 + 4, 2));
      default: return first + " " + last;
    }
  }

  Record original(uint64_t number) const {
    std::mt19937_64 random(mix(number) ^ seed_);
    Record record;
    record.doc.language = "en";
    record.doc.date = date(random);
    for (int i = 0; i < 8; ++i) record.doc.title += (i ? " " : "") + words_[draw(word_weights_, random)];
    std::vector<size_t> actors;
    while (actors.size() < std::min(kEntities, actors_)) {
      const size_t actor = draw(actor_weights_, random);
      if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
    }
    for (const size_t actor : actors) {
      RecordEntity entity;
      entity.id = "e" + std::to_string(record.entities.size());
      entity.type = actor % 3 == 0 ? EntityType::kOrganization : EntityType::kPerson;
      entity.name = name(actor, random() % 4 == 0 ? random() % 5 : 0);
      record.entities.push_back(std::move(entity));
    }
    for (size_t i = 0; i < kTriples; ++i) add_sentence(record, i, random);
    return record;
  }

  static std::string date(std::mt19937_64& random) {
    std::array<char, 16> text;
    std::snprintf(text.data(), text.size(), "20%02d-%02d-%02d", static_cast<int>(15 + random() % 10),
                  static_cast<int>(1 + random() % 12), static_cast<int>(1 + random() % 28));
    return text.data();
  }

  void add_words(Record& record, size_t count, std::mt19937_64& random) const {
    for (; count > 0; --count) record.text += words_[draw(word_weights_, random)] + " ";
  }

  static void mention(Record& record, size_t entity) {
    const auto begin = static_cast<uint32_t>(record.text.size());
    record.text += record.entities[entity].name;
    record.entities[entity].mentions.push_back(
        {{begin, static_cast<uint32_t>(record.text.size())}, MentionKind::kName});
    record.text += ' ';
  }

  void add_sentence(Record& record, size_t index, std::mt19937_64& random) const {
    const auto begin = static_cast<uint32_t>(record.text.size());
    const size_t subject = index % record.entities.size(),
                 object = (subject + 1 + random() % 3) % record.entities.size();
    mention(record, subject);
    add_words(record, 6, random);
    mention(record, object);
    add_words(record, 10, random);
    record.text.back() = '.';
    RecordRelation relation;
    relation.subject = record.entities[subject].id;
    relation.object = record.entities[object].id;
    relation.type = relations()[1 + random() % 20].type;
    relation.confidence = 0.5 + static_cast<double>(random() % 5000) / 1e4;
    relation.evidence.push_back({begin, static_cast<uint32_t>(record.text.size())});
    record.relations.push_back(std::move(relation));
    record.text += ' ';
  }

  size_t actors_;
  uint64_t seed_;
  std::vector<std::string> words_;
  std::vector<double> word_weights_, actor_weights_;
};

}  // namespace actant::bench

#endif  // ACTANT_TOOLS_BENCH_RECORD_GENERATOR_H_
