#include "text/sentences.h"

#include <gtest/gtest.h>

#include "text/test_data.h"

namespace kaynak {
namespace {

using Sentences = std::vector<std::string>;

Sentences sentences(std::string_view text, std::string_view language) {
  Sentences out;
  for (const TextRange& range : split_sentences(text, language))
    out.emplace_back(text.substr(range.begin, range.end - range.begin));
  return out;
}

std::size_t count(std::string_view text, std::string_view language) {
  return split_sentences(text, language).size();
}

bool verbose(const std::string& language) {
  const char* wish = getenv("KAYNAK_TEST_VERBOSE");
  return wish != nullptr && language == wish;
}

TEST(Sentences, EndAtFullStopsAndOtherEnds) {
  EXPECT_EQ(sentences(" One. Two! Three?  Four… Five ", "en"),
            (Sentences{"One.", "Two!", "Three?", "Four…", "Five"}));
  EXPECT_EQ(sentences("", "en"), Sentences{});
  EXPECT_EQ(sentences(" \n ", "en"), Sentences{});
}

TEST(Sentences, KeepClosingMarks) {
  EXPECT_EQ(
      sentences("He said: “We go.” She stayed. (So did I.) \"Why?\" Nobody knew.[1] End.", "en"),
      (Sentences{"He said: “We go.”", "She stayed.", "(So did I.)", "\"Why?\"", "Nobody knew.[1]",
                 "End."}));
  EXPECT_EQ(sentences("Il a dit : « Oui.\xC2\xA0» Puis rien.", "fr"),
            (Sentences{"Il a dit : « Oui.\xC2\xA0»", "Puis rien."}));
}

TEST(Sentences, GoOnInLowerCase) {
  EXPECT_EQ(count("“Why?” he asked. “Stop!” she said.", "en"), 2u);
  EXPECT_EQ(count("The sum of approx. three... maybe four.", "en"), 1u);
}

TEST(Sentences, GoOnBehindAbbreviations) {
  for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
           {"en",
            "Dr. Smith met Mr. J. K. Jones of the U.S. Senate at No. 5 on Sept. 11 at 5 p.m. "
            "Monday."},
           {"tr",
            "Prof. Dr. Ayşe Yılmaz 2. Dünya Savaşı hakkında, örn. 15. yüzyıl ve Av. Can için "
            "konuştu."},
           {"vi", "TS. Nguyễn Văn A và PGS. TS. Trần B ở TP. Hồ Chí Minh đã nói."},
           {"es",
            "El Sr. García y la Dra. Ruiz viven en EE. UU. Norte, p. ej. Chicago, en la Avda. "
            "Mayor."},
           {"ca", "El Sr. Puig i la Dra. Ros viuen a l'Av. Diagonal, núm. 5, pàg. 3."},
           {"ru",
            "В г. Москве, т. е. в столице, на ул. Ленина А. С. Пушкин встретил г-на И. Иванова в 5 "
            "ч. 30 мин."},
           {"ar", "قال د. محمد إن أ. د. أحمد سيحضر."},
           {"de",
            "Am 15. August kam Dr. Meier, d. h. der 2. Bürgermeister, z. B. nach St. Pölten."},
           {"fr", "M. Dupont et Mme. Durand ont vu le Dr. Martin p. 5."},
           {"it", "Il sig. Rossi e il dott. Bianchi abitano in via n. 5."},
           {"pt", "O Sr. Silva e a Dra. Sousa moram na Av. Central, n.º 5."},
           {"pl", "Prof. Kowalski i św. Jan z ul. Długiej przyszli 15. Maja."},
           {"uk", "У м. Києві на вул. Шевченка проф. І. Франко, т. д. о 5 год. 30 хв."}})
    EXPECT_EQ(count(text, language), 1u) << text;
}

TEST(Sentences, EndBehindAbbreviationsWhereAnotherBegins) {
  EXPECT_EQ(count("He lives in the U.S. The house is old.", "en"), 2u);
  EXPECT_EQ(count("They left at 5 p.m. It rained.", "en"), 2u);
  EXPECT_EQ(count("Das war 2025. Der Rest ist bekannt.", "de"), 2u);
  EXPECT_EQ(count("Maç 3-2. Bu sonuçla lider oldu.", "tr"), 2u);
  EXPECT_EQ(count("I said no. Then he left.", "en"), 2u);
}

TEST(Sentences, LeaveNumbersAndAddressesWhole) {
  EXPECT_EQ(count("It costs 3.5 at example.org/a.B today.", "en"), 1u);
  EXPECT_EQ(count("1. First item of a list.", "en"), 1u);
}

TEST(Sentences, EndWithoutBlanksInChineseAndJapanese) {
  EXPECT_EQ(sentences("他说：“好。”然后走了。真的！", "zh"),
            (Sentences{"他说：“好。”", "然后走了。", "真的！"}));
  EXPECT_EQ(sentences("「行く。」と述べた。終わり。", "ja"),
            (Sentences{"「行く。」と述べた。", "終わり。"}));
}

TEST(Sentences, EndInOtherScripts) {
  EXPECT_EQ(count("هل ذهب؟ نعم. انتهى.", "ar"), 3u);
  EXPECT_EQ(count("वह गया। वह आया।", "hi"), 2u);
  EXPECT_EQ(count("Գնաց։ Եկավ։", "hy"), 2u);
}

TEST(Sentences, EndAtLineBreaks) {
  EXPECT_EQ(sentences("One\ntwo\r\nThree", "en"), (Sentences{"One", "two", "Three"}));
}

TEST(Sentences, SurviveBrokenText) {
  for (const std::string text : {"\xE2\x80. \xFF.\xE3\x80 A.", "\xE3\x80", ".\xC2", "\xFF\n\xFF"})
    for (const TextRange& range : split_sentences(text, "xx")) {
      EXPECT_LT(range.begin, range.end);
      EXPECT_LE(range.end, text.size());
    }
}

/// Blocks of three neighbours, each one sentence or more: the share of the borders between them
/// that is found.
TEST(Sentences, FindTheBordersOfNeighbours) {
  const auto rows = text_test::read_rows("langid/flores.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  double worst = 1, sum = 0;
  std::size_t languages = 0;
  for (const auto& [language, unused] : rows[0]["text"].members()) {
    if (language == "th") continue;  // written without sentence ends
    std::size_t right = 0, all = 0;
    for (std::size_t i = 0; i + 3 <= rows.size(); i += 3) {
      std::string block;
      std::vector<std::uint32_t> borders;
      for (std::size_t k = i; k < i + 3; ++k) {
        if (k > i && language != "zh" && language != "ja") block += " ";
        borders.push_back(static_cast<std::uint32_t>(block.size()));
        block += trim(rows[k]["text"][language].as_string());
      }
      const auto found = split_sentences(block, language);
      for (std::size_t k = 1; k < borders.size(); ++k) {
        const bool hit = std::any_of(found.begin(), found.end(), [&](const TextRange& range) {
          return range.begin == borders[k];
        });
        if (!hit && verbose(language))
          printf("missed: %s\n", block.substr(borders[k] > 60 ? borders[k] - 60 : 0, 90).c_str());
        right += hit;
        ++all;
      }
    }
    const double recall = static_cast<double>(right) / static_cast<double>(all);
    if (recall < 0.97) printf("%s %.3f\n", language.c_str(), recall);
    worst = std::min(worst, recall);
    sum += recall;
    ++languages;
  }
  const double mean = sum / static_cast<double>(languages);
  printf("borders found: mean %.4f, worst %.4f\n", mean, worst);
  EXPECT_GE(mean, 0.985);
  EXPECT_GE(worst, 0.959);
}

}  // namespace
}  // namespace kaynak
