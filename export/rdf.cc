#include "export/rdf.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "export/node_text.h"

namespace actant {
namespace {

constexpr std::array<RdfPrefix, 13> kPrefixes = {{{"ns", "https://w3id.org/actant/ns#"},
                                                  {"schema", "http://schema.org/"},
                                                  {"prov", "http://www.w3.org/ns/prov#"},
                                                  {"skos", "http://www.w3.org/2004/02/skos/core#"},
                                                  {"foaf", "http://xmlns.com/foaf/0.1/"},
                                                  {"org", "http://www.w3.org/ns/org#"},
                                                  {"time", "http://www.w3.org/2006/time#"},
                                                  {"oa", "http://www.w3.org/ns/oa#"},
                                                  {"dcterms", "http://purl.org/dc/terms/"},
                                                  {"owl", "http://www.w3.org/2002/07/owl#"},
                                                  {"xsd", "http://www.w3.org/2001/XMLSchema#"},
                                                  {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
                                                  {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"}}};

}  // namespace

std::span<const RdfPrefix> rdf_prefixes() { return kPrefixes; }

std::string expand_curie(std::string_view curie) {
  const size_t colon = curie.find(':');
  for (const RdfPrefix& prefix : kPrefixes) {
    if (prefix.name == curie.substr(0, colon)) return std::string(prefix.iri) + std::string(curie.substr(colon + 1));
  }
  return std::string(curie);
}

std::string_view rdf_date_type(std::string_view date) {
  if (date.size() > 10) return {};
  const std::string_view precision = date_precision(date);
  if (precision == "day") return "xsd:date";
  if (precision == "month") return "xsd:gYearMonth";
  return precision == "year" ? "xsd:gYear" : "";
}

void append_canonical_double(std::string& out, double value) {
  const double rounded = std::isfinite(value) ? std::round(value * 1e4) / 1e4 : 0;
  std::array<char, 40> buffer;
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::scientific).ptr;
  const std::string_view digits(buffer.data(), static_cast<size_t>(end - buffer.data()));
  const size_t e = digits.find('e');
  out += digits.substr(0, e);
  if (digits.substr(0, e).find('.') == std::string_view::npos) out += ".0";
  out += 'E';
  std::string_view exponent = digits.substr(e + 1);
  if (exponent[0] == '-') out += '-';
  exponent.remove_prefix(1);
  while (exponent.size() > 1 && exponent[0] == '0') exponent.remove_prefix(1);
  out += exponent;
}

}  // namespace actant
