#include "translate/translate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/json.h"
#include "text/sentences.h"

namespace kaynak {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using Texts = std::vector<std::string>;

const LanguageTag en("en"), es("es"), ca("ca");
const Time now = parse_iso8601("2026-11-25T03:00:00Z")->utc;

/// Keeps what it was asked, and answers by a function.
class Spy final : public Engine {
 public:
  using Answer = std::function<std::string(const std::string&)>;
  Spy(std::vector<LanguagePair> pairs, Answer answer)
      : pairs_(std::move(pairs)), answer_(std::move(answer)) {}
  std::string name() const override { return "Spy 1"; }
  std::vector<LanguagePair> pairs() const override { return pairs_; }
  Result<Texts> translate(const LanguagePair&, const Texts& texts) override {
    Texts out;
    for (const auto& text : texts) {
      asked.push_back(text);
      out.push_back(answer_(text));
    }
    return out;
  }
  Texts asked;

 private:
  std::vector<LanguagePair> pairs_;
  Answer answer_;
};

std::string same(const std::string& text) { return text; }

Block paragraph(std::string text, BlockKind kind = BlockKind::paragraph) {
  Block block;
  block.kind = kind;
  block.text = std::move(text);
  for (const auto& r : split_sentences(block.text, "en"))
    block.sentences.push_back({{r.begin, r.end}, {}});
  return block;
}

Article article_of(std::vector<Block> blocks) {
  Article a;
  a.id = article_id_for("songbao.example/1");
  a.language = en;
  a.headline = "Bridge opens";
  a.blocks = std::move(blocks);
  return a;
}

Edition run(const Article& article, Engine& engine) {
  auto edition = translate(article, es, {{&engine, {en, es}}}, now);
  EXPECT_TRUE(edition) << (edition ? "" : edition.error().message());
  return edition ? *edition : Edition();
}

std::string slice(const EditionBlock& block, const ByteRange& range) {
  return block.text.substr(range.begin, range.size());
}

std::vector<std::string> checks(const Edition& edition, bool holding) {
  std::vector<std::string> out;
  for (const auto& f : edition.findings)
    if (f.holds == holding) out.push_back(f.check);
  return out;
}

TEST(FindRoute, OneStepBeatsTwoAndTheEarlierEngineWins) {
  Spy one({{en, es}, {es, ca}}, same), two({{en, ca}, {en, es}}, same);
  const auto direct = find_route({&one, &two}, {en, ca});
  ASSERT_TRUE(direct);
  ASSERT_EQ(direct->size(), 1u);
  EXPECT_EQ((*direct)[0].engine, &two);
  EXPECT_EQ((*find_route({&one, &two}, {en, es}))[0].engine, &one);
  const auto pivot = find_route({&one}, {en, ca});
  ASSERT_TRUE(pivot);
  ASSERT_EQ(pivot->size(), 2u);
  EXPECT_EQ((*pivot)[1].pair, (LanguagePair{es, ca}));
  EXPECT_FALSE(find_route({&one}, {ca, en}));
  EXPECT_FALSE(find_route({&one}, {en, en}));
  EXPECT_FALSE(find_route({}, {en, es}));
}

TEST(FindRoute, ServesRegionsButNoOtherScript) {
  const LanguageTag zh("zh"), hant("zh-Hant"), gb("en-GB");
  Spy engine({{en, zh}}, same);
  EXPECT_TRUE(find_route({&engine}, {gb, zh}));
  EXPECT_FALSE(find_route({&engine}, {en, hant}));
  Spy valencian({{en, LanguageTag("ca-valencia")}}, same);
  EXPECT_FALSE(find_route({&valencian}, {en, ca}));
}

TEST(Translate, AlignsEverySentence) {
  auto engine = make_table_engine(
      "T 1", {{en, es}},
      {{"Bridge opens", "Abre el puente"}, {"One day.", "Un día."}, {"It rained.", "Llovió."}});
  const auto e = run(article_of({paragraph("One day. It rained.")}), *engine);
  EXPECT_EQ(e.headline, "Abre el puente");
  ASSERT_EQ(e.blocks.size(), 1u);
  EXPECT_EQ(e.blocks[0].text, "Un día. Llovió.");
  ASSERT_EQ(e.blocks[0].sentences.size(), 2u);
  EXPECT_EQ(slice(e.blocks[0], e.blocks[0].sentences[1]), "Llovió.");
  EXPECT_EQ(e.status, EditionStatus::ready);
  EXPECT_EQ(e.engine, "T 1 en-es");
  EXPECT_EQ(e.kind, EditionKind::machine);
  EXPECT_EQ(e.created, now);
  EXPECT_EQ(e.id, edition_id_for(e.article, es));
}

TEST(Translate, SendsNothingButWords) {
  Block ad, embed, figure = paragraph("A bridge.", BlockKind::figure);
  ad.kind = BlockKind::ad_slot;
  ad.label = "[reklam_2]";
  embed.kind = BlockKind::embed;
  embed.url = "https://video.example/1";
  figure.figure = Figure{"https://a.example/p.jpg", "A bridge.", "Photo Agency", "alt", {}, {}};
  auto text = paragraph("Look at [reklam_2] or https://a.example/x and AB12 now. 15/08/2026");
  const auto code = static_cast<std::uint32_t>(text.text.find("AB12"));
  text.spans = {{SpanKind::opaque, {code, code + 4}, ""}};
  Spy engine({{en, es}}, same);
  const auto e = run(article_of({ad, embed, figure, text}), engine);
  for (const auto& asked : engine.asked)
    for (const char* part : {"reklam", "https", "AB12", "2026", "Photo Agency", "alt"})
      EXPECT_THAT(asked, Not(HasSubstr(part)));
  EXPECT_EQ(e.blocks[3].text, text.text) << "and all of it came back";
  EXPECT_EQ(e.blocks[0], EditionBlock());
  EXPECT_EQ(e.blocks[2].text, "A bridge.");
  ASSERT_EQ(e.blocks[3].spans.size(), 1u);
  EXPECT_EQ(slice(e.blocks[3], e.blocks[3].spans[0].range), "AB12");
}

TEST(Translate, GoesAroundAMaskThatTheEngineLoses) {
  Spy engine({{en, es}}, [](const std::string& text) {
    return text.find("zqx") == std::string::npos ? "<" + text + ">" : "nada de nada";
  });
  const auto e = run(article_of({paragraph("See https://a.example/x today.")}), engine);
  EXPECT_EQ(e.blocks[0].text, "<See> https://a.example/x <today.>");
  EXPECT_EQ(e.status, EditionStatus::ready);
  EXPECT_THAT(checks(e, false), Contains("engine"));
}

TEST(Translate, KeepsNamesOfTheArticleFromTheEngine) {
  auto article = article_of({paragraph(
      "Rose Brown told Green Park News that it rained, Brown and the Defense Ministry said.")});
  article.authors = {"Lan Pham"};
  article.text_agencies = {"Green Park News"};
  article.quotes = {{"it rained", "Rose Brown", "Rose Brown", "told", "", {}, {}},
                    {"", "a spokesman for the port", "", "", "", {}, {}},
                    {"", "Defense Ministry", "", "", "", {}, {}}};
  Spy engine({{en, es}}, same);
  const auto e = run(article, engine);
  for (const auto& asked : engine.asked)
    for (const char* name : {"Rose", "Brown", "Green Park"})
      EXPECT_THAT(asked, Not(HasSubstr(name)));
  EXPECT_THAT(engine.asked.back(), HasSubstr("Defense Ministry"));
  EXPECT_EQ(e.blocks[0].text, article.blocks[0].text);
}

TEST(Translate, HoldsAnEditionThatLostSomething) {
  auto lost = make_table_engine(
      "T", {{en, es}}, {{"254 people left.", "Se fueron personas."}, {"Bridge opens", "Abre"}});
  const auto e = run(article_of({paragraph("254 people left.")}), *lost);
  EXPECT_EQ(e.status, EditionStatus::held);
  ASSERT_EQ(e.findings.size(), 1u);
  EXPECT_EQ(e.findings[0].check, "number");
  EXPECT_EQ(e.findings[0].block, 0);
  EXPECT_EQ(e.findings[0].sentence, 0);
  EXPECT_THAT(e.findings[0].detail, HasSubstr("254"));
}

TEST(Translate, HoldsAnEditionWithASentenceWithoutAnswer) {
  Spy engine({{en, es}}, [](const std::string& text) { return text == "Two." ? "" : text; });
  const auto e = run(article_of({paragraph("One here. Two. Three now.")}), engine);
  EXPECT_EQ(e.status, EditionStatus::held);
  EXPECT_EQ(checks(e, true), Texts{"empty"});
  ASSERT_EQ(e.blocks[0].sentences.size(), 3u);
  EXPECT_TRUE(e.blocks[0].sentences[1].empty());
}

TEST(Translate, HoldsAnEditionThatIsNotTranslated) {
  Spy engine({{en, es}}, same);
  const auto e =
      run(article_of({paragraph(
              "Ngabona amanxeba amathathu egxalabeni emqaleni kanye. Ngamphakela ukudla ngase "
              "ngiphuthuma ekhaya namhlanje. Uma ngifika ngabona sekugcwele amaphoyisa.")}),
          engine);
  EXPECT_EQ(e.status, EditionStatus::held);
  EXPECT_EQ(checks(e, true), Texts{"copy"});
  EXPECT_THAT(e.findings.back().detail, HasSubstr("3 of 3"));
}

TEST(Translate, RepairsEntitiesAndSaysSo) {
  Spy engine({{en, es}}, [](const std::string& text) {
    return text == "\"No.\"" ? "&quot;No&#39;.&quot;" : text;
  });
  const auto e = run(article_of({paragraph("\"No.\"")}), engine);
  EXPECT_EQ(e.blocks[0].text, "\"No'.\"");
  EXPECT_EQ(checks(e, false), Texts{"engine"});
  EXPECT_EQ(e.status, EditionStatus::ready);
}

TEST(Translate, WritesNumbersTheTargetsWay) {
  Spy engine({{en, es}}, same);
  const auto e = run(article_of({paragraph("It cost 1,250.5 euros.")}), engine);
  EXPECT_EQ(e.blocks[0].text, "It cost 1.250,5 euros.");
  EXPECT_EQ(e.status, EditionStatus::ready);
}

TEST(Translate, CarriesALinkWhereItsTextCanBeFound) {
  auto block = paragraph("The new bridge is open, the mayor said. See more.");
  block.spans = {{SpanKind::link, {4, 14}, "https://a.example/"},
                 {SpanKind::link, {24, 33}, "https://b.example/"},
                 {SpanKind::link, {40, 49}, "https://c.example/"}};
  auto engine = make_table_engine("T", {{en, es}},
                                  {{"The new bridge is open, the mayor said.",
                                    "El puente nuevo está abierto, dijo la alcaldesa."},
                                   {"new bridge", "Puente nuevo"},
                                   {"the mayor", "el alcalde"},
                                   {"See more.", "Ver más."},
                                   {"Bridge opens", "Abre"}});
  const auto e = run(article_of({block}), *engine);
  ASSERT_EQ(e.blocks[0].spans.size(), 2u)
      << "the text of the second link is not in the translation";
  EXPECT_EQ(slice(e.blocks[0], e.blocks[0].spans[0].range), "puente nuevo");
  EXPECT_EQ(e.blocks[0].spans[0].value, "https://a.example/");
  EXPECT_EQ(slice(e.blocks[0], e.blocks[0].spans[1].range), "Ver más.");
}

TEST(Translate, KeepsTheCellsOfATable) {
  Block table;
  table.kind = BlockKind::table;
  table.text = "Year\tDead\n2025\t6,254";
  table.sentences = {{{0, 4}, {}}, {{5, 9}, {}}, {{10, 14}, {}}, {{15, 20}, {}}};
  auto engine = make_table_engine("T", {{en, es}},
                                  {{"Year", "Año"}, {"Dead", "Muertos"}, {"Bridge opens", "Abre"}});
  const auto e = run(article_of({table}), *engine);
  EXPECT_EQ(e.blocks[0].text, "Año\tMuertos\n2025\t6.254");
  EXPECT_EQ(e.status, EditionStatus::ready);
  EXPECT_TRUE(e.findings.empty());
}

TEST(Translate, GoesThroughAPivot) {
  Spy engine({{en, es}, {es, ca}}, [](const std::string& text) { return text + "."; });
  const auto route = find_route({&engine}, {en, ca});
  const auto e = translate(article_of({paragraph("Read https://a.example/ now")}), ca, *route, now);
  ASSERT_TRUE(e);
  EXPECT_EQ(e->blocks[0].text, "Read https://a.example/ now..");
  EXPECT_EQ(e->engine, "Spy 1 en-es, es-ca");
  EXPECT_EQ(e->from, en);
}

std::string marked(const std::string& text) { return "es:" + text; }

/// What an engine is asked for the second version, when the first was translated by `first`.
Texts asked_again(const Article& before, const Article& after, Engine& first, Edition* made) {
  Spy second({{en, es}}, [](const std::string& text) { return "new:" + text; });
  const EarlierEdition earlier{before, run(before, first)};
  auto edition = translate(after, es, {{&second, {en, es}}}, now, &earlier);
  EXPECT_TRUE(edition);
  if (edition) *made = std::move(*edition);
  return second.asked;
}

TEST(Translate, AsksForTheChangedSentencesAlone) {
  Spy first({{en, es}}, marked);
  Edition e;
  const auto asked = asked_again(
      article_of({paragraph("One day. It rained."), paragraph("See a@b.example then.")}),
      article_of({paragraph("One day. It snowed."), paragraph("See a@b.example then.")}), first,
      &e);
  EXPECT_EQ(asked, Texts{"It snowed."});
  EXPECT_EQ(e.headline, "es:Bridge opens");
  EXPECT_EQ(e.blocks[0].text, "es:One day. new:It snowed.");
  EXPECT_EQ(e.blocks[1].text, "es:See a@b.example then.");
}

TEST(Translate, KeepsNothingOfAnotherEngineNorOfDoubtfulSentences) {
  class Other final : public Engine {
   public:
    std::string name() const override { return "Other 1"; }
    std::vector<LanguagePair> pairs() const override { return {{en, es}}; }
    Result<Texts> translate(const LanguagePair&, const Texts& texts) override { return texts; }
  } other;
  const auto article = article_of({paragraph("One day. It rained 3 times.")});
  Edition e;
  EXPECT_EQ(asked_again(article, article, other, &e).size(), 3u);
  Spy lossy({{en, es}}, [](const std::string& text) {
    return text.find('3') == text.npos ? marked(text) : "es: llovió";
  });
  EXPECT_EQ(asked_again(article, article, lossy, &e), Texts{"It rained 3 times."});
}

TEST(Translate, RefusesAnEmptyRouteAndAMiscountingEngine) {
  EXPECT_EQ(translate(article_of({}), es, {}, now).error().code, ErrorCode::unsupported);
  class Miscounting final : public Engine {
   public:
    std::string name() const override { return "M"; }
    std::vector<LanguagePair> pairs() const override { return {{en, es}}; }
    Result<Texts> translate(const LanguagePair&, const Texts&) override { return Texts(7, "x"); }
  } engine;
  EXPECT_EQ(translate(article_of({}), es, {{&engine, {en, es}}}, now).error().code,
            ErrorCode::malformed);
}

TEST(Translate, GivesAnEditionThatComesBackFromJson) {
  Spy engine({{en, es}}, same);
  const auto e =
      run(article_of({paragraph("See https://a.example/x today. \"Yes\" he said.")}), engine);
  const auto back = edition_from_json(to_json(e));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, e);
}

TEST(HumanEdition, AlignsBlocksAndSentences) {
  Block ad;
  ad.kind = BlockKind::ad_slot;
  const auto article =
      article_of({paragraph("One day. It rained."), ad, paragraph("He left. She came. They ate.")});
  const auto e =
      import_human_edition(article, es, "Ana Ruiz",
                           "\xef\xbb\xbf"
                           "Abre\r\n\r\nUn día. Llovió.\r\n\r\nÉl se fue, ella\nvino y comieron.\n",
                           now);
  ASSERT_TRUE(e) << e.error().message();
  EXPECT_EQ(e->headline, "Abre");
  EXPECT_EQ(e->translator, "Ana Ruiz");
  EXPECT_EQ(e->kind, EditionKind::human);
  EXPECT_EQ(e->status, EditionStatus::ready);
  ASSERT_EQ(e->blocks.size(), 3u);
  EXPECT_EQ(e->blocks[0].sentences.size(), 2u);
  EXPECT_EQ(slice(e->blocks[0], e->blocks[0].sentences[1]), "Llovió.");
  EXPECT_EQ(e->blocks[1], EditionBlock());
  EXPECT_EQ(e->blocks[2].text, "Él se fue, ella vino y comieron.");
  EXPECT_EQ(e->blocks[2].sentences, (std::vector<ByteRange>{{0, 33}}));
  EXPECT_EQ(e->source_digest, text_digest(article));
}

TEST(HumanEdition, SaysBothCountsWhereTheyDiffer) {
  const auto article = article_of({paragraph("One."), paragraph("Two.")});
  const auto e = import_human_edition(article, es, "A", "Título\n\nUno.\n", now);
  ASSERT_FALSE(e);
  EXPECT_EQ(e.error().code, ErrorCode::malformed);
  EXPECT_THAT(e.error().detail, HasSubstr("1 paragraphs"));
  EXPECT_THAT(e.error().detail, HasSubstr("has 2 blocks"));
  EXPECT_FALSE(import_human_edition(article, es, "A", "", now));
  EXPECT_FALSE(import_human_edition(article, es, "A", "\xff\xfe", now));
}

TEST(HumanEdition, IsNeverHeldButFindingsAreKept) {
  const auto e = import_human_edition(article_of({paragraph("254 people left.")}), es, "A",
                                      "Abre\n\nSe fueron.", now);
  ASSERT_TRUE(e);
  EXPECT_EQ(e->status, EditionStatus::ready);
  EXPECT_EQ(checks(*e, false), Texts{"number"});
  EXPECT_EQ(checks(*e, true), Texts());
}

/// The real engine on a text with every mark that must not be lost.
TEST(TranslateWithApertium, LosesNothing) {
  auto engine = make_apertium_engine();
  if (!engine) GTEST_SKIP() << engine.error().message();
  auto article =
      article_of({paragraph("The Green Park News reported on 15 August 2026 that 1,250 people "
                            "crossed the bridge. \"We are happy,\" Rose "
                            "Brown said. See https://songbao.example/cau?id=5 or write to "
                            "an.le@songbao.example (@song_bao).")});
  article.text_agencies = {"Green Park News"};
  article.quotes = {{"We are happy", "Rose Brown", "Rose Brown", "said", "", {}, {}}};
  for (const auto& to : {es, ca}) {
    const auto route = find_route({engine->get()}, {en, to});
    ASSERT_TRUE(route);
    const auto e = translate(article, to, *route, now);
    ASSERT_TRUE(e) << e.error().message();
    for (const char* part :
         {"Green Park News", "Rose Brown", "1.250", "15", "2026",
          "https://songbao.example/cau?id=5", "an.le@songbao.example", "@song_bao"})
      EXPECT_THAT(e->blocks[0].text, HasSubstr(part));
    EXPECT_EQ(e->status, EditionStatus::ready) << to_json(*e).dump();
    EXPECT_EQ(e->blocks[0].sentences.size(), 3u);
  }
}

}  // namespace
}  // namespace kaynak
