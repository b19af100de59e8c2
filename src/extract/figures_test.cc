#include "extract/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/page_for_tests.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Figure> figures(const std::string& inside, const std::string& head = "") {
  std::vector<Figure> found;
  for (const Block& b : extract_for_test(page_with(inside, head)).blocks)
    if (b.figure) found.push_back(*b.figure);
  return found;
}

/// The only figure of a page whose text follows `box`.
Figure figure_of(const std::string& box, const std::string& head = "") {
  const auto all = figures(box + news_text(), head);
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? Figure{} : all.front();
}

void expect(const Figure& f, const std::string& caption, const std::string& credit) {
  EXPECT_EQ(f.caption, caption);
  EXPECT_EQ(f.credit, credit);
}

TEST(Figures, ReadCaptionAndCreditWhereverTheBoxHasThem) {
  const std::string image = "<img src=/quay.jpg alt='Ships'>";
  expect(figure_of("<figure>" + image +
                   "<figcaption><div class=pic__copyright>PHOTO: Mira Lind</div><div "
                   "class=pic__text>Ships at the quay.</div></figcaption></figure>"),
         "Ships at the quay.", "PHOTO: Mira Lind");
  expect(figure_of("<div class=image-box>" + image +
                   "</div><p class=image-description>Ships at the quay.</p><p "
                   "class=img-author>Foto: Mira Lind</p>"),
         "Ships at the quay.", "Mira Lind");
  expect(figure_of("<div class=gallery-image>" + image +
                   "<p>Ships at the quay in the evening</p><p>Photo: <!-- -->Mira Lind</p></div>"),
         "Ships at the quay in the evening", "Mira Lind");
  expect(figure_of("<figure>" + image +
                   "</figure><figcaption><span class=cap__text>Ships at the quay.</span><span "
                   "class=cap--author>Mira Lind</span></figcaption>"),
         "Ships at the quay.", "Mira Lind");
}

TEST(Figures, ReadTheWordsThatAttributesHold) {
  expect(figure_of("<figure><img src=/a.jpg alt='The quay' title='The quay | Havsbild/Mira "
                   "Lind'></figure>"),
         "The quay", "Havsbild/Mira Lind");
  expect(figure_of("<figure title='The quay | © Mira Lind (Havsbild)'><img src=/a.jpg "
                   "data-copyright='© Mira Lind (Havsbild)'><figcaption>The "
                   "quay.</figcaption></figure>"),
         "The quay.", "Mira Lind (Havsbild)");
}

TEST(Figures, ReadTheCreditThatThePagesDataHas) {
  const std::string data =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ice breaks "
      "early "
      "in "
      "Norrvik\",\"image\":[{\"@type\":\"ImageObject\",\"url\":\"https://img.example/norrvik-quay-"
      "group/1300x731.jpg\",\"copyrightHolder\":{\"name\":\"© Mira Lind/Havsbild\"}}]}</script>";
  expect(figure_of("<figure><img src='https://img.example/norrvik-quay-group/640x360.jpg'>"
                   "<figcaption>The quay.</figcaption></figure>",
                   data),
         "The quay.", "Mira Lind/Havsbild");
}

TEST(Figures, TheLeadPictureMayStandAboveTheHeadlineOrInDataAlone) {
  const std::string lead =
      "<meta property=og:image content='https://img.example/w1200/norrvik-quay.jpg'>";
  const auto above = extract_for_test(
      "<!doctype html><html lang=en><head><title>Ice breaks early</title>" + lead +
      "</head><body><main><div class=hero><img src='https://img.example/w640/norrvik-quay.jpg'><p "
      "class=caption>The quay. Photo: Mira Lind</p></div><img src=/advert.jpg><h1>Ice breaks "
      "early</h1><article>" +
      news_text() + "</article></main></body></html>");
  ASSERT_TRUE(above.blocks.front().figure);
  expect(*above.blocks.front().figure, "The quay.", "Mira Lind");
  const auto data =
      figures(news_text(),
              lead +
                  "<script type='application/ld+json'>{\"@type\":\"ImageObject\",\"url\":"
                  "\"https://img.example/norrvik-quay.jpg\",\"caption\":\"The quay. (Photo: Mira "
                  "Lind)\"}</script>");
  ASSERT_EQ(data.size(), 1u);
  expect(data[0], "The quay.", "Mira Lind");
}

TEST(Figures, CaptionsNeverBecomeTextOfTheArticle) {
  const Article a = extract_for_test(page_with(news_text() +
                                               "<p><img src=/b.jpg><br><i>The harbour master at "
                                               "the quay. Photo: Mira Lind/Havsbild</i></p>" +
                                               news_text()));
  for (const Block& b : a.blocks)
    EXPECT_TRUE(b.figure || b.text.find("Mira Lind") == std::string::npos) << b.text;
}

TEST(Figures, OneThatOnlyScriptsShowIsKnownByItsCaption) {
  const Figure f = figure_of(
      "<figure><img data-loader=later><figcaption>The quay in May.</figcaption></figure>");
  EXPECT_EQ(f.url, "");
  EXPECT_EQ(f.caption, "The quay in May.");
}

TEST(Figures, LeaveOutTeasersIconsAndWordsForScreenReaders) {
  EXPECT_THAT(figures(news_text() +
                      "<figure><a href=/storm><img src=/storm.jpg><figcaption>Storm takes the "
                      "pier</figcaption></a></figure>" +
                      news_text()),
              IsEmpty());
  EXPECT_EQ(figure_of("<figure><img src=/a.jpg><figcaption><span "
                      "class=visually-hidden>Caption:</span> The quay.</figcaption></figure>")
                .caption,
            "The quay.");
}

TEST(Figures, LeaveOutPicturesThatLinkToTheArticleTheyAreOf) {
  const std::string image = "<img src=/storm.jpg alt='Storm takes the pier'>";
  const std::string teasers[] = {
      "<div class=rail><a href=/storm><div>" + image +
          "</div><h3>Storm takes the pier</h3></a></div>",
      "<div class=rail><a href=/storm>" + image +
          "</a><p>News</p><h3><a href=/storm>Storm takes the pier</a></h3></div>",
      "<a href=/storm><figure>" + image +
          "</figure><div class=thumb-caption><h3>Storm takes the pier</h3><span "
          "class=credit>Mira Lind</span> 16/06/2026</div></a>"};
  for (const std::string& teaser : teasers)
    EXPECT_THAT(figures(news_text() + teaser + news_text()), IsEmpty()) << teaser;
}

TEST(Figures, MayLinkToALargerPictureOrAGallery) {
  const std::string image = "<img src=/quay.jpg alt='The quay'>";
  expect(figure_of("<figure><a href=/quay-large.jpg>" + image +
                   "</a><figcaption><a href=/quay-large.jpg>The quay</a> by "
                   "night</figcaption></figure>"),
         "The quay by night", "");
  expect(figure_of("<a href=/gallery><figure>" + image +
                   "<figcaption>The quay by night. Photo: Mira Lind</figcaption></figure></a>"),
         "The quay by night.", "Mira Lind");
}

TEST(Figures, HaveNoWordsOfButtonsAndNoCaptionTwice) {
  const std::string caption = "Ships at the quay of Norrvik.";
  expect(figure_of("<figure><img src=/a.jpg><figcaption>" + caption +
                   " <b><b>hide caption</b></b> <b><b>toggle caption</b></b> <span>" + caption +
                   "</span> <span class=credit>Mira Lind</span></figcaption></figure>"),
         caption, "Mira Lind");
}

TEST(Figures, PartWhatIsCalledACreditFromTheCaption) {
  const auto of = [](const std::string& caption) {
    return figure_of("<figure><img src=/a.jpg><figcaption>" + caption + "</figcaption></figure>");
  };
  expect(of("The quay at dusk. — <em class=credit>Mira Lind/NBK</em>"), "The quay at dusk.",
         "Mira Lind/NBK");
  expect(of("The quay at dusk <span class=credit>Credit</span> : Mira Lind/NBK"),
         "The quay at dusk", "Mira Lind/NBK");
  expect(of("<span class=credit>Ships lie at the quay of Norrvik in March 2026. NBK/Mira "
            "Lind</span>"),
         "Ships lie at the quay of Norrvik in March 2026.", "NBK/Mira Lind");
  expect(figure_of("<figure data-caption='<p>The quay at dusk. Foto: Mira Lind</p>'><img "
                   "src=/a.jpg></figure>"),
         "The quay at dusk.", "Mira Lind");
}

TEST(Figures, ABlurredStandInIsThePictureThatFollows) {
  const std::string caption = "<figcaption>The quay — Foto: Mira Lind</figcaption>";
  const auto found =
      figures("<figure><img src=data:image/gif;base64,R0 alt=x>" + caption +
              "</figure><figure><img src=/quay.jpg>" + caption + "</figure>" + news_text());
  ASSERT_EQ(found.size(), 1u);
  expect(found[0], "The quay", "Mira Lind");
  EXPECT_EQ(found[0].url, "https://havsbild.example/quay.jpg");
}

TEST(Figures, OnePictureInTwoFormatsOrBesideALogoStandsOnce) {
  const std::string caption = "<figcaption>Smoke above the old quay.</figcaption></figure>";
  const auto figure = [&](const std::string& url) {
    return "<figure><img src='" + url + "'>" + caption;
  };
  const std::string name = "/img/harbour-1768498415_slide-7975860129f466dcfd11";
  for (const std::string& other : {name + "-s1200.jpg", std::string("/img/logos/plus.png"),
                                   std::string("/img/staff_weiss.jpg?w=85")})
    EXPECT_EQ(figures(figure(name + "-s2600-c85.webp") + figure(other) + news_text()).size(), 1u)
        << other;
  EXPECT_EQ(figures(figure("/img/quay_in_the_evening.jpg") + figure("/img/boats_at_noon.jpg") +
                    news_text())
                .size(),
            2u);
}

TEST(Figures, HaveTheCreditThatALineOfTheTextGives) {
  const std::string image =
      "<figure><img src=/quay.jpg><figcaption>The quay.</figcaption></figure>";
  const std::string other = "<figure><img src=/bay.jpg><figcaption>The bay.</figcaption></figure>";
  const auto credits = [&](const std::string& pictures, const std::string& line) {
    std::vector<std::string> found;
    for (const Figure& f : figures(pictures + news_text() + "<p>" + line + "</p>"))
      found.push_back(f.credit);
    return found;
  };
  EXPECT_THAT(credits(image, "Foto: Mira Lind"), ElementsAre("Mira Lind"));
  EXPECT_THAT(credits(image, "Photo by Mira Lind"), ElementsAre("Mira Lind"));
  EXPECT_THAT(credits(image + other, "Foto: Mira Lind"), ElementsAre("", ""));
  EXPECT_THAT(credits(image + other, "Titelbild: Mira Lind"), ElementsAre("Mira Lind", ""));
  EXPECT_THAT(credits(image + other, "Fotos: Mira Lind, Jon Berg"),
              ElementsAre("Mira Lind, Jon Berg", "Mira Lind, Jon Berg"));
  EXPECT_THAT(credits(image, "Foto: the quay of the old town in winter"), ElementsAre(""));
}

TEST(Figures, ThePortraitOfTheWriterIsNone) {
  const std::string image = "<img src=/lind.jpg width=400 height=400 alt='Mira Lind'>";
  const std::string portrait = "<figure>" + image +
                               "<figcaption>By <a rel=author href=/author/lind>Mira Lind</a>, "
                               "reporter, 24 November 2026, 17:06</figcaption></figure>";
  EXPECT_THAT(figures(news_text() + portrait + news_text()), IsEmpty());
  const std::string unlinked = "<figure><span class=autor-thumb>" + image + "</span></figure>";
  EXPECT_THAT(figures(news_text() + unlinked + "<p>Sea and text: Mira Lind</p>" + news_text()),
              IsEmpty());
}

TEST(Figures, ALabelAloneIsNoCaption) {
  const Figure f = figure_of("<figure><img src=/a.jpg><figcaption>Photo by</figcaption></figure>");
  EXPECT_EQ(f.caption, "");
}

TEST(PictureKey, TellsFormatsOfAPictureFromPicturesOfASeries) {
  const std::string name = "harbour_in_the_evening_sun_after";
  EXPECT_TRUE(same_but_for_format(name + "-s2600-c85", name + "-s1200"));
  EXPECT_FALSE(same_but_for_format(name + "-1", name + "-2"));
  EXPECT_FALSE(same_but_for_format("quay-a", "quay-b"));
  EXPECT_TRUE(is_icon_address("https://havsbild.example/a.jpg?x=1&width=60"));
  EXPECT_FALSE(is_icon_address("https://havsbild.example/a.jpg?w=1200"));
}

TEST(PictureKey, IsOneForAllSizesOfAPictureAndNotForTwoOfASeries) {
  EXPECT_EQ(picture_key("https://a.example/2026/norrvik-quay-1200x800.jpg?w=3"),
            picture_key("https://b.example/x/norrvik-quay_w640.webp"));
  EXPECT_EQ(picture_key("https://r.example/crop/?url=https%3A%2F%2Fa.example%2Fnorrvik-quay.jpg"),
            picture_key("https://a.example/norrvik-quay.jpg"));
  EXPECT_NE(picture_key("https://a.example/20260428-196-02-scaled.jpg"),
            picture_key("https://a.example/20260428-196-06-scaled.jpg"));
  EXPECT_EQ(picture_key("https://a.example/a.jpg"), "");
  EXPECT_TRUE(same_picture("meteor142_v-contentgross", "meteor142_v-gross"));
  EXPECT_FALSE(same_picture("quay-1", "quay-2"));
}

TEST(SplitCredit, ReadsALabelBehindTheNameInChinese) {
  EXPECT_EQ(split_credit("码头的渔船 李明 摄").second, "李明 摄");
  EXPECT_EQ(split_credit("码头的渔船 李明 摄").first, "码头的渔船");
}

}  // namespace
}  // namespace kaynak::extract_detail
