// Speed of the extractor on one thread, and how near its network comes to what the processor can do.
//
//   bench_extract --model extract/model articles.txt
//
// The plain text of FILE is cut at empty lines into articles of about 3,000 bytes (500 words, a usual news article).
// Times are processor time of the one thread, and every rate is the best of some rounds, taken in turn with its limit:
// other programs may run beside this one.
#include <dlfcn.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "extract/extractor.h"
#include "extract/model_folder.h"
#include "extract/nn/joint_network.h"
#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "graph/model/error.h"

namespace actant {
namespace {

constexpr size_t kArticleBytes = 3000;
constexpr size_t kRounds = 5;
constexpr double kKernelSeconds = 0.02;  // of one matrix in one round

/// Processor time of this thread in seconds.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Seconds of the fastest of kRounds calls.
template <typename Action>
double best_time(const Action& action, size_t rounds = kRounds) {
  double best = 1e30;
  for (size_t round = 0; round < rounds; ++round) {
    const double begin = now();
    action();
    best = std::min(best, now() - begin);
  }
  return best;
}

std::vector<std::string> read_articles(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open " + path);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::vector<std::string> articles;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = begin + kArticleBytes < text.size() ? text.find("\n\n", begin + kArticleBytes) : text.size();
    end = std::min(end, text.size());
    articles.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  if (articles.empty()) throw InvalidArgument(path + " is empty");
  return articles;
}

/// GFLOP/s of `work` float operations that `action` does, repeated for about kKernelSeconds.
template <typename Action>
double rate_of(double work, double& best, const Action& action) {
  const auto repeat = static_cast<size_t>(1 + kKernelSeconds * 5e10 / work);
  const double seconds = best_time(
      [&] {
        for (size_t i = 0; i < repeat; ++i) action();
      },
      1);
  best = std::min(best, seconds / static_cast<double>(repeat));
  return work / best / 1e9;
}

/// cblas_sgemm of OpenBLAS on one thread, where the library is installed.
class OpenBlas {
 public:
  OpenBlas() {
    void* library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return;
    if (auto* set_threads = reinterpret_cast<void (*)(int)>(dlsym(library, "openblas_set_num_threads"))) set_threads(1);
    sgemm_ = reinterpret_cast<Sgemm*>(dlsym(library, "cblas_sgemm"));
  }
  bool found() const { return sgemm_ != nullptr; }
  void multiply(size_t rows, size_t depth, size_t columns, const float* a, const float* b, float* c) const {
    constexpr int kRowMajor = 101, kNotTransposed = 111;
    const int m = static_cast<int>(rows), k = static_cast<int>(depth), n = static_cast<int>(columns);
    sgemm_(kRowMajor, kNotTransposed, kNotTransposed, m, n, k, 1.0f, a, k, b, n, 0.0f, c, n);
  }
  /// GFLOP/s of a product as large as the library likes it; `best` keeps the seconds of the fastest from call to call.
  double measure(double& best) const {
    static const std::vector<float> a(kRows * kDepth, 0.5f), b(kDepth * kColumns, 0.25f);
    static std::vector<float> c(kRows * kColumns);
    const double work = 2.0 * kRows * kDepth * kColumns;
    return rate_of(work, best, [&] { multiply(kRows, kDepth, kColumns, a.data(), b.data(), c.data()); });
  }
  static constexpr size_t kRows = 512, kDepth = 512, kColumns = 1536;

 private:
  using Sgemm = void(int, int, int, int, int, int, float, const float*, int, const float*, int, float, float*, int);
  Sgemm* sgemm_ = nullptr;
};

struct KernelRate {
  double ours = 0, openblas = 0;  // GFLOP/s over all matrices of the network, in the proportion of their work
};

/// Products of a block of tokens with every matrix of the network, and the product of OpenBLAS that is the limit.
KernelRate measure_kernel(const JointNetwork& network, const OpenBlas& openblas) {
  const size_t rows = JointNetwork::kBlockTokens;
  std::printf("matrix product, %zu rows, kernels %s, %s\n", rows, best_kernels().name,
              best_kernels().gemm_bytes == nullptr ? "float" : "bytes (counted as float operations)");
  std::map<std::pair<size_t, size_t>, std::pair<const WeightMatrix*, size_t>> shapes;
  for (const WeightMatrix* matrix : network.matrices()) {
    auto& [first, count] = shapes[{matrix->depth(), matrix->columns()}];
    first = matrix;
    ++count;
  }
  WeightMatrix::Scratch scratch;
  double ours = 0, work = 0, theirs = 1e30, sgemm = 0;
  for (const auto& [shape, matrix] : shapes) {
    const auto [depth, columns] = shape;
    const std::vector<float> a(rows * depth, 0.5f);
    std::vector<float> c(rows * columns);
    const double flops = 2.0 * static_cast<double>(rows * depth * columns);
    double best = 1e30, rate = 0;
    for (size_t round = 0; round < kRounds; ++round) {
      rate = rate_of(flops, best,
                     [&] { matrix.first->multiply(a.data(), depth, rows, c.data(), columns, false, scratch); });
      if (!openblas.found()) continue;
      sgemm = openblas.measure(theirs);
    }
    std::printf("  %4zu x %-4zu (%2zu of them) %6.1f GFLOP/s\n", depth, columns, matrix.second, rate);
    work += flops * static_cast<double>(matrix.second);
    ours += best * static_cast<double>(matrix.second);
  }
  std::printf("  openblas sgemm, one thread, %zu x %zu x %zu: ", OpenBlas::kRows, OpenBlas::kDepth, OpenBlas::kColumns);
  std::printf(openblas.found() ? "%.1f GFLOP/s\n" : "libopenblas.so.0 is not installed\n", sgemm);
  return {work / ours / 1e9, sgemm};
}

/// Articles cut into words and sentences.
struct Words {
  std::vector<Document> documents;
  size_t count = 0;
};

Words split_words(const std::vector<std::string>& articles, const std::string& model) {
  SentenceSplitterStage splitter(SegmenterNetwork::load(ModelFolder(model).find("en.segmenter.actm")));
  Words words;
  words.documents.resize(articles.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    Document& document = words.documents[i];
    document.text = articles[i];
    tokenize(document);
    splitter.process(document);
    words.count += document.tokens.size();
  }
  return words;
}

/// Words a second of the network alone.
double measure_network(const JointNetwork& network, const Words& words) {
  JointNetwork::Scratch scratch;
  JointAnalysis analysis;
  std::vector<std::string_view> forms;
  std::vector<TokenRange> ranges;
  const double seconds = best_time([&] {
    for (const Document& document : words.documents) {
      forms.clear();
      ranges.clear();
      for (const Token& token : document.tokens) forms.push_back(token.form);
      for (const Sentence& sentence : document.sentences) ranges.push_back({sentence.first, sentence.last});
      network.analyze(forms, ranges, analysis, scratch);
    }
  });
  return static_cast<double>(words.count) / seconds;
}

struct Seconds {
  double processor = 0;  // of the thread that needed most
  double clock = 0;
};

/// All articles in each of some threads at once.
Seconds extract_in_threads(const Extractor& extractor, const std::vector<std::string>& articles, size_t threads) {
  std::vector<double> processor(threads);
  std::vector<std::thread> running;
  const auto begin = std::chrono::steady_clock::now();
  for (double& seconds : processor) {
    running.emplace_back([&] {
      const auto worker = extractor.make_worker();
      Record record;
      ArticleInfo info;
      info.date = "2025-08-03";
      const double start = now();
      for (const std::string& article : articles) worker->extract(info, article, record);
      seconds = now() - start;
    });
  }
  for (std::thread& thread : running) thread.join();
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - begin;
  return {*std::max_element(processor.begin(), processor.end()), clock.count()};
}

/// How many times the articles of one thread two threads read in its time.
void measure_threads(const Extractor& extractor, const std::vector<std::string>& articles) {
  Seconds one{1e30, 1e30}, two = one;
  for (size_t round = 0; round < kRounds; ++round) {
    for (auto [threads, best] : {std::pair<size_t, Seconds*>{1, &one}, {2, &two}}) {
      const Seconds seconds = extract_in_threads(extractor, articles, threads);
      best->processor = std::min(best->processor, seconds.processor);
      best->clock = std::min(best->clock, seconds.clock);
    }
  }
  std::printf("two threads: %.2f times one by processor time, %.2f by the clock (with what other programs took)\n",
              2 * one.processor / two.processor, 2 * one.clock / two.clock);
}

void measure_pipeline(const Extractor& extractor, const std::vector<std::string>& articles, size_t words,
                      const OpenBlas& openblas) {
  const auto worker = extractor.make_worker();
  Record record;
  ArticleInfo info;
  info.date = "2025-08-03";
  double best = 1e30, all_stages = 0, limit = 1e30, sgemm = 0;
  for (size_t round = 0; round < kRounds; ++round) {
    if (openblas.found()) sgemm = openblas.measure(limit);
    const double begin = now();
    for (const std::string& article : articles) worker->extract(info, article, record);
    best = std::min(best, now() - begin);
  }
  const double count = static_cast<double>(words);
  std::printf("whole extractor, one thread: %.0f words/s, %.1f articles/s\n", count / best,
              static_cast<double>(articles.size()) / best);
  if (openblas.found()) {
    std::printf("  %.0f words/s for each GFLOP/s of openblas (%.1f) in the same rounds\n", count / best / sgemm, sgemm);
  }
  for (const StageTime& stage : worker->stage_times()) all_stages += stage.seconds;
  std::printf("  stages by the clock, with what other programs took\n");
  for (const StageTime& stage : worker->stage_times()) {
    const double per_word = stage.seconds / (count * kRounds) * 1e6;
    std::printf("  %-20.*s %7.2f us/word  %5.1f %%\n", static_cast<int>(stage.stage.size()), stage.stage.data(),
                per_word, 100 * stage.seconds / all_stages);
  }
}

void run(const std::string& model, const std::string& path) {
  const std::vector<std::string> articles = read_articles(path);
  ExtractOptions options;
  options.model_directory = model;
  options.only_language = "any";
  std::shared_ptr<const Extractor> extractor;
  const double start = best_time([&] { extractor = Extractor::load(options); });
  const auto network = load_joint_network(model);
  const Words words = split_words(articles, model);
  std::printf("text: %s, %zu articles, %zu words\n", path.c_str(), articles.size(), words.count);
  std::printf("start-up (models mapped, checked, unpacked, self-tested): %.1f ms\n", start * 1e3);

  const OpenBlas openblas;
  const KernelRate kernel = measure_kernel(*network, openblas);
  const double rate = measure_network(*network, words);
  const double gflops = rate * static_cast<double>(network->flops_per_token()) / 1e9;
  std::printf("  all matrices: ours %.1f GFLOP/s", kernel.ours);
  if (kernel.openblas > 0)
    std::printf(", %.0f %% of openblas (%.1f)", 100 * kernel.ours / kernel.openblas, kernel.openblas);
  // More than the kernel gives where products of the first layer with words seen before are kept (SruEncoder).
  std::printf("\nnetwork alone, one thread: %.0f words/s at %.2f MFLOP/word = %.1f GFLOP/s, %.0f %% of the kernel\n",
              rate, static_cast<double>(network->flops_per_token()) / 1e6, gflops, 100 * gflops / kernel.ours);
  measure_pipeline(*extractor, articles, words.count, openblas);
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  std::printf("peak memory of this program: %.1f MiB\n", static_cast<double>(usage.ru_maxrss) / 1024);
  measure_threads(*extractor, articles);
}

}  // namespace
}  // namespace actant

int main(int argc, char** argv) {
  if (argc != 4 || std::string_view(argv[1]) != "--model") {
    std::fputs("usage: bench_extract --model DIR FILE   (FILE: plain text, articles parted by empty lines)\n", stderr);
    return 2;
  }
  try {
    actant::run(argv[2], argv[3]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_extract: %s\n", error.what());
    return 1;
  }
}
