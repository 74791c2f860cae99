#include "extract/extractor.h"

#include <array>
#include <cstdio>
#include <filesystem>

#include "extract/coref/chain_stage.h"
#include "extract/entity/entity_stage.h"
#include "extract/model_folder.h"
#include "extract/nn/joint_network.h"
#include "extract/nn/segmenter_network.h"
#include "extract/pipeline.h"
#include "extract/relation/attribution.h"
#include "extract/relation/blame.h"
#include "extract/relation/confidence.h"
#include "extract/relation/event_date.h"
#include "extract/relation/event_place.h"
#include "extract/relation/event_stage.h"
#include "extract/relation/facts.h"
#include "extract/relation/open_stage.h"
#include "extract/relation/pair_stage.h"
#include "extract/relation/qualifier_stage.h"
#include "extract/relation/statements.h"
#include "extract/relation/triple_builder.h"
#include "extract/section_joiner.h"
#include "extract/syntax/parser_stage.h"
#include "extract/text/language.h"
#include "extract/text/sections.h"
#include "extract/text/sentence_splitter.h"
#include "extract/text/tokenizer.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace actant {
namespace {

// Raised with every change of rules or lexicons that changes records: a graph then reads its articles anew.
constexpr std::string_view kRulesVersion = "13";

// Last step: one triple for each subject, relation and object of the article.
class TripleStage : public Stage {
 public:
  std::string_view name() const override { return "triples"; }
  uint32_t requires_layers() const override { return kEntities | kStatements | kTriples; }
  uint32_t provides_layers() const override { return kTriples; }
  void process(Document& document) override { build_triples(document); }
};

struct Models {
  std::shared_ptr<const JointNetwork> joint;
  std::shared_ptr<const SyntaxLabels> labels;
  std::shared_ptr<const SegmenterNetwork> segmenter;  // null where the folder has none: rules decide
  std::shared_ptr<const PairModel> pairs;             // likewise
  std::shared_ptr<const CorefRanker> ranker;          // null where no chains are asked for
};

std::vector<std::unique_ptr<Stage>> make_stages(const Models& models, const ExtractOptions& options) {
  std::vector<std::unique_ptr<Stage>> stages;
  stages.push_back(std::make_unique<TokenizerStage>());
  stages.push_back(std::make_unique<SentenceSplitterStage>(models.segmenter));
  stages.push_back(std::make_unique<ParserStage>(models.joint, models.labels));
  stages.push_back(std::make_unique<EntityStage>());
  stages.push_back(std::make_unique<StatementStage>(options.attributions));  // says who `I` and `we` of a quotation are
  stages.push_back(std::make_unique<EventStage>());
  stages.push_back(std::make_unique<FactStage>());
  if (models.pairs) stages.push_back(std::make_unique<PairStage>(models.joint, models.pairs));
  stages.push_back(std::make_unique<AttributionStage>());
  stages.push_back(std::make_unique<BlameStage>());
  stages.push_back(std::make_unique<PlaceStage>());
  auto times = std::make_unique<TimeStage>();
  auto qualifiers = std::make_unique<QualifierStage>(*times);
  stages.push_back(std::move(times));
  stages.push_back(std::move(qualifiers));
  stages.push_back(std::make_unique<TripleStage>());
  stages.push_back(std::make_unique<ConfidenceStage>());
  if (options.open != OpenRelations::kOff)
    stages.push_back(std::make_unique<OpenStage>(options.open == OpenRelations::kNew));
  if (models.ranker) stages.push_back(std::make_unique<ChainStage>(models.ranker));
  return stages;
}

class PipelineWorker : public Extractor::Worker {
 public:
  PipelineWorker(const Models& models, const ExtractOptions& options)
      : options_(options), pipeline_(make_stages(models, options)) {}

  void analyze(Document& document) override {
    skipped_ = false;
    // What is given stays, what is derived is made anew.
    ArticleInfo info = std::move(document.info);
    std::string text = std::move(document.text);
    document.clear();
    document.info = std::move(info);
    document.text = std::move(text);
    if (readable(document.text, document.warnings)) pipeline_.process(document);
  }

  void extract(const ArticleInfo& info, std::string_view text, Record& record) override {
    if (text.size() > kSectionBytes) {
      extract_sections(info, text, record);
      return;
    }
    document_.info = info;
    document_.text.assign(text);
    analyze(document_);
    build_record(document_, options_, record);
  }

  std::vector<StageTime> stage_times() const override { return pipeline_.times(); }
  const std::vector<std::string>& warnings() const override { return document_.warnings; }
  bool skipped() const override { return skipped_; }

 private:
  void extract_sections(const ArticleInfo& info, std::string_view text, Record& record) {
    skipped_ = false;
    record = Record();
    SectionJoiner joiner(record);
    Record section;
    std::vector<std::string> warnings;
    const std::vector<std::string_view> sections = cut_sections(text);
    uint32_t offset = 0;
    if (readable(text, warnings)) {
      for (const std::string_view part : sections) {
        document_.clear();
        document_.info = info;
        document_.text.assign(part);
        pipeline_.process(document_);
        build_record(document_, options_, section);
        joiner.add(section, offset);
        offset += static_cast<uint32_t>(count_code_points(part));
      }
      warnings.push_back("of " + std::to_string(text.size()) + " bytes: read in " + std::to_string(sections.size()) +
                         " sections; pronouns and descriptions are not followed from one to the next");
    }
    record.doc = info;
    record.text.assign(text);
    document_.warnings = std::move(warnings);
  }

  // Else the article is skipped, and `warnings` says why.
  bool readable(std::string_view text, std::vector<std::string>& warnings) {
    if (options_.only_language == "any") return true;
    const std::string language = guess_language(text);
    if (language == options_.only_language || language == "und") return true;
    warnings.push_back("not in English, but `" + language + "`: skipped (read it with --language any)");
    skipped_ = true;
    return false;
  }

  ExtractOptions options_;
  Pipeline pipeline_;
  Document document_;
  bool skipped_ = false;
};

class PipelineExtractor : public Extractor {
 public:
  PipelineExtractor(Models models, ExtractOptions options, std::string version)
      : models_(std::move(models)), options_(std::move(options)), version_(std::move(version)) {}

  std::unique_ptr<Worker> make_worker() const override { return std::make_unique<PipelineWorker>(models_, options_); }
  std::string version() const override { return version_; }

 private:
  Models models_;
  ExtractOptions options_;
  std::string version_;
};

std::string hex(uint64_t value) {
  std::array<char, 20> text;
  std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
  return text.data();
}

}  // namespace

std::shared_ptr<const Extractor> Extractor::load(const ExtractOptions& options) {
  const ModelFolder folder(options.model_directory);
  Models models;
  models.joint = load_joint_network(options.model_directory);
  models.labels = std::make_shared<const SyntaxLabels>(*models.joint);
  if (const std::string segmenter = folder.find("en.segmenter.actm"); !segmenter.empty())
    models.segmenter = SegmenterNetwork::load(segmenter);
  if (const std::string pairs = folder.find("en.relations.actm"); !pairs.empty())
    models.pairs = PairModel::load(pairs, models.joint->input_layer().word_width());
  if (options.chains) {
    const std::string ranker = folder.find("en.coref.actm");
    if (ranker.empty())
      throw IoError(folder.path().string() + ": this model has no en.coref.actm, which chains of coreference need");
    models.ranker = CorefRanker::load(ranker);
  }
  std::string version = "rules " + std::string(kRulesVersion) + ", model " + hex(models.joint->checksum());
  if (models.pairs) version += ", relations " + hex(models.pairs->checksum());
  return std::make_shared<PipelineExtractor>(std::move(models), options, version);
}

}  // namespace actant
