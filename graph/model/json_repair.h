#ifndef ACTANT_GRAPH_MODEL_JSON_REPAIR_H_
#define ACTANT_GRAPH_MODEL_JSON_REPAIR_H_

#include <string>
#include <string_view>

namespace actant {

/// Scrapers cut texts inside a surrogate pair and write half of it, `"\ud83d"`, which RFC 8259 (section 8.2) leaves
/// undefined and strict parsers refuse. Returns `json` with each such escape replaced by `\ufffd`; empty when there is
/// none.
std::string replace_lone_surrogates(std::string_view json);

}  // namespace actant

#endif  // ACTANT_GRAPH_MODEL_JSON_REPAIR_H_
