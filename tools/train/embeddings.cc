// embeddings: trains the input vectors of the joint network (structured skip-gram).
//
//   embeddings --out PREFIX [--words FILE] [--pretokenized FILE] [options] < raw_text
//
// Reads raw text on stdin (one paragraph a line), splits it roughly as Universal Dependencies does, and writes
//   PREFIX.vocab   the words in id order, one a line; id 0 is <unk>
//   PREFIX.f32     word [V x E] and then ngram [G x E], little-endian f32, row-major
//
// A word's vector is word[id] + (1 / sqrt(n)) * sum of its hashed n-gram rows, exactly as in extract/nn/network.md;
// words outside the vocabulary train row 0 and their n-grams.  The output side has one matrix for each relative
// position (Ling et al. 2015, "Two/Too Simple Adaptations of Word2Vec for Syntax Problems"), because a parser
// needs to know on which side a neighbour stands; negatives are drawn from count^0.75 (Mikolov et al. 2013).
// Threads update without locks (Recht et al. 2011, "Hogwild"), so two runs differ slightly.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <clocale>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cwctype>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace {

constexpr int kSize = 128;  // E, width of a vector
constexpr int kWindow = 4;  // positions on each side
constexpr int kMaxNgrams = 40;

struct Options {
  std::string out, words, pretokenized;
  int vocabulary = 40000, buckets = 32768, min_count = 12, epochs = 3, threads = 2, negatives = 5;
  double rate = 0.03, sample = 1e-4;
};

// ---------------------------------------------------------------------------------------------- text

/// Decodes UTF-8; a broken byte becomes U+FFFD.
std::u32string decode(std::string_view s) {
  std::u32string out;
  out.reserve(s.size());
  for (size_t i = 0; i < s.size();) {
    unsigned char c = s[i];
    int n = c < 0x80 ? 1 : c >> 5 == 6 ? 2 : c >> 4 == 14 ? 3 : c >> 3 == 30 ? 4 : 0;
    if (n == 0 || i + n > s.size()) {
      out.push_back(0xFFFD);
      ++i;
      continue;
    }
    char32_t cp = n == 1 ? c : c & (0xFF >> (n + 1));
    for (int k = 1; k < n; ++k) cp = cp << 6 | (s[i + k] & 0x3F);
    out.push_back(cp);
    i += n;
  }
  return out;
}

void encode(char32_t c, std::string& out) {
  if (c < 0x80) {
    out += char(c);
  } else if (c < 0x800) {
    out += char(0xC0 | c >> 6);
    out += char(0x80 | (c & 63));
  } else if (c < 0x10000) {
    out += char(0xE0 | c >> 12);
    out += char(0x80 | (c >> 6 & 63));
    out += char(0x80 | (c & 63));
  } else {
    out += char(0xF0 | c >> 18);
    out += char(0x80 | (c >> 12 & 63));
    out += char(0x80 | (c >> 6 & 63));
    out += char(0x80 | (c & 63));
  }
}

/// `norm` of network.md for one code point.
char32_t norm(char32_t c) {
  if (c >= '0' && c <= '9') return '0';
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x2032: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x2033: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212: return '-';
    default: return char32_t(std::towlower(wint_t(c)));
  }
}

const std::unordered_set<std::u32string> kAbbreviations = {
    U"mr.",  U"mrs.",  U"ms.",  U"dr.",   U"gen.",  U"sen.", U"rep.",  U"gov.", U"col.",  U"lt.",
    U"sgt.", U"capt.", U"st.",  U"jr.",   U"sr.",   U"inc.", U"corp.", U"co.",  U"ltd.",  U"vs.",
    U"etc.", U"jan.",  U"feb.", U"aug.",  U"sept.", U"oct.", U"nov.",  U"dec.", U"prof.", U"rev.",
    U"hon.", U"adm.",  U"maj.", U"brig.", U"cmdr.", U"mt.",  U"ft."};

bool word_char(char32_t c) {
  return (c < 0x80 && (std::isalnum(int(c)) != 0)) || (c >= 0x80 && std::iswalnum(wint_t(c)) != 0);
}

/// Splits one blank-separated, normalized chunk into tokens and appends them to `out`.
void split_chunk(const std::u32string& s, std::vector<std::u32string>& out) {
  if (s.find(U"://") != s.npos || s.find(U'@') != s.npos || s.rfind(U"www.", 0) == 0) {
    out.push_back(s);
    return;
  }
  size_t i = 0;
  while (i < s.size()) {
    if (!word_char(s[i])) {  // punctuation: runs of the same mark (... --) stay together
      size_t j = i + 1;
      while (j < s.size() && s[j] == s[i] && (s[i] == '.' || s[i] == '-' || s[i] == '!' || s[i] == '?')) ++j;
      if (s[i] == '\'' && i + 1 < s.size()) {  // clitics standing after a quote mark are handled below, with their word
        static const std::u32string kClitics[] = {U"'s", U"'re", U"'ve", U"'ll", U"'d", U"'m"};
        bool taken = false;
        for (const auto& c : kClitics)
          if (s.compare(i, c.size(), c) == 0 && (i + c.size() == s.size() || !word_char(s[i + c.size()]))) {
            out.push_back(c);
            i += c.size();
            taken = true;
            break;
          }
        if (taken) continue;
      }
      out.push_back(s.substr(i, j - i));
      i = j;
      continue;
    }
    size_t j = i + 1;  // a word: letters and digits, with . , ' & / inside where UD keeps them
    while (j < s.size()) {
      if (word_char(s[j])) {
        ++j;
        continue;
      }
      bool inside = j + 1 < s.size() && word_char(s[j + 1]);
      bool digits = s[j - 1] == '0' && j + 1 < s.size() && s[j + 1] == '0';
      if (inside && (s[j] == '.' || s[j] == '&')) {
        ++j;
        continue;
      }
      if (digits && (s[j] == ',' || s[j] == ':' || s[j] == '/')) {
        ++j;
        continue;
      }
      if (inside && s[j] == '\'') {
        static const std::u32string kClitics[] = {U"s", U"re", U"ve", U"ll", U"d", U"m"};
        bool clitic = false;
        for (const auto& c : kClitics)
          clitic |=
              s.compare(j + 1, c.size(), c) == 0 && (j + 1 + c.size() == s.size() || !word_char(s[j + 1 + c.size()]));
        if (!clitic) {
          ++j;
          continue;
        }
      }
      break;
    }
    std::u32string w = s.substr(i, j - i);
    if (j < s.size() && s[j] == '.') {  // a period belongs to abbreviations
      std::u32string with = w + U".";
      if (w.size() == 1 || w.find(U'.') != w.npos || kAbbreviations.count(with) != 0) {
        if (!(w.size() == 1 && w[0] == '0') && !(w.back() == '0')) {
          w = with;
          ++j;
        }
      }
    }
    size_t n = w.size();
    if (n > 3 && w.compare(n - 3, 3, U"n't") == 0) {
      out.push_back(w.substr(0, n - 3));
      out.push_back(U"n't");
    } else if (w == U"cannot") {
      out.push_back(U"can");
      out.push_back(U"not");
    } else
      out.push_back(std::move(w));
    i = j;
  }
}

uint64_t fnv1a(std::string_view s) {
  uint64_t h = 14695981039346656037ull;
  for (unsigned char c : s) h = (h ^ c) * 1099511628211ull;
  return h;
}

/// Rows of the n-grams of a normalized word (network.md, "character n-grams").
std::vector<uint32_t> ngram_rows(const std::u32string& word, uint32_t buckets) {
  std::u32string s = U"<" + word + U">";
  std::vector<uint32_t> rows;
  for (size_t i = 0; i < s.size(); ++i)
    for (size_t n = 3; n <= 5 && i + n <= s.size(); ++n) {
      if (n == s.size() || rows.size() == size_t(kMaxNgrams)) continue;
      std::string bytes;
      for (size_t k = i; k < i + n; ++k) encode(s[k], bytes);
      rows.push_back(uint32_t(fnv1a(bytes) % buckets));
    }
  return rows;
}

// ------------------------------------------------------------------------------------------ the corpus

struct Corpus {
  std::unordered_map<std::string, int> ids;  // every type seen
  std::vector<std::string> types;
  std::vector<uint64_t> counts;
  std::vector<int> tokens;  // type of each token; -1 ends a paragraph

  void add(const std::u32string& word) {
    std::string bytes;
    for (char32_t c : word) encode(c, bytes);
    auto [it, fresh] = ids.emplace(bytes, int(types.size()));
    if (fresh) {
      types.push_back(bytes);
      counts.push_back(0);
    }
    ++counts[it->second];
    tokens.push_back(it->second);
  }

  void read(std::istream& in, bool split) {
    std::string line;
    std::vector<std::u32string> out;
    while (std::getline(in, line)) {
      std::u32string text = decode(line), chunk;
      auto flush = [&] {
        if (chunk.empty()) return;
        out.clear();
        if (split)
          split_chunk(chunk, out);
        else
          out.push_back(chunk);
        for (const auto& w : out) add(w);
        chunk.clear();
      };
      for (char32_t c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == 0xA0) {
          flush();
          continue;
        }
        char32_t n = norm(c);
        if (split && n == '-' && c != '-' && c != 0x2010 && c != 0x2011) {
          flush();
          chunk.push_back('-');
          flush();
          continue;
        }
        chunk.push_back(n);
      }
      flush();
      if (!tokens.empty() && tokens.back() != -1) tokens.push_back(-1);
    }
  }
};

// -------------------------------------------------------------------------------------------- training

struct Model {
  int vocabulary, buckets;
  std::vector<float> word, ngram;  // [V x E], [G x E]
  std::vector<float> output;       // [2 * kWindow][V x E]
  float* out_row(int position, int id) { return &output[(size_t(position) * vocabulary + id) * kSize]; }
};

struct Random {
  uint64_t s;
  uint64_t next() {
    s ^= s << 13;
    s ^= s >> 7;
    s ^= s << 17;
    return s;
  }
  double uniform() { return double(next() >> 11) * (1.0 / 9007199254740992.0); }
};

struct Trainer {
  const Options& o;
  const Corpus& corpus;
  const std::vector<int>& vocab_of_type;  // 0 = outside
  const std::vector<std::vector<uint32_t>>& rows_of_type;
  const std::vector<int>& negatives;  // table of vocabulary ids
  const std::vector<float>& keep;     // of type: probability of keeping a token
  Model& m;
  std::atomic<uint64_t> done{0};
  std::atomic<double> loss{0};

  /// One centre token against the words around it.
  double step(const int* types, int n, int at, float rate, Random& random) {
    int type = types[at];
    const auto& rows = rows_of_type[type];
    float x[kSize], grad[kSize] = {};
    float* word = &m.word[size_t(vocab_of_type[type]) * kSize];
    for (int k = 0; k < kSize; ++k) x[k] = 0;
    for (uint32_t r : rows) {
      const float* g = &m.ngram[size_t(r) * kSize];
      for (int k = 0; k < kSize; ++k) x[k] += g[k];
    }
    float scale = 1.0f / std::sqrt(float(std::max<size_t>(1, rows.size())));
    for (int k = 0; k < kSize; ++k) x[k] = x[k] * scale + word[k];
    double cost = 0;
    for (int p = -kWindow; p <= kWindow; ++p) {
      int j = at + p;
      if (p == 0 || j < 0 || j >= n) continue;
      int target = vocab_of_type[types[j]];
      if (target == 0) continue;
      int position = p < 0 ? p + kWindow : p + kWindow - 1;
      for (int s = 0; s <= o.negatives; ++s) {
        int id = s == 0 ? target : negatives[random.next() % negatives.size()];
        if (s != 0 && id == target) continue;
        float* y = m.out_row(position, id);
        float dot = 0;
        for (int k = 0; k < kSize; ++k) dot += x[k] * y[k];
        float sig = 1.0f / (1.0f + std::exp(-dot));
        if (s == 0) cost -= std::log(sig + 1e-7f);
        float g = ((s == 0 ? 1.0f : 0.0f) - sig) * rate;
        for (int k = 0; k < kSize; ++k) {
          grad[k] += g * y[k];
          y[k] += g * x[k];
        }
      }
    }
    for (int k = 0; k < kSize; ++k) word[k] += grad[k];
    for (uint32_t r : rows) {
      float* g = &m.ngram[size_t(r) * kSize];
      for (int k = 0; k < kSize; ++k) g[k] += scale * grad[k];
    }
    return cost;
  }

  void run(int thread) {
    Random random{0x9E3779B97F4A7C15ull * (thread + 1)};
    size_t total = corpus.tokens.size(), begin = total * thread / o.threads, end = total * (thread + 1) / o.threads;
    std::vector<int> sentence;
    auto start = std::chrono::steady_clock::now();
    double recent = 0;
    uint64_t steps = 0;
    for (int epoch = 0; epoch < o.epochs; ++epoch)
      for (size_t i = begin; i < end;) {
        sentence.clear();
        size_t from = i;
        while (i < end && corpus.tokens[i] != -1 && i - from < 2000) {
          int t = corpus.tokens[i++];
          if (keep[t] >= 1 || random.uniform() < keep[t]) sentence.push_back(t);
        }
        if (i < end && corpus.tokens[i] == -1) ++i;
        uint64_t seen = done += i - from;
        float rate = float(o.rate * std::max(1e-3, 1.0 - double(seen) / (double(total) * o.epochs)));
        for (int k = 0; k < int(sentence.size()); ++k) {
          recent += step(sentence.data(), int(sentence.size()), k, rate, random);
          ++steps;
        }
        if (thread == 0 && steps > 500000) {
          double s = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
          std::fprintf(stderr, "%5.1f%% rate %.4f loss of a centre %.3f, %.0f s\n",
                       100.0 * seen / (double(total) * o.epochs), rate, recent / steps, s);
          recent = 0;
          steps = 0;
        }
      }
  }
};

Options parse(int argc, char** argv) {
  Options o;
  for (int i = 1; i + 1 < argc; i += 2) {
    std::string a = argv[i], v = argv[i + 1];
    if (a == "--out")
      o.out = v;
    else if (a == "--words")
      o.words = v;
    else if (a == "--pretokenized")
      o.pretokenized = v;
    else if (a == "--vocabulary")
      o.vocabulary = std::stoi(v);
    else if (a == "--buckets")
      o.buckets = std::stoi(v);
    else if (a == "--min-count")
      o.min_count = std::stoi(v);
    else if (a == "--epochs")
      o.epochs = std::stoi(v);
    else if (a == "--threads")
      o.threads = std::stoi(v);
    else if (a == "--negatives")
      o.negatives = std::stoi(v);
    else if (a == "--rate")
      o.rate = std::stod(v);
    else if (a == "--sample")
      o.sample = std::stod(v);
    else {
      std::fprintf(stderr, "unknown option %s\n", a.c_str());
      std::exit(2);
    }
  }
  if (o.out.empty()) {
    std::fprintf(stderr, "--out is missing\n");
    std::exit(2);
  }
  return o;
}

}  // namespace

int main(int argc, char** argv) {
  Options o = parse(argc, argv);
  if (std::setlocale(LC_ALL, "C.UTF-8") == nullptr) {
    std::fprintf(stderr, "no C.UTF-8 locale\n");
    return 1;
  }
  std::ios::sync_with_stdio(false);
  Corpus corpus;
  corpus.read(std::cin, true);
  if (!o.pretokenized.empty()) {
    std::ifstream in(o.pretokenized);
    corpus.read(in, false);
  }
  std::fprintf(stderr, "%zu tokens, %zu types\n", corpus.tokens.size(), corpus.types.size());

  // Vocabulary: the words asked for, then the most frequent ones.
  std::vector<int> order;
  std::unordered_set<std::string> asked;
  if (!o.words.empty()) {
    std::ifstream in(o.words);
    for (std::string w; std::getline(in, w);) asked.insert(w);
  }
  for (int t = 0; t < int(corpus.types.size()); ++t)
    if (asked.count(corpus.types[t]) != 0 || corpus.counts[t] >= uint64_t(o.min_count)) order.push_back(t);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    bool aa = asked.count(corpus.types[a]) != 0, bb = asked.count(corpus.types[b]) != 0;
    return aa != bb ? aa : corpus.counts[a] > corpus.counts[b];
  });
  if (int(order.size()) > o.vocabulary - 1) order.resize(o.vocabulary - 1);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return corpus.counts[a] > corpus.counts[b]; });
  int v = int(order.size()) + 1;
  std::vector<int> vocab_of_type(corpus.types.size(), 0);
  for (int i = 0; i < int(order.size()); ++i) vocab_of_type[order[i]] = i + 1;
  std::fprintf(stderr, "vocabulary %d, last count %llu\n", v, (unsigned long long)corpus.counts[order.back()]);

  std::vector<std::vector<uint32_t>> rows(corpus.types.size());
  for (size_t t = 0; t < rows.size(); ++t) rows[t] = ngram_rows(decode(corpus.types[t]), uint32_t(o.buckets));
  std::vector<float> keep(corpus.types.size());
  for (size_t t = 0; t < keep.size(); ++t) {
    double f = double(corpus.counts[t]) / double(corpus.tokens.size()) / o.sample;
    keep[t] = float((std::sqrt(f) + 1) / f);
  }
  std::vector<double> weight;
  double sum = 0;
  for (int t : order) {
    weight.push_back(std::pow(double(corpus.counts[t]), 0.75));
    sum += weight.back();
  }
  std::vector<int> negatives;
  for (int i = 0; i < int(order.size()); ++i)
    for (int k = std::max(1, int(weight[i] / sum * 2e6)); k > 0; --k) negatives.push_back(i + 1);

  Model m{v, o.buckets, {}, {}, {}};
  Random random{12345};
  m.word.resize(size_t(v) * kSize);
  m.ngram.resize(size_t(o.buckets) * kSize);
  m.output.resize(size_t(2) * kWindow * v * kSize, 0.0f);
  for (auto& x : m.word) x = float((random.uniform() - 0.5) / kSize);
  for (auto& x : m.ngram) x = float((random.uniform() - 0.5) / kSize);

  Trainer trainer{o, corpus, vocab_of_type, rows, negatives, keep, m, {}, {}};
  std::vector<std::thread> threads;
  for (int t = 0; t < o.threads; ++t) threads.emplace_back([&, t] { trainer.run(t); });
  for (auto& t : threads) t.join();

  std::ofstream vocab(o.out + ".vocab");
  vocab << "<unk>\n";
  for (int t : order) vocab << corpus.types[t] << '\n';
  std::ofstream vectors(o.out + ".f32", std::ios::binary);
  vectors.write(reinterpret_cast<const char*>(m.word.data()), std::streamsize(m.word.size() * 4));
  vectors.write(reinterpret_cast<const char*>(m.ngram.data()), std::streamsize(m.ngram.size() * 4));
  return vocab && vectors ? 0 : 1;
}
