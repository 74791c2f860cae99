// Trains the coreference ranker (extract/coref/ranker.md) on the examples of coref_examples.
//
//   train_coref --train examples [--train more] [--dev examples] --out weights
//               [--hidden 64] [--epochs 6] [--rate 0.05] [--least 20] [--dropout 0.25] [--feature-dropout 0.2] [--seed
//               1]
//               [--missed-cost X] [--false-cost X] [--wrong-cost X]
//
// Loss: softmax over the antecedents and "new" with the margins of Durrett and Klein, "Easy Victories and Uphill
// Battles in Coreference Resolution" (EMNLP 2013); AdaGrad. export_coref.py makes the model file of the weights.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tools/train/coref_example_set.h"

namespace actant {
namespace {

struct Options {
  std::vector<std::string> train, dev;
  std::string out;
  uint32_t hidden = 64, epochs = 6, least = 20, seed = 1;
  float rate = 0.05f, dropout = 0.25f, feature_dropout = 0.2f;
  float missed_cost = 2.0f, false_cost = 0.4f, wrong_cost = 1.0f;
};

class Trainer {
 public:
  explicit Trainer(const Options& options) : options_(options), random_(options.seed), stride_(options.hidden + 1) {}

  void run() {
    for (const std::string& path : options_.train) read_coref_examples(path, train_);
    for (const std::string& path : options_.dev) read_coref_examples(path, dev_);
    number_features();
    std::fprintf(stderr, "%zu articles, %zu candidates, %zu pairs, %zu features\n", train_.articles.size(),
                 train_.candidates.size(), train_.pairs.size(), keys_.size());
    std::vector<uint32_t> order(train_.articles.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const size_t steps = static_cast<size_t>(options_.epochs) * order.size();
    size_t step = 0;
    for (uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
      std::shuffle(order.begin(), order.end(), random_);
      loss_ = 0;
      epoch_ = epoch + 1;
      for (const uint32_t a : order) {
        rate_ = options_.rate * (1.0f - static_cast<float>(step++) / static_cast<float>(steps));
        article(train_, train_.articles[a], true);
      }
      std::fprintf(stderr, "epoch %u loss %.4f", epoch + 1, loss_ / static_cast<double>(train_.candidates.size()));
      if (!dev_.articles.empty()) evaluate();
      std::fprintf(stderr, "\n");
    }
    save();
  }

 private:
  void number_features() {
    KeyTable table;
    for (const uint32_t key : train_.pool) ++table.at(key);
    keys_ = table.number(options_.least);
    for (CorefExamples* examples : {&train_, &dev_}) {
      for (uint32_t& key : examples->pool) key = table.find(key);
    }
    rows_.resize(keys_.size() * stride_);
    squares_.assign(rows_.size(), 1e-6f);
    std::uniform_real_distribution<float> small(-0.05f, 0.05f), wide(-0.3f, 0.3f);
    for (size_t r = 0; r < rows_.size(); ++r) rows_[r] = (r + 1) % stride_ == 0 ? 0 : small(random_);
    for (auto* out : {&out_new_, &out_pair_}) {
      out->resize(stride_);
      for (float& w : *out) w = wide(random_);
      out->back() = 0;
    }
    out_new_squares_.assign(stride_, 1e-6f);
    out_pair_squares_.assign(stride_, 1e-6f);
  }

  // Forward and backward step of an epoch drop the same.
  bool is_dropped(uint32_t f) const {
    uint32_t hash = (f ^ epoch_ * 0x9e3779b1u) * 0x85ebca6bu;
    hash = (hash ^ hash >> 15) * 0xc2b2ae35u;
    return (hash ^ hash >> 16) < drop_below_;
  }

  void add(const CorefExamples& examples, uint32_t begin, uint32_t end, float* sum) const {
    const float scale = drop_below_ == 0 ? 1 : 1 / (1 - options_.feature_dropout);
    for (uint32_t f = begin; f < end; ++f) {
      const uint32_t row = examples.pool[f];
      if (row == kAbsent || is_dropped(f)) continue;
      const float* from = rows_.data() + size_t{row} * stride_;
      for (uint32_t k = 0; k < stride_; ++k) sum[k] += scale * from[k];
    }
  }

  static void step(float* weights, float* squares, const float* gradient, uint32_t count, float rate) {
    for (uint32_t k = 0; k < count; ++k) {
      const float g = gradient[k];
      squares[k] += g * g;
      weights[k] -= rate * g / std::sqrt(squares[k]);
    }
  }

  void update(const CorefExamples& examples, uint32_t begin, uint32_t end, const float* gradient) {
    for (uint32_t f = begin; f < end; ++f) {
      const uint32_t row = examples.pool[f];
      if (row == kAbsent || is_dropped(f)) continue;
      step(rows_.data() + size_t{row} * stride_, squares_.data() + size_t{row} * stride_, gradient, stride_, rate_);
    }
  }

  float output(const float* sum, const std::vector<float>& out) const {
    float score = sum[stride_ - 1] + out[stride_ - 1];
    for (uint32_t k = 0; k + 1 < stride_; ++k) score += out[k] * mask_[k] * std::max(sum[k], 0.0f);
    return score;
  }

  // Gradient of a score by its sum, times g, into `into`; that by the output weights into `out_gradient`.
  void backward(const float* sum, const std::vector<float>& out, float g, float* into, float* out_gradient) const {
    for (uint32_t k = 0; k + 1 < stride_; ++k) {
      if (sum[k] <= 0) continue;
      into[k] += g * out[k] * mask_[k];
      out_gradient[k] += g * sum[k] * mask_[k];
    }
    into[stride_ - 1] += g;
    out_gradient[stride_ - 1] += g;
  }

  void draw_mask(bool learn) {
    mask_.assign(stride_, 1.0f);
    if (!learn || options_.dropout <= 0) return;
    std::bernoulli_distribution keep(1 - options_.dropout);
    for (float& m : mask_) m = keep(random_) ? 1 / (1 - options_.dropout) : 0;
  }

  void article(const CorefExamples& examples, const CorefArticle& article, bool learn) {
    drop_below_ = learn ? static_cast<uint32_t>(options_.feature_dropout * 4294967040.0f) : 0;
    const uint32_t count = article.end - article.begin;
    antecedent_.assign(size_t{count} * stride_, 0);
    antecedent_gradient_.assign(antecedent_.size(), 0);
    used_.assign(count, false);
    for (uint32_t i = 0; i < count; ++i) {
      const CorefExample& c = examples.candidates[article.begin + i];
      const uint32_t third = (c.end - c.begin) / 3;
      add(examples, c.begin + 2 * third, c.end, antecedent_.data() + size_t{i} * stride_);
    }
    for (uint32_t i = article.begin; i < article.end; ++i) candidate(examples, article, i, learn);
    if (!learn) return;
    for (uint32_t i = 0; i < count; ++i) {
      if (!used_[i]) continue;
      const CorefExample& c = examples.candidates[article.begin + i];
      const uint32_t third = (c.end - c.begin) / 3;
      update(examples, c.begin + 2 * third, c.end, antecedent_gradient_.data() + size_t{i} * stride_);
    }
  }

  void candidate(const CorefExamples& examples, const CorefArticle& article, uint32_t i, bool learn) {
    const CorefExample& c = examples.candidates[i];
    const uint32_t pairs = c.pair_end - c.pair_begin;
    if (pairs == 0) return;
    bool any = c.fresh;
    for (uint32_t p = c.pair_begin; p < c.pair_end; ++p) any = any || examples.pairs[p].right;
    if (!any) return;
    draw_mask(learn);
    const uint32_t third = (c.end - c.begin) / 3;
    alone_.assign(stride_, 0);
    anaphor_.assign(stride_, 0);
    add(examples, c.begin, c.begin + third, alone_.data());
    add(examples, c.begin + third, c.begin + 2 * third, anaphor_.data());
    sums_.resize(size_t{pairs} * stride_);
    scores_.resize(pairs + 1);
    scores_[pairs] = output(alone_.data(), out_new_);
    for (uint32_t p = 0; p < pairs; ++p) {
      const CorefPair& pair = examples.pairs[c.pair_begin + p];
      float* sum = sums_.data() + size_t{p} * stride_;
      const float* other = antecedent_.data() + size_t{pair.antecedent - article.begin} * stride_;
      for (uint32_t k = 0; k < stride_; ++k) sum[k] = anaphor_[k] + other[k];
      add(examples, pair.begin, pair.end, sum);
      scores_[p] = output(sum, out_pair_);
    }
    if (learn) {
      learn_from(examples, article, c);
    } else {
      count(examples, c);
    }
  }

  void learn_from(const CorefExamples& examples, const CorefArticle& article, const CorefExample& c) {
    const uint32_t pairs = c.pair_end - c.pair_begin;
    bool linked = false;
    for (uint32_t p = 0; p < pairs; ++p) linked = linked || examples.pairs[c.pair_begin + p].right;
    double all = 0, right = 0;
    float most = -1e30f;
    for (uint32_t p = 0; p <= pairs; ++p) {
      const bool good = p == pairs ? c.fresh : examples.pairs[c.pair_begin + p].right;
      if (!good) scores_[p] += p == pairs ? options_.missed_cost : c.fresh ? options_.false_cost : options_.wrong_cost;
      most = std::max(most, scores_[p]);
    }
    weights_.resize(pairs + 1);
    for (uint32_t p = 0; p <= pairs; ++p) {
      const bool good = p == pairs ? c.fresh : examples.pairs[c.pair_begin + p].right;
      weights_[p] = std::exp(scores_[p] - most);
      all += weights_[p];
      if (good) right += weights_[p];
    }
    loss_ -= std::log(std::max(right / all, 1e-12));
    gradient_.assign(stride_, 0);
    std::vector<float> anaphor_gradient(stride_, 0), out_new(stride_, 0), out_pair(stride_, 0);
    for (uint32_t p = 0; p <= pairs; ++p) {
      const bool good = p == pairs ? c.fresh : examples.pairs[c.pair_begin + p].right;
      const auto g = static_cast<float>(weights_[p] / all - (good ? weights_[p] / right : 0));
      if (std::abs(g) < 1e-4f) continue;
      std::fill(gradient_.begin(), gradient_.end(), 0.0f);
      if (p == pairs) {
        backward(alone_.data(), out_new_, g, gradient_.data(), out_new.data());
        const uint32_t third = (c.end - c.begin) / 3;
        update(examples, c.begin, c.begin + third, gradient_.data());
        continue;
      }
      const CorefPair& pair = examples.pairs[c.pair_begin + p];
      backward(sums_.data() + size_t{p} * stride_, out_pair_, g, gradient_.data(), out_pair.data());
      update(examples, pair.begin, pair.end, gradient_.data());
      const uint32_t j = pair.antecedent - article.begin;
      used_[j] = true;
      for (uint32_t k = 0; k < stride_; ++k) {
        anaphor_gradient[k] += gradient_[k];
        antecedent_gradient_[size_t{j} * stride_ + k] += gradient_[k];
      }
    }
    const uint32_t third = (c.end - c.begin) / 3;
    update(examples, c.begin + third, c.begin + 2 * third, anaphor_gradient.data());
    step(out_new_.data(), out_new_squares_.data(), out_new.data(), stride_, rate_ * 0.2f);
    step(out_pair_.data(), out_pair_squares_.data(), out_pair.data(), stride_, rate_ * 0.2f);
  }

  void count(const CorefExamples& examples, const CorefExample& c) {
    const uint32_t pairs = c.pair_end - c.pair_begin;
    const auto best = static_cast<uint32_t>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
    if (best < pairs) {
      ++linked_;
      linked_right_ += examples.pairs[c.pair_begin + best].right;
    }
    anaphors_ += !c.fresh;
  }

  void evaluate() {
    linked_ = linked_right_ = anaphors_ = 0;
    for (const CorefArticle& a : dev_.articles) article(dev_, a, false);
    const double p = 100.0 * static_cast<double>(linked_right_) / static_cast<double>(std::max<size_t>(linked_, 1));
    const double r = 100.0 * static_cast<double>(linked_right_) / static_cast<double>(std::max<size_t>(anaphors_, 1));
    std::fprintf(stderr, "  dev links: precision %.2f recall %.2f F1 %.2f", p, r, 2 * p * r / std::max(p + r, 1e-9));
  }

  void save() const {
    std::ofstream out(options_.out, std::ios::binary);
    const auto put = [&](const void* data, size_t bytes) {
      out.write(static_cast<const char*>(data), static_cast<std::streamsize>(bytes));
    };
    const uint32_t head[2] = {options_.hidden, static_cast<uint32_t>(keys_.size())};
    put(head, sizeof head);
    put(keys_.data(), keys_.size() * 4);
    put(rows_.data(), rows_.size() * 4);
    put(out_new_.data(), stride_ * 4);
    put(out_pair_.data(), stride_ * 4);
    if (!out) throw std::runtime_error("cannot write " + options_.out);
  }

  Options options_;
  std::mt19937 random_;
  uint32_t stride_;
  CorefExamples train_, dev_;
  std::vector<uint32_t> keys_;
  std::vector<float> rows_, squares_, out_new_, out_pair_, out_new_squares_, out_pair_squares_, mask_;
  std::vector<float> antecedent_, antecedent_gradient_, alone_, anaphor_, sums_, scores_, gradient_;
  std::vector<double> weights_;
  std::vector<bool> used_;
  float rate_ = 0;
  uint32_t epoch_ = 0, drop_below_ = 0;
  double loss_ = 0;
  size_t linked_ = 0, linked_right_ = 0, anaphors_ = 0;
};

bool parse(int argc, char** argv, Options& options) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    const char* value = argv[i + 1];
    if (name == "--train")
      options.train.emplace_back(value);
    else if (name == "--dev")
      options.dev.emplace_back(value);
    else if (name == "--out")
      options.out = value;
    else if (name == "--hidden")
      options.hidden = static_cast<uint32_t>(std::atoi(value));
    else if (name == "--epochs")
      options.epochs = static_cast<uint32_t>(std::atoi(value));
    else if (name == "--least")
      options.least = static_cast<uint32_t>(std::atoi(value));
    else if (name == "--seed")
      options.seed = static_cast<uint32_t>(std::atoi(value));
    else if (name == "--rate")
      options.rate = std::strtof(value, nullptr);
    else if (name == "--dropout")
      options.dropout = std::strtof(value, nullptr);
    else if (name == "--feature-dropout")
      options.feature_dropout = std::strtof(value, nullptr);
    else if (name == "--missed-cost")
      options.missed_cost = std::strtof(value, nullptr);
    else if (name == "--false-cost")
      options.false_cost = std::strtof(value, nullptr);
    else if (name == "--wrong-cost")
      options.wrong_cost = std::strtof(value, nullptr);
    else
      return false;
  }
  return argc % 2 == 1 && !options.train.empty() && !options.out.empty();
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  actant::Options options;
  if (!actant::parse(argc, argv, options)) {
    std::fputs(
        "usage: train_coref --train EXAMPLES [--dev EXAMPLES] --out WEIGHTS [options, see the head of the file]\n",
        stderr);
    return 2;
  }
  try {
    actant::Trainer(options).run();
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_coref: %s\n", error.what());
    return 1;
  }
}
