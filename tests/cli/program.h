#ifndef ACTANT_TESTS_CLI_PROGRAM_H_
#define ACTANT_TESTS_CLI_PROGRAM_H_

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace actant::test {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

/// What a run of the program gave.
struct Outcome {
  int code = -1;
  std::string out, err;
};

/// A folder of its own for each test, and the program run in it by a shell.
class ProgramTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("actant_" + std::string(info->test_suite_name()) + "_" + info->name() + "_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// Runs lines of bash in the folder of the test, in which `actant` is the program.
  Outcome sh(const std::string& lines) const {
    const std::string base = folder_.string();
    write_file(base + ".sh", "cd '" + base + "'\nPATH='" ACTANT_BINARY_DIR "':$PATH\n" + lines + "\n");
    const std::string command = "bash '" + base + ".sh' >'" + base + ".out' 2>'" + base + ".err' </dev/null";
    const int status = std::system(command.c_str());
    Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(base + ".out"), read_file(base + ".err")};
    for (const char* extension : {".sh", ".out", ".err"}) std::filesystem::remove(base + extension);
    return outcome;
  }

  /// The articles of tests/data/wire.jsonl in the graph `g`.
  void load_wire() const {
    const Outcome outcome = sh("actant load '" + data("wire.jsonl") + "' --graph g");
    ASSERT_EQ(outcome.code, 0) << outcome.err;
  }

  /// Compares with a file beside the tests; with ACTANT_UPDATE_GOLDEN=1 in the environment it is written instead.
  static void expect_golden(const std::string& name, const std::string& text) {
    const std::filesystem::path path = std::filesystem::path(ACTANT_SOURCE_DIR) / "tests" / "cli" / name;
    if (std::getenv("ACTANT_UPDATE_GOLDEN") != nullptr) return write_file(path, text);
    EXPECT_EQ(text, read_file(path)) << name;
  }

  static std::string data(const std::string& name) { return ACTANT_SOURCE_DIR "/tests/data/" + name; }

  std::filesystem::path folder_;
};

}  // namespace actant::test

#endif  // ACTANT_TESTS_CLI_PROGRAM_H_
