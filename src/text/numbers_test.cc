#include "text/numbers.h"

#include <gtest/gtest.h>

#include <map>

#include "text/test_data.h"

namespace kaynak {
namespace {

using Values = std::vector<std::string>;

Values values(std::string_view text, std::string_view language) {
  Values out;
  for (const auto& number : find_numbers(text, language)) out.push_back(number.value);
  return out;
}

TEST(Numbers, AreReadByTheLanguagesSeparators) {
  EXPECT_EQ(values("1.250,5", "tr"), Values{"1250.5"});
  EXPECT_EQ(values("1,250.5", "en"), Values{"1250.5"});
  EXPECT_EQ(values("1.250", "tr"), Values{"1250"});
  EXPECT_EQ(values("1.250", "en"), Values{"1.25"});
  EXPECT_EQ(values("0.250", "tr"), Values{"0.25"});
  EXPECT_EQ(values("1\u202F234\u202F567,8", "fr"), Values{"1234567.8"});
  EXPECT_EQ(values("10 000 человек", "ru"), Values{"10000"});
  EXPECT_EQ(values("12,34,567", "en"), Values{"1234567"});
  EXPECT_EQ(values("1'234'567", "de"), Values{"1234567"});
  EXPECT_EQ(values("007, 1.50", "en"), (Values{"7", "1.5"}));
}

TEST(Numbers, AreReadInEveryScript) {
  EXPECT_EQ(values("١٬٢٣٤٫٥", "ar"), Values{"1234.5"});
  EXPECT_EQ(values("२५", "hi"), Values{"25"});
  EXPECT_EQ(values("๑๒ ล้าน", "th"), Values{"12000000"});
  EXPECT_EQ(values("１２．５", "ja"), Values{"12.5"});
}

TEST(Numbers, ReadDatesAndTimesFigureByFigure) {
  EXPECT_EQ(values("15.08.2026 10:30", "tr"), (Values{"15", "8", "2026", "10", "30"}));
  EXPECT_EQ(values("15/8/2026, 2026-08-15", "vi"), (Values{"15", "8", "2026", "2026", "8", "15"}));
  EXPECT_EQ(values("192.168.1.2", "en"), (Values{"192", "168", "1", "2"}));
  EXPECT_EQ(values("in 2019 300 people", "fr"), (Values{"2019", "300"}));
}

TEST(Numbers, CountTheirScaleWords) {
  for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
           {"en", "254 million"},   {"tr", "254 milyon"},   {"vi", "254 triệu"},
           {"es", "254 millones"},  {"ca", "254 milions"},  {"ru", "254 миллиона"},
           {"ru", "254 млн"},       {"ar", "254 مليون"},    {"de", "254 Millionen"},
           {"de", "254 Mio."},      {"fr", "254 millions"}, {"it", "254 milioni"},
           {"pt", "254 milhões"},   {"pl", "254 milionów"}, {"uk", "254 мільйони"},
           {"zh", "2.54亿"},        {"zh", "2亿5400万"},    {"ja", "2億5400万"},
           {"id", "254 juta"},      {"ko", "2억 5400만"},   {"hi", "25.4 करोड़"},
           {"tr", "254 milyonluk"}, {"en", "254-million"},  {"th", "254 ล้าน"}})
    EXPECT_EQ(values(text, language), Values{"254000000"}) << text;
  EXPECT_EQ(values("1,5 nghìn tỷ đồng", "vi"), Values{"1500000000000"});
  EXPECT_EQ(values("2.000 mil millones", "es"), Values{"2000000000000"});
  EXPECT_EQ(values("3 milyon 254 bin 120 kişi", "tr"), Values{"3254120"});
  EXPECT_EQ(values("1万2千円", "ja"), Values{"12000"});
}

TEST(Numbers, AreReadInWords) {
  for (const auto& [language, text] :
       std::vector<std::pair<std::string, std::string>>{{"en", "twenty-five"},
                                                        {"es", "veinticinco"},
                                                        {"ca", "vint-i-cinc"},
                                                        {"tr", "yirmi beş"},
                                                        {"ru", "двадцать пять"},
                                                        {"vi", "hai mươi lăm"},
                                                        {"fr", "vingt-cinq"},
                                                        {"de", "fünfundzwanzig"},
                                                        {"it", "venticinque"},
                                                        {"pt", "vinte e cinco"},
                                                        {"pl", "dwadzieścia pięć"},
                                                        {"uk", "двадцять п'ять"},
                                                        {"ar", "خمسة وعشرون"},
                                                        {"id", "dua puluh lima"},
                                                        {"zh", "二十五"},
                                                        {"nl", "vijfentwintig"},
                                                        {"sv", "tjugofem"}})
    EXPECT_EQ(values(text, language), Values{"25"}) << text;
  EXPECT_EQ(values("two hundred and fifty thousand three hundred", "en"), Values{"250300"});
  EXPECT_EQ(values("quatre-vingt-dix-sept", "fr"), Values{"97"});
  EXPECT_EQ(values("zweihundertfünfzig", "de"), Values{"250"});
  EXPECT_EQ(values("dos mil trescientos cuarenta y siete", "es"), Values{"2347"});
  EXPECT_EQ(values("a million", "en"), Values{"1000000"});
  EXPECT_EQ(values("二〇二六年", "zh"), Values{"2026"});
  EXPECT_EQ(values("two or three", "en"), (Values{"2", "3"}));
  EXPECT_TRUE(find_numbers("three", "en")[0].in_words);
}

TEST(Numbers, LeaveArticlesAndPercentAlone) {
  EXPECT_EQ(values("un hombre y una mujer", "es"), Values{});
  EXPECT_EQ(values("bir gün, a day", "tr"), Values{});
  EXPECT_EQ(values("năm 2026", "vi"), Values{"2026"});
  EXPECT_EQ(values("diez por ciento", "es"), Values{"10"});
  EXPECT_EQ(values("hundreds of thousands", "en"), Values{});
  EXPECT_EQ(values("一般统一", "zh"), Values{});
}

TEST(Numbers, KnowWhereTheyStand) {
  const std::string text = "Yaklaşık 254 milyon kişi";
  const auto found = find_numbers(text, "tr");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "254 milyon");
}

TEST(Numbers, OfManyDigitsAreKeptWhole) {
  EXPECT_EQ(values(std::string(60, '9'), "en"), Values{std::string(60, '9')});
}

/// Recognizers-Text: the right value for every result that is a plain number.
TEST(Numbers, AgreeWithRecognizers) {
  const auto rows = text_test::read_rows("numbers/recognizers-number.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::map<std::string, std::pair<std::size_t, std::size_t>> score;
  std::size_t right = 0, all = 0;
  for (const Json& row : rows) {
    if (row["id"].as_string().find("/NumberModel/") == std::string::npos) continue;
    const std::string language = row["lang"].as_string();
    const auto found = values(row["input"].as_string(), language);
    for (const Json& result : row["results"].items()) {
      std::string value = result["values"]["value"].as_string();
      if (value.find_first_of("/^") != value.npos || value.empty()) continue;
      if (value[0] == '-') value.erase(0, 1);
      value = replace_all(value, ",", ".");
      if (value.find("E") != value.npos) continue;
      const bool ok = std::find(found.begin(), found.end(), value) != found.end();
      if (!ok && getenv("KAYNAK_TEST_VERBOSE") != nullptr &&
          language == getenv("KAYNAK_TEST_VERBOSE")) {
        printf("%s → %s, got", row["input"].as_string().c_str(), value.c_str());
        for (const auto& v : found) printf(" %s", v.c_str());
        printf("\n");
      }
      score[language].first += ok;
      ++score[language].second;
      right += ok;
      ++all;
    }
  }
  for (const auto& [language, s] : score)
    printf("%s %zu/%zu  ", language.c_str(), s.first, s.second);
  printf("\nnumbers: %zu of %zu\n", right, all);
  EXPECT_GE(right, 793u);  // most of the rest are fractions and powers in words
}

/// A fair human translation keeps the numbers: how many references lack one of their source's
/// (small ones in words aside).
TEST(Numbers, SurviveTranslationByPeople) {
  const auto rows = text_test::read_rows("mt/outputs.jsonl.gz", 7);
  KAYNAK_NEED_DATA(rows);
  std::map<std::string, std::pair<std::size_t, std::size_t>> score;
  std::size_t flagged = 0;
  for (const Json& row : rows) {
    const std::string id = row["id"].as_string();
    const auto parts = split(id, '/');
    const auto languages = split(parts.at(1), '-');
    const auto source = find_numbers(row["src"].as_string(), languages.at(0));
    Values target = values(row["ref"].as_string(), languages.at(1));
    bool lost = false;
    for (const auto& number : source) {
      if (number.in_words && number.value.size() < 3 && std::stoi(number.value) < 13) continue;
      const auto at = std::find(target.begin(), target.end(), number.value);
      if (at == target.end()) lost = true;
    }
    if (lost && getenv("KAYNAK_TEST_VERBOSE") != nullptr &&
        std::string(parts[1]) == getenv("KAYNAK_TEST_VERBOSE")) {
      printf("%s\n  %s\n  ", row["src"].as_string().c_str(), row["ref"].as_string().c_str());
      for (const auto& n : source) printf("%s ", n.value.c_str());
      printf("| ");
      for (const auto& v : target) printf("%s ", v.c_str());
      printf("\n");
    }
    auto& s = score[std::string(parts[1])];
    s.first += lost;
    ++s.second;
    flagged += lost;
  }
  for (const auto& [pair, s] : score)
    printf("%s %.3f  ", pair.c_str(), static_cast<double>(s.first) / static_cast<double>(s.second));
  const double rate = static_cast<double>(flagged) / static_cast<double>(rows.size());
  printf("\nreferences that lack a number: %.4f\n", rate);
  EXPECT_LE(rate, 0.0185);  // comparing figures as they stand gives 0.13
}

}  // namespace
}  // namespace kaynak
