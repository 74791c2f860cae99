#ifndef ACTANT_EXTRACT_EXTRACTOR_H_
#define ACTANT_EXTRACT_EXTRACTOR_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"
#include "graph/model/record.h"

namespace actant {

/// Which open relations are written (extract/relation/open_stage.h).
enum class OpenRelations : uint8_t {
  kOff,
  kNew,  ///< between nodes that no triple of the ontology links there: what a graph gains by
  kAll,  ///< every clause, apposition and title, with any phrase as argument
};

struct ExtractOptions {
  std::string model_directory;       ///< or the name of a model: see ModelFolder
  double min_confidence = 0.0;       ///< triples below are dropped
  std::string only_language = "en";  ///< articles in another language are skipped with a warning; `any` reads all
  OpenRelations open = OpenRelations::kOff;
  bool chains = false;        ///< fills Document::chains and Record::chains; needs `en.coref.actm`
  bool attributions = false;  ///< fills Document::attributions, which no record shows
};

/// Seconds spent in one stage.
struct StageTime {
  std::string_view stage;
  double seconds = 0;
};

/// Articles to extraction records: the facade of extract/. Loading maps the models once; workers share them.
class Extractor {
 public:
  /// \throws IoError, CorruptData, UnsupportedVersion naming the model file; IoError where `chains` are asked of a
  /// model that has no file for them.
  static std::shared_ptr<const Extractor> load(const ExtractOptions& options = {});

  /// Reads articles one after another on one thread. Not thread-safe; make one a thread.
  class Worker {
   public:
    virtual ~Worker() = default;
    /// Runs every stage on document.info and document.text (everything else is cleared first).
    virtual void analyze(Document& document) = 0;
    /// analyze(), then the record form. A text longer than kSectionBytes (extract/text/sections.h) is read in sections,
    /// with a warning, so that time grows linearly with the length of an article and memory hardly at all.
    virtual void extract(const ArticleInfo& info, std::string_view text, Record& record) = 0;
    virtual std::vector<StageTime> stage_times() const = 0;
    /// Warnings of the last article.
    virtual const std::vector<std::string>& warnings() const = 0;
    /// Whether the last article was not read, for the reason that warnings() gives: another language.
    virtual bool skipped() const = 0;
  };
  virtual std::unique_ptr<Worker> make_worker() const = 0;
  /// Names models and rules: part of the article fingerprint of a graph.
  virtual std::string version() const = 0;
  virtual ~Extractor() = default;
};

/// The record of an analyzed document (offsets in code points).
void build_record(const Document& document, const ExtractOptions& options, Record& record);

}  // namespace actant

#endif  // ACTANT_EXTRACT_EXTRACTOR_H_
