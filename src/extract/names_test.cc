#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/byline.h"
#include "extract/byline_names.h"
#include "extract/headline.h"
#include "extract/page_for_tests.h"

namespace kaynak::extract_detail {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

Headline headline_of(std::string_view html) {
  const Document page = parse_for_test(html);
  const StructuredData data = read_structured_data(page, "", document_title(page));
  return find_headline(page, map_page(page), data, outlet_name(data), {});
}

std::string json_ld(std::string_view members) {
  return "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":"
         "\"2026-11-24\"," +
         std::string(members) + "}</script>";
}

// ---- headline

TEST(Headline, LeavesKickerAndSubheadlineToTheirFields) {
  const Headline h = headline_of(
      "<title>Ice breaks early in Norrvik</title><body><h1><span class=kicker>Winter</span> <span "
      "class=headline>Ice breaks early in Norrvik</span><span class=subtitle>Ships may leave on "
      "Friday</span></h1>");
  EXPECT_EQ(h.text, "Ice breaks early in Norrvik");
  EXPECT_EQ(h.kicker, "Winter");
  EXPECT_EQ(h.subheadline, "Ships may leave on Friday");
}

TEST(Headline, IsThePartThatThePagesDataCallsSo) {
  const std::string heading =
      "<body><h1><span class=x1>Liman kenti</span><span class=x2>Buzlar bu yıl erken "
      "çözüldü</span></h1>";
  EXPECT_EQ(
      headline_of("<meta property=og:title content='Buzlar bu yıl erken çözüldü'>" + heading).text,
      "Buzlar bu yıl erken çözüldü");
  EXPECT_EQ(headline_of("<meta property=og:title content='Liman kenti: Buzlar bu yıl erken "
                        "çözüldü'>" +
                        heading)
                .text,
            "Liman kenti: Buzlar bu yıl erken çözüldü");
}

TEST(Headline, HasNoLinksToItselfAndNothingHidden) {
  EXPECT_EQ(headline_of("<title>Das Eis bricht früh</title><body><h1>Das Eis bricht früh<a "
                        "href='#eis'>¶</a> <a href=/edit style='display: none'>Bearbeiten</a></h1>")
                .text,
            "Das Eis bricht früh");
  EXPECT_EQ(headline_of("<title>Norrvik räumt C#</title><body><h1>Norrvik räumt <a "
                        "href='#c'>C#</a></h1>")
                .text,
            "Norrvik räumt C#");
}

TEST(Headline, LosesAKickerThatTheDataSetsBehindIt) {
  const Headline h = headline_of(
      "<title>Winter am Hafen: Das Eis bricht früh</title><meta property=og:title content='Das Eis "
      "bricht früh - Winter am Hafen'><body><h1><span>Winter am Hafen</span> <span>Das Eis bricht "
      "früh</span></h1>");
  EXPECT_EQ(h.text, "Das Eis bricht früh");
  EXPECT_EQ(h.kicker, "Winter am Hafen");
}

TEST(Headline, MayStandInABarThatIsNoMenu) {
  const std::string caption =
      "<figure><figcaption><span class=caption__title>Lód pęka wcześnie w Norrvik - "
      "film</span></figcaption></figure>";
  EXPECT_EQ(headline_of("<title>Norrvik. Lód pęka wcześnie - film</title><meta property=og:title "
                        "content='Statki wypłyną w piątek'><body>" +
                        caption +
                        "<div class=top-bar><h1 class=top-bar__title>Statki wypłyną w "
                        "piątek</h1></div>")
                .text,
            "Statki wypłyną w piątek");
}

TEST(Headline, IsNotTheLastCrumbOfATrail) {
  const std::string seen =
      "<article><h2 class=title>Băng tan sớm ở cảng Norrvik</h2><p>Chữ.</p></article>";
  EXPECT_EQ(headline_of("<title>Cảng Norrvik: vì sao băng tan?</title><body><nav "
                        "class=breadcrumb><a href=/>Trang chủ</a><h1>Cảng Norrvik: vì sao băng "
                        "tan?</h1></nav>" +
                        json_ld("\"headline\":\"Băng tan sớm ở cảng Norrvik\"") + seen)
                .text,
            "Băng tan sớm ở cảng Norrvik");
}

TEST(Headline, IsNotTheNameThatLeadsHome) {
  EXPECT_EQ(headline_of("<title>Eis bricht früh – Notizen vom Hafen</title><body><h1><a "
                        "href='https://notizen.example/'>Notizen vom Hafen</a></h1><h2 "
                        "class=title><a href=/eis>Eis bricht früh</a></h2>")
                .text,
            "Eis bricht früh");
}

TEST(Headline, IsThePartOfTheTitleThatAHeadingRepeats) {
  const std::string page =
      "<title>Harbour notes » Archive » Ice melts early in Norrvik</title><body><h1><a "
      "href='https://archive.example/2014/https://notes.example/'>Harbour notes</a></h1>"
      "<h2>Recent comments</h2><div><h2><a href=/ice>Ice melts early in Norrvik</a></h2></div>";
  EXPECT_EQ(headline_of(page).text, "Ice melts early in Norrvik");
}

TEST(Headline, IsNoSectionOfTheTextThatRepeatsPartOfThePagesData) {
  EXPECT_EQ(headline_of("<meta property=og:title content='What is drift ice? - A guide to ice at "
                        "sea'><title>What is drift ice? - A guide to ice at sea</title><body>"
                        "<h1>Ice that drifts: a primer</h1><h2>What is drift ice?</h2>")
                .text,
            "Ice that drifts: a primer");
}

TEST(Headline, IsWrittenAsThePagesDataWritesItWhereStyleAlonePartsIt) {
  EXPECT_EQ(headline_of("<meta property=og:title content='Deniz ve liman - “Buzlar eridi”'><body>"
                        "<h1><span>Deniz ve liman</span>“Buzlar eridi”</h1>")
                .text,
            "Deniz ve liman - “Buzlar eridi”");
}

TEST(Headline, TakesAKickerThatAllDataJoins) {
  const std::string page = "<meta property=og:title content='Hafen von Norrvik: Eis bricht früh'>" +
                           json_ld("\"headline\":\"Hafen von Norrvik: Eis bricht früh\"");
  EXPECT_EQ(
      headline_of(page + "<body><p class=k>Hafen von Norrvik</p><h1>Eis bricht früh</h1>").text,
      "Hafen von Norrvik: Eis bricht früh");
  EXPECT_EQ(headline_of(page + "<body><p class=k>Norrvik</p><h1>Eis bricht früh</h1>").text,
            "Eis bricht früh");
}

TEST(Headline, IsFoundBehindALongMenu) {
  std::string menu;
  for (int i = 0; i < 90; ++i) menu += "<div class=title>Menu of Norrvik</div>";
  EXPECT_EQ(headline_of("<title>Another title for machines</title><body>" + menu +
                        "<h1>Лёд в порту сошёл раньше срока</h1>")
                .text,
            "Лёд в порту сошёл раньше срока");
}

TEST(Headline, OfDataAloneLosesSectionAndSite) {
  EXPECT_EQ(headline_of("<meta property=og:title content='얼음이 일찍 녹았다 노르비크 "
                        "항구-사회ㅣ하브스빌드'><meta name=headline content='얼음이 일찍 녹았다 "
                        "노르비크 항구'><body><p>x")
                .text,
            "얼음이 일찍 녹았다 노르비크 항구");
}

TEST(Headline, IsTheHeadingThatSaysWhatTheDataSaysAndNoMore) {
  EXPECT_EQ(headline_of("<title>Buzlar limanda erken eridi - Haberler</title><body><h2>Buzlar "
                        "limanda erken eridi</h2><article><div class=headline>Buzlar limanda erken "
                        "eridi <a href=/b>#</a> Havsbild</div></article>")
                .text,
            "Buzlar limanda erken eridi");
}

TEST(Headline, EndsInTheTitleWhereALinkToThePageEnds) {
  EXPECT_EQ(headline_of("<title>La glace fond tôt ‹ Projet du Port de Norrvik</title><body>"
                        "<div class=sidebar><h3><a href=/glace>La glace fond "
                        "tôt</a></h3></div>")
                .text,
            "La glace fond tôt");
}

TEST(Headline, IsNoNameOfAHost) {
  EXPECT_EQ(headline_of("<meta name='DC.title' content='havsbild.example'><title>The rules of the "
                        "harbour</title><body><p>x")
                .text,
            "The rules of the harbour");
}

// ---- names

std::vector<std::string> names(std::string_view byline) { return names_in_byline(byline, ""); }

TEST(Names, AreSplitInManyLanguages) {
  EXPECT_THAT(names("By Mira Lind AND Jon Berg"), ElementsAre("Mira Lind", "Jon Berg"));
  EXPECT_THAT(names("Von Ana Weiß / Jan Kern"), ElementsAre("Ana Weiß", "Jan Kern"));
  EXPECT_THAT(names("Yazan: Ayşe Kaya ve Mehmet Öz"), ElementsAre("Ayşe Kaya", "Mehmet Öz"));
  EXPECT_THAT(names("Por Ana Ruiz y Juan de la Mar"), ElementsAre("Ana Ruiz", "Juan de la Mar"));
  EXPECT_THAT(names("Автор: Анна Белая и Иван Чёрный"), ElementsAre("Анна Белая", "Иван Чёрный"));
  EXPECT_THAT(names("Tác giả: Ngọc Anh – Minh Châu"), ElementsAre("Ngọc Anh", "Minh Châu"));
  EXPECT_THAT(names("Ana Weiß im Gespräch mit Jan Kern"), ElementsAre("Ana Weiß", "Jan Kern"));
}

TEST(Names, FollowWhatKindOfTextItIs) {
  EXPECT_THAT(names("Analysis by Mira Lind, NBK Editor-at-large"), ElementsAre("Mira Lind"));
  EXPECT_THAT(names("Eine Kolumne von Ana Weiß"), ElementsAre("Ana Weiß"));
  EXPECT_THAT(names("Crônica de Rui Sampaio"), ElementsAre("Rui Sampaio"));
  EXPECT_THAT(names("Krönika av Siv Ek"), ElementsAre("Siv Ek"));
}

TEST(Names, EndBeforeDatesPlacesAndEmployers) {
  EXPECT_THAT(names("Mira Lind am Samstag, 19. Oktober 2026"), ElementsAre("Mira Lind"));
  EXPECT_THAT(names("Mira Lind on behalf of the harbour"), ElementsAre("Mira Lind"));
  EXPECT_THAT(names("Mira Lind And Jon Berg For The Norrvik Post"),
              ElementsAre("Mira Lind", "Jon Berg"));
  EXPECT_THAT(names("Mira Lind @miralind"), ElementsAre("Mira Lind"));
  EXPECT_THAT(names("24.11.2026 | Mira Lind"), ElementsAre("Mira Lind"));
  EXPECT_THAT(names("Mira Lind, Sr. Director of Operations, Norrvik Lines"),
              ElementsAre("Mira Lind"));
  EXPECT_THAT(names("Center for Ice Research"), IsEmpty());
  EXPECT_THAT(names("Monday"), IsEmpty());
}

TEST(Names, MayBeInitialsTwiceTheSame) {
  EXPECT_THAT(names("Von R. R. am 24.11.2026"), ElementsAre("R. R."));
  EXPECT_THAT(names("Mira Lind Mira Lind"), ElementsAre("Mira Lind"));
}

TEST(Names, KeepTheWordInBracketsWithinThem) {
  EXPECT_THAT(names("Ana (Lind) Weiß"), ElementsAre("Ana (Lind) Weiß"));
  EXPECT_THAT(names("By Ana (R.L.) Weiß"), ElementsAre("Ana (R.L.) Weiß"));
  EXPECT_THAT(names("By Ana Weiß (NBK) North"), ElementsAre("Ana Weiß"));
}

TEST(Names, FollowInBracketsBehindWith) {
  EXPECT_THAT(names("Ana Weiß (avec Jan Kern et Mira Lind)"),
              ElementsAre("Ana Weiß", "Jan Kern", "Mira Lind"));
  EXPECT_THAT(names("Ana Weiß (mit Jan Kern), Neustadt"), ElementsAre("Ana Weiß", "Jan Kern"));
  EXPECT_THAT(names("Ana Weiß (avec NBK)"), ElementsAre("Ana Weiß"));
  EXPECT_THAT(names("Ana Weiß (Jan Kern)"), ElementsAre("Ana Weiß"));
}

TEST(Names, AreNoSentences) {
  EXPECT_THAT(names("By Mira Lindal."), ElementsAre("Mira Lindal"));
  EXPECT_THAT(names("By Mira Lind Jr."), ElementsAre("Mira Lind Jr."));
  EXPECT_THAT(names("By Harbour Masters. They Sail"), IsEmpty());
  EXPECT_THAT(names("By going aboard or sailing with our ships you agree to the rules of the sea "
                    "and Harbour Masters."),
              IsEmpty());
}

TEST(Names, EndBeforeALabel) {
  EXPECT_THAT(names("Autor: Ewa Lind Data: 24-11-2026"), ElementsAre("Ewa Lind"));
  EXPECT_THAT(names("Autor: Data: 24-11-2026, 09:29"), IsEmpty());
  EXPECT_THAT(names("Data: 24-11-2026 Autor: Ewa Lind"), ElementsAre("Ewa Lind"));
  EXPECT_THAT(names("A Post By: Mira Lind"), ElementsAre("Mira Lind"));
  EXPECT_THAT(names("返回首页，查看更多"), IsEmpty());
}

TEST(Names, AreNotMediaPlacesAndDesks) {
  EXPECT_THAT(names("Rosa Ibarra | El Faro de Puerto Claro"), ElementsAre("Rosa Ibarra"));
  EXPECT_THAT(names("Por Rui Sampaio, N1 RO — Porto Claro 08/03/2026"), ElementsAre("Rui Sampaio"));
  EXPECT_THAT(names("Rui Sampaio — Marta Reis"), ElementsAre("Rui Sampaio", "Marta Reis"));
  EXPECT_THAT(names("Do NBK"), IsEmpty());
  EXPECT_THAT(names("Havsbild.nl"), IsEmpty());
  EXPECT_THAT(names("Norrvik LIVE"), IsEmpty());
  EXPECT_THAT(names("LinkedIn"), IsEmpty());
  EXPECT_THAT(names("기사입력"), IsEmpty());
  EXPECT_THAT(names("नोरविक ब्यूरो"), IsEmpty());
  EXPECT_THAT(names("(أبوظبي)"), IsEmpty());
  EXPECT_THAT(parse_names("(أبوظبي - البيان)", "البيان", NameTrust::named), IsEmpty());
  EXPECT_THAT(names("Em Porto Claro"), IsEmpty());
  EXPECT_THAT(names("Aus Neustadt"), IsEmpty());
  EXPECT_THAT(names("Emma Claro"), ElementsAre("Emma Claro"));
  EXPECT_THAT(names_in_byline("Mast & Meer", "Mast & Meer"), IsEmpty());
  EXPECT_THAT(names_in_byline("Mast & Meer, Ana Weiß", "Mast & Meer"), Contains("Ana Weiß"));
  EXPECT_THAT(names("أسماء نصار"), ElementsAre("أسماء نصار"));
}

TEST(Names, EndBeforeWhatAReporterWritesAbout) {
  EXPECT_THAT(names("By Ana Weiß Court Reporter"), ElementsAre("Ana Weiß"));
  EXPECT_THAT(names("By Ana Weiß Local Democracy Reporter"), ElementsAre("Ana Weiß"));
  EXPECT_THAT(names("By Norrvik Court Reporter"), IsEmpty());
  EXPECT_THAT(names("By Ana Court"), ElementsAre("Ana Court"));
}

TEST(Byline, IsNoButton) {
  const std::string button =
      "<p>" +
      std::string(
          "<a href=/?from=author id=back><span class=author>返回首页，查看更多</span></a></p>");
  EXPECT_EQ(extract_for_test(page_with(news_text() + button)).byline, "");
  EXPECT_TRUE(reads_like_button("read more"));
  EXPECT_FALSE(reads_like_button("ana weiss"));
}

TEST(Names, AreNotWhatComesBeforeAnArticle) { EXPECT_THAT(names("By Ask the Sailors"), IsEmpty()); }

TEST(Names, AreNotOfThoseWhoMadeThePictures) {
  EXPECT_THAT(names("Text: Mira Lind, Fotos: Jon Berg"), ElementsAre("Mira Lind"));
  EXPECT_THAT(names("Words: Mira Lind Photos: Jon Berg"), ElementsAre("Mira Lind"));
}

TEST(Names, GivenAsSuchMayBePenNames) {
  EXPECT_THAT(parse_names("harbour99", "", NameTrust::named), ElementsAre("harbour99"));
  EXPECT_THAT(parse_names("mira lind", "", NameTrust::named), ElementsAre("mira lind"));
  EXPECT_THAT(parse_names("harbour99", "", NameTrust::words), IsEmpty());
  EXPECT_THAT(parse_names("105092", "", NameTrust::named), IsEmpty());
}

TEST(Names, OfSeveralLinesStandInTheOneThatSaysBy) {
  EXPECT_THAT(parse_names("Mira Lind\nIce Research", "", NameTrust::words),
              ElementsAre("Mira Lind"));
  EXPECT_THAT(parse_names("North Sea\nBy Mira Lind", "", NameTrust::words),
              ElementsAre("Mira Lind"));
  EXPECT_THAT(parse_names("Mira Lind\n;Jon Berg", "", NameTrust::words),
              ElementsAre("Mira Lind", "Jon Berg"));
}

// ---- byline

TEST(Byline, IsReadFromPlainLinesToo) {
  const auto authors = [](std::string_view before, std::string_view after = "") {
    return extract_for_test(page_with(std::string(before) + news_text() + std::string(after)))
        .authors;
  };
  EXPECT_THAT(authors("<p>By Mira Lind</p>"), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("<p class=l><b>By</b></p><p class=n>Mira Lind</p>"),
              ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("<p>24 November 2026 | Mira Lind</p>"), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("", "<p><em>Text: Mira Lind</em></p>"), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("<p>Von Norden kam der Wind, Mira Lind sah zu</p>"), IsEmpty());
}

TEST(Byline, NamesAllOfThoseInElementsOfTheirOwn) {
  const Article a = extract_for_test(
      page_with("<div class=byline>By <a rel=author href=/author/mira>Mira Lind</a> and <a "
                "rel=author href=/author/jon>Jon Berg</a></div>" +
                news_text()));
  EXPECT_THAT(a.authors, ElementsAre("Mira Lind", "Jon Berg"));
}

TEST(Byline, OfThePageWinsOverALogin) {
  const std::string login = json_ld("\"author\":{\"@type\":\"Person\",\"name\":\"mlind2\"}");
  const std::string shown = "<p class=byline>By <a href=/author/mlind2>Mira Lind</a></p>";
  EXPECT_THAT(extract_for_test(page_with(shown + news_text(), login)).authors,
              ElementsAre("Mira Lind"));
  EXPECT_THAT(extract_for_test(page_with(news_text(), login)).authors, IsEmpty());
}

TEST(Byline, OfABlogMayBeThePenNameThatTheBlogBears) {
  const auto signed_by = [](const std::string& name) {  // the outlet is "Havsbild Post"
    const std::string link = "<a rel=author href=/author/x>" + name + "</a>";
    return extract_for_test(page_with("<p class=byline>By " + link + "</p>" + news_text())).authors;
  };
  EXPECT_THAT(signed_by("havsbild"), ElementsAre("havsbild"));
  EXPECT_THAT(signed_by("Havsbild"), IsEmpty());
}

TEST(Byline, CompletesWhatTheDataCutsShort) {
  const std::string first = json_ld("\"author\":{\"@type\":\"Person\",\"name\":\"Mira Lind\"}");
  const std::string shown = "<p class=byline>By Mira Lind and Jon Berg</p>";
  EXPECT_THAT(extract_for_test(page_with(shown + news_text(), first)).authors,
              ElementsAre("Mira Lind", "Jon Berg"));
}

TEST(Byline, IsNotThatOfACitedWorkOrATeaser) {
  const Article a = extract_for_test(page_with(
      news_text() + "<ol><li itemprop=citation itemscope><meta itemprop=author content='Ole "
                    "Dahl'>A history of ice</li></ol>",
      "",
      "<section class=related><article><h3>Storm</h3><p class=author>By Ole "
      "Dahl</p></article></section>"));
  EXPECT_THAT(a.authors, IsEmpty());
}

TEST(Byline, MayCloseTheTextInAPartOfItsOwn) {
  const auto authors = [](std::string_view after) {
    return extract_for_test(page_with(news_text(), "", after)).authors;
  };
  EXPECT_THAT(
      authors("<section class=sidebar><h4>Author</h4><p class=author>Mira Lind</p></section>"),
      ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("<section class=sidebar><p class=author>Mira Lind</p></section>"), IsEmpty());
  EXPECT_THAT(authors("<div><h3>Written by Mira Lind</h3><p>She sails.</p></div>"),
              ElementsAre("Mira Lind"));
}

TEST(Byline, MayFollowADateOrALineBreak) {
  const auto authors = [](std::string_view line) {
    return extract_for_test(page_with(std::string(line) + news_text())).authors;
  };
  EXPECT_THAT(authors("<p class=byline>Nov 24, 2026 Mira Lind</p>"), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("<p class=byline>24.11.2026 Uhrzeit der Ebbe</p>"), IsEmpty());
  EXPECT_THAT(authors("<ul><li><b>Autorin/Autor</b>\nMira Lind</li></ul>"),
              ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("<div>\n                                             <span>Selin Deniz |"
                      "</span>\n                                          <span>24.11.2026 - "
                      "Güncelleme: 25.11.2026</span>\n    </div>"),
              ElementsAre("Selin Deniz"));
}

TEST(Byline, HasNoNamesOfOtherRoles) {
  const auto authors = [](std::string_view byline) {
    return extract_for_test(
               page_with("<div class=byline>" + std::string(byline) + "</div>" + news_text()))
        .authors;
  };
  const std::string first = "By <a href=/author/mira>Mira Lind</a>",
                    second = " <a href=/author/jon>Jon Berg</a>";
  EXPECT_THAT(authors(first + " and" + second), ElementsAre("Mira Lind", "Jon Berg"));
  EXPECT_THAT(authors(first + ". Reviewed by" + second), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors(first + " Übersetzt von" + second), ElementsAre("Mira Lind"));
}

TEST(Byline, IsNotTheEditorWhomTheDataGivesAsAuthor) {
  const std::string data = json_ld("\"author\":{\"@type\":\"Person\",\"name\":\"Budi Rahman\"}");
  const std::string shown = "<div class=author>Sari Dewi</div>" + news_text();
  EXPECT_THAT(
      extract_for_test(
          page_with(shown + "<p class=author>Editor : <a href=/author/b>Budi Rahman</a></p>", data))
          .authors,
      ElementsAre("Sari Dewi"));
  EXPECT_THAT(extract_for_test(page_with(shown, data)).authors, ElementsAre("Budi Rahman"));
}

TEST(Byline, IsNoTopicAndNoQuestion) {
  const auto authors = [](std::string_view line) {
    return extract_for_test(page_with(std::string(line) + news_text())).authors;
  };
  const std::string time = "<time datetime=2026-11-24>24 November 2026</time>";
  EXPECT_THAT(authors("<p>" + time + " <span>Sigrid Havn</span></p>"), ElementsAre("Sigrid Havn"));
  EXPECT_THAT(authors("<p>" + time +
                      " <span><a rel='category tag' href=/c/1>Sigrid "
                      "Havn</a></span></p>"),
              IsEmpty());
  EXPECT_THAT(authors("<p class=author>How Cold Is Sigrid Havn?</p>"), IsEmpty());
  EXPECT_THAT(authors("<p>Sigrid Havn in “Ebb”, 24 November 2026</p>"), IsEmpty());
}

TEST(Byline, IsNoLinkToASection) {
  const auto article = extract_for_test(page_with(
      "<p class=author><a href=/blog-category/harbour>Harbour Notes</a></p>" + news_text()));
  EXPECT_THAT(article.authors, IsEmpty());
  EXPECT_EQ(article.byline, "");
}

TEST(Byline, IsNobodyWhomTheTextIsAbout) {
  const std::string about =
      "<p>The ferry was named after the engineer who drew the first harbour of the town, <a "
      "href=/topics/people/jon-lind>Jon Lind</a>, and it has carried a portrait of him in its "
      "saloon since it first left the quay of Norrvik in 1931.</p>";
  EXPECT_THAT(extract_for_test(page_with(about + news_text())).authors, IsEmpty());
  const std::string maker =
      "<p>The harbour of the town has a clock whose works have run since 1931, in a tower that was "
      "drawn and created by <a href=/jon-lind>Jon Lind</a>, and it has never been late since.</p>";
  EXPECT_THAT(extract_for_test(page_with(news_text() + maker)).authors, IsEmpty());
  const std::string byline = "<p><a href=/people/jon-lind>Jon Lind</a></p>";
  EXPECT_THAT(extract_for_test(page_with(byline + news_text())).authors, ElementsAre("Jon Lind"));
}

TEST(Byline, MayStandBesideTheHeadlineWhereTheMarkupSaysSo) {
  const std::string beside =
      "<div class=left-column><ul><li itemprop=author><a rel=author href=/staff/ml>Mira Lind</a> "
      "24 "
      "November 2026</li></ul></div>";
  const std::string feature =
      "<div class=feature><h3>How ice is made</h3><span class=author>by <a rel=author "
      "href=/staff/jb>Jon Berg</a></span></div>";
  std::string more = "<ul>";
  for (int i = 0; i < 60; ++i) more += "<li><a href=/" + std::to_string(i) + ">Ice</a></li>";
  more += "</ul>";
  EXPECT_THAT(extract_for_test(page_with(beside + news_text() + more + feature)).authors,
              ElementsAre("Mira Lind"));
}

TEST(Byline, MayStandInABoxOfCredits) {
  const std::string credits =
      "<div class=credit><cite class=byline><span>By </span><span class=fn>MIRA LIND</span> "
      "<abbr>24 November 2026 3:46 PM</abbr></cite></div>";
  EXPECT_THAT(extract_for_test(page_with(credits + news_text())).authors, ElementsAre("Mira Lind"));
  const std::string picture =
      "<figure><img src=a.jpg><p class=credit>By <span class=byline>Mira Lind</span></p></figure>";
  EXPECT_THAT(extract_for_test(page_with(picture + news_text() + news_text())).authors, IsEmpty());
}

TEST(Byline, IsNoDateAlone) {
  for (const std::string line : {"28.5.2026 17:43 Uppdaterad", "Por", "Monday, 24 November 2026"}) {
    const auto article =
        extract_for_test(page_with("<p class=byline>" + line + "</p>" + news_text()));
    EXPECT_EQ(article.byline, "") << line;
  }
  EXPECT_EQ(extract_for_test(page_with("<p class=byline>NBK 24.11.2026</p>" + news_text())).byline,
            "NBK 24.11.2026");
  EXPECT_EQ(extract_for_test(page_with("<p class=byline>By NBK,</p>" + news_text())).byline,
            "By NBK");
}

TEST(Byline, MayBeAFirstNameThatIsLabelledAndLinked) {
  const Article a = extract_for_test(
      page_with("<p>by <a href=/author/mira/>Mira</a> · Nov 24, 2026</p>" + news_text()));
  EXPECT_THAT(a.authors, ElementsAre("Mira"));
}

TEST(Byline, HasNoAddressesButtonsOrClockTimes) {
  const auto byline_behind_headline = [](std::string_view html) {
    return extract_for_test(page_with(std::string(html) + news_text())).byline;
  };
  EXPECT_EQ(byline_behind_headline(
                "<div itemprop=author itemscope itemtype='http://schema.org/Organization'><b "
                "itemprop=name>Notiz</b> <i itemprop=url>https://notiz.example/logo.png</i></div>"),
            "Notiz");
  EXPECT_EQ(byline_behind_headline("<p class=author>Anmelden</p>"), "");
  EXPECT_EQ(byline_behind_headline("<p class=byline>Wednesday, 08 Apr 2020 11:39 PM MYT</p>"), "");
}

TEST(Byline, IsNotTheHeadlineThatTheDataGivesAsAuthor) {
  const Article a = extract_for_test(
      page_with(news_text(), json_ld("\"headline\":\"Make ice last\",\"author\":\"Make ice "
                                     "last\"")));
  EXPECT_THAT(a.authors, IsEmpty());
  EXPECT_EQ(a.byline, "");
}

TEST(Byline, TurnsAroundWhatLibrariesWrite) {
  const auto authors = [](const std::string& name) {
    return extract_for_test(page_with(news_text(), "<meta name=dc.creator content='" + name + "'>"))
        .authors;
  };
  EXPECT_THAT(authors("Lind, Mira K."), ElementsAre("Mira K. Lind"));
  EXPECT_THAT(authors("Mira Lind, Jon Berg"), ElementsAre("Mira Lind", "Jon Berg"));
  EXPECT_THAT(authors("Mira Lind"), ElementsAre("Mira Lind"));
}

TEST(Byline, OfAScholarlyPageNamesAllThatTheCitationNames) {
  const Article a = extract_for_test(
      page_with(news_text(),
                "<meta name=dc.creator content='Mira Lind'><meta name=citation_authors "
                "content='Mira Lind'><meta name=citation_authors content='Jon Berg'>"));
  EXPECT_THAT(a.authors, ElementsAre("Mira Lind", "Jon Berg"));
}

TEST(Byline, OfAPersonsOwnSiteIsThePerson) {
  const auto authors = [](std::string_view type, std::string_view site = "Mira Lind",
                          std::string_view more = "") {
    return extract_for_test(
               "<!doctype html><html lang=en><head><title>Ice breaks early</title><meta "
               "property=og:site_name content='" +
               std::string(site) +
               "'><meta name=author content='Mira Lind'><script "
               "type=application/ld+json>{\"@type\":\"" +
               std::string(type) + "\",\"headline\":\"Ice breaks early\"" + std::string(more) +
               "}</script></head><body>" + "<article><h1>Ice breaks early</h1>" + news_text() +
               "</article></body></html>")
        .authors;
  };
  EXPECT_THAT(authors("BlogPosting"), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("BlogPosting", "Mira Lind Photography"), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("BlogPosting", "mira lind"), ElementsAre("Mira Lind"));
  EXPECT_THAT(authors("NewsArticle"), IsEmpty());
  const std::string named = ",\"author\":{\"@type\":\"Person\",\"name\":\"Mira Lind\"}";
  EXPECT_THAT(authors("NewsArticle", "Mira Lind", named), ElementsAre("Mira Lind"));
  const std::string firm = ",\"author\":{\"@type\":\"Organization\",\"name\":\"Mira Lind\"}";
  EXPECT_THAT(authors("NewsArticle", "Mira Lind", firm), IsEmpty());
}

// ---- leads

TEST(Lead, TheCheapQuestionDeniesNoLead) {
  for (const char* text :
       {"By Mira Lind", "BY MIRA LIND", "by: Mira", "- by Mira", "Von Jan Weiß", "di Ada Sole",
        "TEXT: Jan", "Tác giả: Ngọc Anh", "Автор: Анна", "文/海", "« par Ana Sol", "Écrit par Ana"})
    EXPECT_TRUE(begins_with_lead(text) && may_begin_with_lead(text)) << text;
  for (const char* text : {"Bye", "Harbour", "2400 ships", "Volcano of the north", "By"})
    EXPECT_FALSE(begins_with_lead(text)) << text;
  for (const char* text : {"Harbour", "2400 ships", "Volcano of the north"})
    EXPECT_FALSE(may_begin_with_lead(text)) << text;
}

TEST(Lead, AloneNamesNobody) {
  for (const char* text : {"By", "by:", "VON", "Text:", "Tác giả:", "Автор", "Written by"})
    EXPECT_TRUE(is_lead(text)) << text;
  for (const char* text : {"", "B", "Bye", "By Mira", "By x", "Harbour:", "Von Jan:"})
    EXPECT_FALSE(is_lead(text)) << text;
}

TEST(Byline, NamesNoOrganisationOfThePagesData) {
  const std::string byline = "<p class=byline>Norrvik Post · Published 1 November 2026</p>";
  const auto authors_with = [&](const std::string& data) {
    return extract_for_test(page_with(byline + news_text(),
                                      "<script type=application/ld+json>{\"@type\":\"NewsArticle\","
                                      "\"headline\":\"Ice breaks early in Norrvik\"" +
                                          data + "}</script>"))
        .authors;
  };
  const std::string organisation = "{\"@type\":\"Organization\",\"name\":\"Norrvik Post\"}";
  EXPECT_THAT(authors_with(""), testing::ElementsAre("Norrvik Post")) << "nothing tells";
  EXPECT_THAT(authors_with(",\"sourceOrganization\":" + organisation), testing::IsEmpty());
  EXPECT_THAT(authors_with(",\"publisher\":" + organisation +
                           ",\"author\":{\"@type\":\"Person\",\"name\":\"Norrvik Post\"}"),
              testing::ElementsAre("Norrvik Post"))
      << "a writer who is his own publisher";
}

}  // namespace
}  // namespace kaynak::extract_detail
