#ifndef ACTANT_EXPORT_REGISTRY_H_
#define ACTANT_EXPORT_REGISTRY_H_

#include <memory>
#include <span>
#include <string_view>

#include "export/writer.h"

namespace actant {

/// An export format as the command line knows it.
struct Format {
  std::string_view name;       ///< `graphml`
  std::string_view extension;  ///< `.graphml`; empty for a format that is a folder
  std::string_view media_type;
  std::string_view description;
  std::unique_ptr<Writer> (*make)(const WriterOptions&);
};

std::span<const Format> formats();

/// nullptr when there is no such format.
const Format* find_format(std::string_view name);

/// The format of a file name by its extension, the longest that fits; nullptr when unknown.
const Format* format_of_file(std::string_view path);

/// \throws InvalidArgument for an unknown name, listing the known ones.
std::unique_ptr<Writer> make_writer(std::string_view name, const WriterOptions& options);

}  // namespace actant

#endif  // ACTANT_EXPORT_REGISTRY_H_
