#ifndef ACTANT_GRAPH_MODEL_RECORD_IO_H_
#define ACTANT_GRAPH_MODEL_RECORD_IO_H_

#include <string>
#include <string_view>

#include "graph/model/record.h"

namespace actant {

/// Parses one line of JSON in the form of graph/model/record.md.
/// Left out fields take their defaults. Checks that ids are unique, that relations name entities or statements of the
/// record, that offsets are ordered and lie in `text` where it is given.
/// \throws ParseError with the reason and the path of the field (`relations[3].subject`).
Record parse_record(std::string_view json_line);

/// Appends the record to `out` as one line of JSON with a final newline. Fields with default values are left out, but
/// for `negated`, `modality` and `confidence` of relations. Invalid UTF-8 is replaced by U+FFFD.
void append_record(const Record& record, std::string& out);

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_RECORD_IO_H_
