#include "extract/text/article_source.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "extract/text/archive/charset.h"
#include "extract/text/format/http_message.h"
#include "extract/text/layer_stack.h"
#include "extract/text/strings.h"
#include "graph/model/error.h"

namespace actant {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnds = "!:@";  // what may follow a name in an origin

/// A file that an origin may mean, and what the origin says behind its name.
struct Candidate {
  std::string file, rest;
};

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

// `path` itself below `folder`, or without its first folders; empty when there is none.
std::string below(const fs::path& folder, const fs::path& path) {
  for (auto begin = path.begin(); begin != path.end(); ++begin) {
    fs::path shorter;
    for (auto part = begin; part != path.end(); ++part) {
      if (*part != "..") shorter /= part->relative_path();
    }
    if (is_file(folder / shorter)) return (folder / shorter).string();
  }
  return {};
}

// Names of files may hold the signs that end them: every name that is one is a candidate, the longest first.
std::vector<Candidate> candidates(const std::string& origin, const std::string& archive) {
  std::vector<Candidate> found;
  std::error_code error;
  const bool in_folder = fs::is_directory(archive, error);
  for (size_t end = origin.size(); end != std::string::npos && end > 0; end = origin.find_last_of(kEnds, end - 1)) {
    const std::string name = origin.substr(0, end);
    std::string file = archive.empty() ? name : in_folder ? below(archive, name) : archive;
    if (is_file(file)) found.push_back({std::move(file), origin.substr(end)});
  }
  if (archive.empty() || in_folder) return found;
  // Any name may be that of the file given: the one it bears now, else rather a short one than with what stands in it.
  const auto bears = [&](const Candidate& one) {
    return fs::path(origin.substr(0, origin.size() - one.rest.size())).filename() == fs::path(archive).filename();
  };
  std::reverse(found.begin(), found.end());
  std::stable_partition(found.begin(), found.end(), bears);
  return found;
}

// `@4711#ID` at the beginning of what an origin says of a file: 4711, else 0.
uint64_t offset_in(std::string_view rest) {
  uint64_t offset = 0;
  if (!rest.starts_with('@')) return 0;
  const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + rest.size(), offset);
  const bool whole = end == rest.data() + rest.size() || *end == '#';
  return error == std::errc() && whole ? offset : 0;
}

class Search {
 public:
  Search(const Candidate& candidate, const ReadOptions& options, const Differs& differs)
      : file_(candidate.file), target_(candidate.file + candidate.rest), options_(options), differs_(differs) {}

  // Reads from byte `begin` of the file on; of the middle of a file, the first article alone.
  std::optional<SourceRecord> read_from(uint64_t begin) {
    std::optional<SourceRecord> other;
    LayerStack layers(file_, options_, [&](const ReadProblem& problem) { listen(problem); });
    layers.search([&](const std::string& name) { return is_on_the_way(name); }, begin);
    for (InputArticle article; layers.next(article); article = {}) {
      if (replace_invalid_utf8(article.info.origin + article.place) == target_) {
        SourceRecord found{std::move(article), layers.record(), {}};
        found.changed = differs_ ? differs_(found.article) : std::string();
        if (found.changed.empty()) return found;
        if (!other) other = std::move(found);
      }
      if (begin > 0) break;
    }
    return other;
  }

  // What was told of the record or of the file.
  const std::string& reason() const { return of_record_.empty() ? of_file_ : of_record_; }

 private:
  bool is_on_the_way(const std::string& name) const {
    return target_.starts_with(name) &&
           (target_.size() == name.size() || kEnds.find(target_[name.size()]) != std::string_view::npos);
  }

  void listen(const ReadProblem& problem) {
    const std::string place = problem.path + (problem.line > 0 ? ":" + std::to_string(problem.line) : "");
    if (replace_invalid_utf8(place) == target_) of_record_ = problem.reason;
    if (of_file_.empty() && problem.lost && is_on_the_way(problem.path)) of_file_ = problem.reason;
  }

  std::string file_, target_, of_record_, of_file_;
  const ReadOptions& options_;
  const Differs& differs_;
};

}  // namespace

SourceRecord find_source(const std::string& origin, const std::string& archive, const ReadOptions& options,
                         const Differs& differs) {
  const bool from_pipe = origin.starts_with(kStandardInput);
  if (from_pipe && archive.empty()) {
    throw IoError("the article was read from standard input; --archive names the file that was");
  }
  const std::vector<Candidate> files = candidates(origin, archive);
  if (files.empty()) {
    const std::string name = origin.substr(0, origin.find('!'));
    throw IoError(name + (archive.empty() ? ": is not there any more; --archive says where it is now"
                                          : ": is not there, nor below " + archive));
  }
  std::optional<SourceRecord> other;
  std::string reason;
  for (const Candidate& candidate : files) {
    Search search(candidate, options, differs);
    const uint64_t begin = offset_in(candidate.rest);
    std::optional<SourceRecord> found;
    if (begin > 0) found = search.read_from(begin);
    if (!found) found = search.read_from(0);
    if (found && found->changed.empty()) return std::move(*found);
    if (found && !other) other = std::move(found);
    if (reason.empty()) reason = search.reason();
  }
  if (other) return std::move(*other);
  throw IoError(files.front().file + ": has changed since it was read: no article at " +
                (files.front().rest.empty() ? "its begin" : files.front().rest) +
                (reason.empty() ? "" : " (" + reason + ")"));
}

std::string page_of(const std::string& record) {
  if (!record.starts_with("WARC/")) return record;
  size_t at = 0;
  take_line(record, at);
  HeaderFields headers;
  headers.read(record, at);
  uint64_t length = record.size();
  const std::string_view value = headers.get("content-length");
  std::from_chars(value.data(), value.data() + value.size(), length);
  const std::string_view block = std::string_view(record).substr(at, length);
  HttpResponse response;
  constexpr size_t kLargest = size_t{1} << 30;
  return parse_http_response(block, kLargest, response) ? std::move(response.body) : std::string(block);
}

}  // namespace actant
