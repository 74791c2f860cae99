// Pages: running text, metadata in the stated order, character sets, pages made to harm.

#include <ctime>

#include "tests/extract/text/archive_test.h"

namespace actant {
namespace {

using test::kParagraphs;
using test::page;
using ::testing::HasSubstr;
using ::testing::Not;
using HtmlReaderTest = test::ArchiveTest;

TEST_F(HtmlReaderTest, PageGivesItsRunningTextAndMetadata) {
  const auto articles = read("a.html", page(R"(<meta property="og:title" content="Cable agreed">
    <meta property="og:site_name" content="The Courier"><meta property="og:url" content="https://c.example/1">
    <meta property="article:published_time" content="2025-08-03T09:00:00Z">)"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_THAT(articles[0].text, ::testing::StartsWith("The ministers of Norway"));
  EXPECT_THAT(articles[0].text, HasSubstr("cable.\n\nA spokesman said"));
  EXPECT_THAT(articles[0].text, Not(HasSubstr("Share")));
  EXPECT_EQ(articles[0].info.title, "Cable agreed");
  EXPECT_EQ(articles[0].info.source, "The Courier");
  EXPECT_EQ(articles[0].info.url, "https://c.example/1");
  EXPECT_EQ(articles[0].info.date, "2025-08-03");
  EXPECT_EQ(articles[0].info.language, "en");
}

TEST_F(HtmlReaderTest, LinkedDataGoesBeforeMetaTags) {
  const auto articles = read("a.html", page(R"(<meta property="og:title" content="Second">
    <meta name="pubdate" content="2024-01-01">
    <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "x"}, {"@type": ["NewsArticle"], "headline":
      "First &amp; best", "datePublished": "2025-08-02", "publisher": {"name": "Wire"}}]}</script>)"));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].info.title, "First & best");
  EXPECT_EQ(articles[0].info.date, "2025-08-02");
  EXPECT_EQ(articles[0].info.source, "Wire");
}

TEST_F(HtmlReaderTest, DatesAreTakenFromMicrodataAndRdfaBeforeMetaTagsAndModifiedOnesLast) {
  const auto date = [&](const std::string& head, const std::string& mark) {
    std::string html = page(head);
    html.insert(html.find("<article>"), mark);
    const auto articles = read(std::to_string(html.size()) + ".html", html);
    return articles.size() == 1 ? articles[0].info.date : "none";
  };
  const std::string meta = "<meta name=pubdate content=2024-01-01>",
                    modified = "<meta property=article:modified_time content=2024-02-02>";
  EXPECT_EQ(date(meta, "<span content=\"2025-08-03T10:00\" itemprop=datePublished>Sunday</span>"), "2025-08-03");
  EXPECT_EQ(date(meta, "<span property=\"schema:datePublished\">3 August 2025</span>"), "2025-08-03");
  EXPECT_EQ(date(meta + modified, "<time datetime=2025-08-03>"), "2024-01-01");
  EXPECT_EQ(date(modified, "<time datetime=2025-08-03>"), "2025-08-03");
  EXPECT_EQ(date(modified, ""), "2024-02-02");
}

TEST_F(HtmlReaderTest, PagesInOtherCharacterSetsAreDecoded) {
  const auto articles =
      read("a.html",
           "<html><head><meta charset=windows-1252></head><body><p>The caf\xe9 in Orl\xe9"
           "ans was "
           "closed by the police on Monday, said \x93The Courier\x94 in its morning edition.</p></body></html>");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_THAT(articles[0].text, HasSubstr("café in Orléans"));
  EXPECT_THAT(articles[0].text, HasSubstr("“The Courier”"));
}

TEST_F(HtmlReaderTest, TextOfAPageStaysInItsPlaceWhateverItHolds) {
  // U+104000 and up stand for runs of text inside of the converter: what the page itself has of them goes.
  const std::string odd =
      "<p>The first paragraph &amp; its \U00104001 sign &#x104000; &#1064960; stand before an icon \U000F0142 and the rest of it.</p>"
      "<p>A plain paragraph that is long enough to be kept as one run of text, with no reference in it at all.</p>"
      "<table><tr>Foster text goes before its table, as browsers have it.<td>A cell of it that is long enough to stand in the text of the page for itself.</td></tr></table>"
      "<p>Short &lt;b&gt; one with <i>parts</i> in<b>side</b> of words that are long enough to count as running text.</p>";
  const auto articles = read("a.html", "<html><body><article>" + odd + "</article></body></html>");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].text,
            "The first paragraph & its sign x104000; 1064960; stand before an icon \U000F0142 and the rest of it.\n\n"
            "A plain paragraph that is long enough to be kept as one run of text, with no reference in it at all.\n\n"
            "Foster text goes before its table, as browsers have it.\n\n"
            "A cell of it that is long enough to stand in the text of the page for itself.\n\n"
            "Short <b> one with parts inside of words that are long enough to count as running text.");
}

TEST_F(HtmlReaderTest, BlanksAndReferencesPartWordsAsInABrowser) {
  const std::string more =
      " with so many words behind it that it is taken for a part of the running text of this page.";
  const auto articles = read(
      "a.html", "<html><body><article>\n<div> <p> One\n part" + more +
                    " </p> <p>AT&T and R&amp;D paid &pound;5&#32;&#x20; a share&copy" + more +
                    "</p> </div>\n<div>a < b holds <span> in </span><b> most </b> cases<br> and one line &gt; none" +
                    more + "</div>\n<pre>\n first <span>line</span>\n\n second " + more +
                    "\n third\n</pre><p><a>An open link</p> <p>goes on</p> in</a> the &#8220;block&#8221; behind" +
                    more + " <p>End" + more + "</p></article></body></html>");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].text, "One part" + more + "\n\nAT&T and R&D paid £5 a share©" + more +
                                  "\n\na < b holds in most cases\nand one line > none" + more +
                                  "\n\nfirst line second" + more + "\nthird\n\ngoes on\n\nin the “block” behind" +
                                  more + "\n\nEnd" + more);
}

// However much of the page they are: a short report has less text than the settings of its cookies.
TEST_F(HtmlReaderTest, WindowsAboutCookiesAndTeasersAreNoPartOfAShortReport) {
  const std::string report =
      "The ministers of Norway and Iceland met in Bergen on Monday and agreed to share the costs of the new cable.";
  const std::string cookies =
      "<p>Necessary cookies are essential for the website to function properly and store no personal information at "
      "all.</p><p>Any cookies that may not be necessary for the website to function are used to collect personal data "
      "via analytics, ads and other embedded contents of third parties.</p>";
  const std::string teaser =
      "<h2><a href=/2>A trustee asks for more time</a></h2><div class=post-excerpt><p>The prospects of the troubled "
      "company have gone from bad to worse this week after a trustee filed an emergency motion.</p></div>";
  for (const std::string window :
       {"<div role=dialog>", "<div class='cookie-law settings'>", "<section id=gdprConsent>"}) {
    const std::string end = window.starts_with("<div") ? "</div>" : "</section>";
    const auto articles =
        read(std::to_string(window.size()) + ".html", "<html><body><div class=page><div><p>" + report + "</p></div>" +
                                                          window + cookies + end + "</div></body></html>");
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(articles[0].text, report) << window;
  }
  const auto articles = read(
      "teasers.html", "<html><body><div><p>" + report + "</p><p>" + report + "</p>" + teaser + "</div></body></html>");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].text, report + "\n\n" + report);
}

TEST_F(HtmlReaderTest, PagesMadeToHarmAreReadInLinearTime) {
  using Piece = std::string (*)(int);
  const std::vector<std::pair<std::string, Piece>> kinds = {
      {"<html><body>", [](int i) { return "<div><b class=" + std::to_string(i) + "><p>"; }},
      {"<html><body><div ", [](int i) { return "a" + std::to_string(i) + "=1 "; }},
      {"<html><body>", [](int) { return std::string("<svg><!--<script>"); }},
      {"<html><body>", [](int) { return std::string("<table><a><tr>x"); }},
  };
  for (const auto& [head, piece] : kinds) {
    const auto seconds = [&](int pieces) {
      std::string html = head;
      for (int i = 0; i < pieces; ++i) html += piece(i);
      const std::clock_t begin = std::clock();
      read("a.html", html + ">" + kParagraphs);
      return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    const double part = seconds(20000), all = seconds(100000);  // their squares are 1 to 25
    EXPECT_LT(all, 10 * part + 0.2) << head << piece(0) << ": " << part << " and " << all << " s";
  }
}

}  // namespace
}  // namespace actant
