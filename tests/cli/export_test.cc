#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace actant::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class ExportTest : public ProgramTest {};

TEST_F(ExportTest, JsonldInPartsIsAFolderThatOnlyForceReplaces) {
  load_wire();
  const Outcome many = sh("actant export g --to jsonld --split 60 -o parts && ls parts");
  EXPECT_EQ(many.code, 0) << many.err;
  EXPECT_THAT(many.out, HasSubstr("part-0001.jsonld\npart-0002.jsonld\n"));
  EXPECT_TRUE(json::accept(read_file(folder_ / "parts" / "part-0002.jsonld")));
  const Outcome again = sh("actant export g --to jsonld --split 100000 -o parts");
  EXPECT_EQ(again.code, 1);
  EXPECT_THAT(again.err, HasSubstr("--force overwrites it"));
  EXPECT_EQ(sh("actant export g --to jsonld --split 100000 -o parts -f > /dev/null; ls parts").out,
            "part-0001.jsonld\n");
  EXPECT_EQ(sh("cat parts/part-0001.jsonld").out, sh("actant export g --to jsonld").out);
}

TEST_F(ExportTest, JsonldInPartsCannotGoToStandardOutput) {
  load_wire();
  const Outcome outcome = sh("actant export g --to jsonld --split 60");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("give -o FOLDER"));
}

TEST_F(ExportTest, GexfHasTimesAsAskedFor) {
  load_wire();
  EXPECT_THAT(sh("actant export g --to gexf").out, HasSubstr(" timestamps=\"&lt;["));
  EXPECT_THAT(sh("actant export g --to gexf --time interval").out, HasSubstr(" start=\""));
  EXPECT_THAT(sh("actant export g --to gexf --time spells --dynamic-weights").out,
              testing::AllOf(HasSubstr("<spells><spell start=\""), HasSubstr("<attvalue for=\"weight\"")));
  EXPECT_EQ(sh("actant export g --to gexf --time spell").code, 2);
}

}  // namespace
}  // namespace actant::test
