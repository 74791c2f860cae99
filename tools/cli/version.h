#ifndef ACTANT_TOOLS_CLI_VERSION_H_
#define ACTANT_TOOLS_CLI_VERSION_H_

namespace actant {

/// Semantic version of the program; the build passes the version of the CMake project.
#ifdef ACTANT_VERSION
inline constexpr const char* kVersion = ACTANT_VERSION;
#else
inline constexpr const char* kVersion = "0.1.0";
#endif

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_VERSION_H_
