#include "text/language.h"

#include <gtest/gtest.h>

#include "text/test_data.h"

namespace kaynak {
namespace {

TEST(Language, IsFoundInASentence) {
  EXPECT_EQ(detect_language("Bakan, yeni köprünün gelecek yıl açılacağını söyledi.").tag, "tr");
  EXPECT_EQ(detect_language("Bộ trưởng cho biết cây cầu mới sẽ được khánh thành vào năm tới.").tag,
            "vi");
  EXPECT_EQ(detect_language("قال الوزير إن الجسر الجديد سيفتتح العام المقبل.").tag, "ar");
  EXPECT_EQ(detect_language("Министр сообщил, что новый мост откроют в следующем году.").tag, "ru");
  EXPECT_EQ(detect_language("Ungqongqoshe uthe ibhuloho elisha lizovulwa ngonyaka ozayo.").tag,
            "zu");
  EXPECT_EQ(
      detect_language("Wasiirku wuxuu sheegay in buundada cusub la furi doono sannadka soo socda.")
          .tag,
      "so");
  EXPECT_EQ(detect_language("部長表示，新橋將於明年啟用。").tag, "zh-Hant");
}

TEST(Language, IsUnknownWithoutWords) {
  EXPECT_EQ(detect_language("").tag, "");
  EXPECT_EQ(detect_language("12345 -- 67").tag, "");
}

TEST(Language, TakesTheClaimWhereTheTextDoesNotSay) {
  EXPECT_EQ(detect_language("2026", "tr").tag, "tr");
  EXPECT_EQ(
      detect_language("Menteri mengatakan jembatan baru akan dibuka tahun depan.", "id-ID").tag,
      "id");
}

TEST(Language, TakesPlaceholderTextForWhatThePageClaims) {
  EXPECT_EQ(
      detect_language("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod "
                      "tempor incididunt ut labore et dolore magna aliqua.",
                      "en")
          .tag,
      "en");
}

TEST(Language, DoesNotBelieveAFalseClaim) {
  EXPECT_EQ(
      detect_language("Bakan, yeni köprünün gelecek yıl açılacağını ve yolun kısalacağını söyledi.",
                      "en-US")
          .tag,
      "tr");
}

TEST(Language, SurvivesBrokenUtf8) { detect_language("caf\xE9 \xFF\xFE text \xE2\x82"); }

std::string wanted(const std::string& language) { return language == "tl" ? "fil" : language; }

TEST(Language, IsRightOnFlores) {
  const auto rows = text_test::read_rows("langid/flores.jsonl.gz", 2);
  KAYNAK_NEED_DATA(rows);
  double sum = 0;
  std::string weak;
  const auto& languages = rows[0]["text"].members();
  for (const auto& member : languages) {
    std::size_t right = 0;
    for (const Json& row : rows) {
      const auto found = detect_language(row["text"][member.first].as_string());
      right +=
          found.tag == wanted(member.first) || (member.first == "zh" && found.tag == "zh-Hant");
    }
    const double share = static_cast<double>(right) / static_cast<double>(rows.size());
    if (share < 0.9) weak += member.first + " " + std::to_string(share).substr(0, 5) + "  ";
    sum += share;
  }
  const double mean = sum / static_cast<double>(languages.size());
  printf("FLORES sentences: %.4f; weak: %s\n", mean, weak.c_str());
  EXPECT_GE(mean, 0.966);
}

}  // namespace
}  // namespace kaynak
