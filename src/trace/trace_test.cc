#include "trace/trace.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "base/file.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

const std::vector<std::string> kWire = {
    "The lost satellite Halcyon-3 answered on Tuesday night after 41 days of silence, the space "
    "agency of the coast said.",
    "A retired teacher in Port Alder heard it first, on an antenna that he had made from a clothes "
    "line and two broom handles.",
    "Engineers had written the craft off in October, when it stopped turning towards the sun and "
    "its batteries ran down.",
    "The ground station sent three short commands at midnight and the satellite answered each of "
    "them within eleven seconds.",
    "Its cameras will be switched on again in December if the heaters hold, and the first pictures "
    "are to be given to schools.",
    "The mission cost 38.5 million dollars and was insured for half of that sum by a company in "
    "the capital."};

Article article(const std::string& id, const std::vector<std::string>& paragraphs,
                const char* at = "2026-11-20T10:00:00Z") {
  Article a;
  a.id = ArticleId(id);
  a.language = LanguageTag("en");
  a.published = parse_iso8601(at);
  for (const auto& text : paragraphs) {
    a.blocks.emplace_back();
    a.blocks.back().text = text;
  }
  return a;
}

Signature sign(const Article& a, bool agency = false) { return signature_of(a, agency); }

bool meet(const Signature& a, const Signature& b) {
  const auto x = band_keys(a), y = band_keys(b);
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] == y[i]) return true;
  return false;
}

TEST(SameText, HoldsForTheCopiesThatEditorsMake) {
  const auto wire = sign(article("wire", kWire));
  auto cut = std::vector<std::string>(kWire.begin(), kWire.begin() + 3);
  auto new_lead = kWire;
  new_lead[0] =
      "Good news from above: our readers asked for weeks what had become of the little craft that "
      "the schools had named.";
  auto local = kWire;
  local.push_back(
      "In our town the pupils of the harbour school had built a model of the craft, which hangs in "
      "the library.");
  local.insert(local.begin(),
               "It was a good week for people who look upwards, says the teacher of physics at the "
               "harbour school.");
  for (const auto& edited : {cut, new_lead, local}) {
    const auto copy = sign(article("copy", edited));
    EXPECT_TRUE(same_text(wire, copy));
    EXPECT_TRUE(same_text(copy, wire));
    EXPECT_TRUE(meet(wire, copy));
  }
}

TEST(SameText, DoesNotHoldForAnotherReportOfTheSameEvent) {
  const auto other =
      sign(article("other", {"After 41 days without a sign of life, Halcyon-3 is back: the "
                             "satellite reported on Tuesday night, its operators confirm.",
                             "An amateur, Tomas Ashdown, picked the signal up in Port Alder with a "
                             "home-made antenna and told the control centre at once.",
                             "In October the team had given up hope, because the solar panels had "
                             "turned away and no command was answered any more.",
                             "Now they plan to start the cameras in December. Schools are to have "
                             "the first images, the director told this newspaper.",
                             "The project's budget is 38.5 million dollars, of which an insurer in "
                             "the capital would have paid one half."}));
  EXPECT_FALSE(same_text(sign(article("wire", kWire)), other));
}

TEST(SameText, DoesNotHoldForAQuotedSentenceOrAnotherLanguage) {
  std::vector<std::string> feature;
  for (int i = 0; i < 40; ++i)
    feature.push_back("Paragraph number " + std::to_string(i) +
                      " of a long feature about the sky speaks of something quite " +
                      std::to_string(i * 7) + " different, in words that no wire ever used.");
  feature.push_back(kWire[1]);
  EXPECT_FALSE(same_text(sign(article("wire", kWire)), sign(article("feature", feature))));
  auto catalan = article("ca", kWire);
  catalan.language = LanguageTag("ca");
  EXPECT_FALSE(same_text(sign(article("wire", kWire)), sign(catalan)));
  EXPECT_FALSE(same_text(sign(article("a", {"Too short."})), sign(article("b", {"Too short."}))));
}

TEST(SameText, WorksForScriptsWithoutSpaces) {
  const std::vector<std::string> text = {
      "港口议会星期四晚上决定修复旧的旋转桥，工程将于明年春天开始，渡轮将运行到午夜。",
      "议会主席说，这座桥自一九一一年以来一直承载着电车。"};
  auto a = article("a", text),
       b = article("b", {text[0], "另一段话完全不同，讲的是博物馆里的苍鹭。"});
  a.language = b.language = LanguageTag("zh");
  EXPECT_TRUE(same_text(sign(a), sign(b)));
}

TEST(SameText, SurvivesStorage) {
  const auto s = sign(article("wire", kWire), true);
  const auto back = signature_from_json(parse_json(to_json(s).dump()).value());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->shingles, s.shingles);
  EXPECT_EQ(back->minhash, s.minhash);
  EXPECT_EQ(back->published, s.published);
  EXPECT_TRUE(back->agency);
  EXPECT_FALSE(signature_from_json(Json().set("minhash", "xyz")));
  EXPECT_FALSE(signature_from_json(Json(1)));
}

TEST(Story, AnAgencysTextIsFirstBeforeItsCustomers) {
  const auto customer = sign(article("c", kWire, "2026-11-20T09:00:00Z"));
  const auto agency = sign(article("w", kWire, "2026-11-20T09:30:00Z"), true);
  const auto late = sign(article("l", {kWire[0], kWire[1], kWire[2]}, "2026-11-21T09:00:00Z"));
  const auto story = make_story({late, customer, agency});
  EXPECT_EQ(story.first, ArticleId("w"));
  EXPECT_EQ(story.id, StoryId("w"));
  EXPECT_EQ(story.articles,
            (std::vector<ArticleId>{ArticleId("c"), ArticleId("w"), ArticleId("l")}));
  ASSERT_EQ(story.edges.size(), 2u);
  EXPECT_EQ(story.edges[1].to, ArticleId("l"));
  EXPECT_NEAR(story.edges[1].share, 1.0, 0.05);
}

TEST(Story, ElseTheEarliestIsAndUndatedOnesNeverAre) {
  auto undated = article("a", kWire);
  undated.published.reset();
  const auto story = make_story({sign(undated), sign(article("z", kWire, "2026-11-20T08:00:00Z")),
                                 sign(article("b", kWire, "2026-11-20T09:00:00Z"))});
  EXPECT_EQ(story.first, ArticleId("z"));
  EXPECT_EQ(story.articles.back(), ArticleId("a"));
}

TEST(SharedPassage, IsTheLongestAsTheCopyWritesIt) {
  const auto passage = shared_passage(
      article("a", kWire), article("b", {"New words here. " + kWire[1] + " More new words."}));
  EXPECT_EQ(passage, kWire[1].substr(0, kWire[1].size() - 1));
  EXPECT_EQ(shared_passage(article("a", kWire),
                           article("b", {"Nothing at all in common with it, not one run."})),
            "");
  EXPECT_LE(shared_passage(article("a", kWire), article("b", kWire)).size(), 200u);
}

TEST(Reuse, IsToldFromOriginalAnswers) {
  const Path file = Path(KAYNAK_SHARED_DATA) / "linking/reuse-short-answers.jsonl.gz";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  const auto command = "gzip -dc '" + file.string() + "'";
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string text;
  char buffer[65536];
  while (const auto n = std::fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, n);
  ASSERT_EQ(::pclose(pipe), 0);
  int right = 0, wrong = 0, copies = 0;
  for (const auto line : split(text, '\n')) {
    if (line.empty()) continue;
    const auto j = parse_json(line).value();
    const auto level = j["level"].as_string();
    if (level == "heavy" || level == "light")
      continue;  // rewritten throughout: another text by our meaning, or in between
    const bool same = same_text(sign(article("s", {j["source"].as_string()})),
                                sign(article("t", {j["text"].as_string()})));
    copies += level == "cut" ? 1 : 0;
    if (level == "cut" && same) ++right;
    if (level == "non" && same) ++wrong;
  }
  std::printf("verbatim copies found %d of %d, originals taken for copies %d\n", right, copies,
              wrong);
  EXPECT_GT(copies, 5);
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(right, copies);
}

}  // namespace
}  // namespace kaynak
