// Messages and mailboxes.

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using MailReaderTest = test::ArchiveTest;

TEST_F(MailReaderTest, MailGivesItsTextPart) {
  const std::string mail =
      "From: \"The Desk\" <desk@e.org>\nSubject: =?utf-8?Q?Caf=C3=A9?= closed\nDate: Sun, 3 Aug 2025 10:00:00 "
      "+0000\nMessage-ID: <m1@e.org>\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: "
      "text/html\n\n<p>no</p>\n--b\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
      "quoted-printable\n\nThe caf=E9 is clo=\nsed.\n>From there.\n--b--\n";
  const auto articles = read("a.eml", mail);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.title, "Café closed");
  EXPECT_EQ(articles[0].info.source, "The Desk");
  EXPECT_EQ(articles[0].text, "The café is closed.\n>From there.");
  const std::string line = "From desk@e.org Sun Aug  3 10:00:00 2025\n";
  const auto both = read("box", line + mail + "\n" + line + "From: a@b.c\nSubject: Two\nMessage-ID: <m2>\n\nMore.\n");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[1].text, "More.\n");
  EXPECT_THAT(place(both[1]), ::testing::EndsWith("#m2"));
}

}  // namespace
}  // namespace actant
