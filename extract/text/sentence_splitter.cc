#include "extract/text/sentence_splitter.h"

namespace actant {

void SentenceSplitterStage::process(Document& document) { document.sentences.clear(); }

}  // namespace actant
