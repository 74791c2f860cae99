// Packing within packing.

#include "extract/text/archive/unpacker.h"

#include "extract/text/archive/byte_source.h"
#include "graph/model/error.h"
#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using test::gzip;
using ::testing::ElementsAre;
using UnpackerTest = test::ArchiveTest;

TEST_F(UnpackerTest, PackedWithinEachOther) {
  const auto run = [&](const std::string& command) {
    ASSERT_EQ(std::system(("cd '" + folder_.string() + "' && " + command).c_str()), 0) << command;
  };
  std::filesystem::create_directories(folder_ / "in/sub");
  std::ofstream(folder_ / "in/a.txt") << "Text A.";
  std::ofstream(folder_ / "in/sub/b.jsonl") << "{\"text\": \"Text B.\"}\n";
  std::ofstream(folder_ / "in/sub/picture.png") << "P";
  run("gzip -k in/sub/b.jsonl && rm in/sub/b.jsonl && tar cf in.tar in && xz -k in.tar && bzip2 -k in.tar && gzip -k in.tar");
  run("mkdir two && cp in.tar.xz two && tar cJf two.tar.xz two");
  for (const char* name : {"in.tar", "in.tar.xz", "in.tar.bz2", "in.tar.gz", "two.tar.xz"}) {
    std::vector<std::string> texts, problems;
    ArticleReader reader({(folder_ / name).string()}, {},
                         [&](const ReadProblem& problem) { problems.push_back(problem.reason); });
    InputArticle article;
    while (reader.next(article)) texts.push_back(article.text);
    EXPECT_THAT(texts, ::testing::UnorderedElementsAre("Text A.", "Text B.")) << name;
    EXPECT_THAT(problems, ElementsAre()) << name;
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "in.tar.out"));
}

TEST(ContainerTest, NamesOfMembersAreLabels) {
  EXPECT_EQ(clean_member_name("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(clean_member_name("/a/./b\n.txt"), "a/b?.txt");
  EXPECT_EQ(clean_member_name("C:\\x\\y.txt"), "C:/x/y.txt");
  EXPECT_EQ(clean_member_name("caf\x82.txt"), "café.txt");
}

TEST(ExpansionGuardTest, BreaksOffWhatUnpacksToFarTooMuch) {
  EXPECT_NO_THROW(ExpansionGuard::check(1, ExpansionGuard::kFree));
  EXPECT_NO_THROW(ExpansionGuard::check(10 << 20, uint64_t{2000} << 20));
  EXPECT_THROW(ExpansionGuard::check(1 << 20, uint64_t{1000} << 20), IoError);
}

}  // namespace
}  // namespace actant
