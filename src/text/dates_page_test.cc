#include <gtest/gtest.h>

#include "text/dates_data.h"
#include "text/dates_for_tests.h"
#include "text/dates_months.h"

namespace kaynak {
namespace {

using dates_test::published;

std::string page(std::string_view text, std::string_view language) {
  const auto found = parse_page_date(text, language);
  return !found ? "" : found->has_time ? to_rfc3339(*found) : to_day(*found);
}

TEST(PageDate, ReadsDaysInManyLanguages) {
  for (const auto& [language, text] :
       std::vector<std::pair<std::string, std::string>>{{"en", "Published: Nov. 25, 2026"},
                                                        {"en", "25th November 2026"},
                                                        {"en-GB", "25/11/2026"},
                                                        {"en", "11/25/2026"},
                                                        {"tr", "25 Kasım 2026 Çarşamba"},
                                                        {"tr", "25.11.2026"},
                                                        {"vi", "Thứ Tư, 25/11/2026"},
                                                        {"vi", "ngày 25 tháng 11 năm 2026"},
                                                        {"es", "25 de noviembre de 2026"},
                                                        {"ca", "25 de novembre del 2026"},
                                                        {"ru", "25 ноября 2026 г."},
                                                        {"ar", "الأربعاء 25 نوفمبر 2026"},
                                                        {"ar", "٢٥ تشرين الثاني ٢٠٢٦"},
                                                        {"de", "25. November 2026"},
                                                        {"fr", "le 25 novembre 2026"},
                                                        {"it", "25 novembre 2026"},
                                                        {"pt", "25 nov. 2026"},
                                                        {"pl", "25 listopada 2026"},
                                                        {"uk", "25 листопада 2026"},
                                                        {"zh", "2026年11月25日"},
                                                        {"ja", "2026年11月25日(水)"},
                                                        {"ja", "令和8年11月25日"},
                                                        {"ko", "2026년 11월 25일"},
                                                        {"nl", "25 november 2026"},
                                                        {"sv", "25 november 2026"},
                                                        {"nb", "25. nov. 2026"},
                                                        {"da", "25. november 2026"},
                                                        {"fi", "25. marraskuuta 2026"},
                                                        {"cs", "25. listopadu 2026"},
                                                        {"sk", "25. novembra 2026"},
                                                        {"hu", "2026. november 25."},
                                                        {"ro", "25 noiembrie 2026"},
                                                        {"bg", "25 ноември 2026"},
                                                        {"sr", "25. новембар 2026."},
                                                        {"hr", "25. studenoga 2026."},
                                                        {"sl", "25. november 2026"},
                                                        {"el", "25 Νοεμβρίου 2026"},
                                                        {"he", "25 בנובמבר 2026"},
                                                        {"fa", "25 نوامبر 2026"},
                                                        {"fa", "۴ آذر ۱۴۰۵"},
                                                        {"hi", "25 नवंबर 2026"},
                                                        {"bn", "২৫ নভেম্বর ২০২৬"},
                                                        {"th", "25 พฤศจิกายน 2569"},
                                                        {"id", "25 November 2026"},
                                                        {"lt", "2026 m. lapkričio 25 d."},
                                                        {"lv", "2026. gada 25. novembris"},
                                                        {"et", "25. november 2026"},
                                                        {"az", "25 noyabr 2026"},
                                                        {"kk", "2026 ж. 25 қараша"},
                                                        {"fil", "Nobyembre 25, 2026"},
                                                        {"ta", "25 நவம்பர் 2026"},
                                                        {"ur", "25 نومبر 2026"},
                                                        {"gl", "25 de novembro de 2026"},
                                                        {"is", "25. nóvember 2026"},
                                                        {"sq", "25 nëntor 2026"},
                                                        {"hy", "25 նոյեմբերի, 2026"},
                                                        {"ka", "25 ნოემბერი, 2026"},
                                                        {"zh", "二〇二六年十一月二十五日"},
                                                        {"zh-TW", "民國115年11月25日"},
                                                        {"th", "25 พ.ย. 69"},
                                                        {"th", "25 พฤศจิกายน พ.ศ. 2569"},
                                                        {"fa", "1405/09/04"},
                                                        {"ar", "25 نوفمبر/تشرين الثاني 2026"},
                                                        {"da", "25/11-2026"},
                                                        {"mn", "2026 оны 11 сарын 25"},
                                                        {"eu", "2026ko azaroaren 25a"},
                                                        {"tg", "25 ноябри 2026"},
                                                        {"ku", "25 mijdar 2026"},
                                                        {"", "25 Kasım 2026"},
                                                        {"", "25 ноября 2026"},
                                                        {"", "2026-11-25"},
                                                        {"xx", "November 25, 2026"}})
    EXPECT_EQ(page(text, language), "2026-11-25") << text;
}

TEST(MonthNames, OfAllLanguagesHoldThoseOfEachLocale) {
  using namespace text_detail;
  const MonthNames& all = MonthNames::of("");
  for (unsigned i = 0; i < kMonthLocaleCount; ++i) {
    for_each_month_name(kMonthLocales[i], [&](const std::string& name, int) {
      EXPECT_NE(all.find(name), 0) << kMonthLocales[i] << " " << name;
    });
  }
  EXPECT_EQ(all.find("januar"), 1);
  EXPECT_EQ(all.find("اسفند"), 112);
  EXPECT_EQ(all.find("janu"), 0);
}

TEST(PageDate, ReadsTimesAndZones) {
  EXPECT_EQ(page("25/11/2026, 10:30 (GMT+7)", "vi"), "2026-11-25T10:30:00+07:00");
  EXPECT_EQ(page("Nov 25, 2026 at 7:05 p.m. EST", "en"), "2026-11-25T19:05:00-05:00");
  EXPECT_EQ(page("10:06am Dec 11, 2026", "en"), "2026-12-11T10:06:00Z");
  EXPECT_EQ(page("25.11.2026 - 10:30", "tr"), "2026-11-25T10:30:00Z");
  EXPECT_EQ(page("25. November 2026, 10.30 Uhr", "de"), "2026-11-25T10:30:00Z");
  EXPECT_EQ(page("Publié le 25/11/2026 à 10h30", "fr"), "2026-11-25T10:30:00Z");
  EXPECT_EQ(page("2026年11月25日 19時30分", "ja"), "2026-11-25T19:30:00Z");
  EXPECT_EQ(page("2026年11月25日下午3:05", "zh"), "2026-11-25T15:05:00Z");
  EXPECT_EQ(page("2026-11-25T10:30:00+03:00", ""), "2026-11-25T10:30:00+03:00");
  EXPECT_EQ(page("25 Nov 2026 10:30:15 +0530", "en"), "2026-11-25T10:30:15+05:30");
  EXPECT_EQ(page("12:15 AM, Nov 25, 2026", "en"), "2026-11-25T00:15:00Z");
  EXPECT_EQ(page("25 november 2026 kl. 07.40", "sv"), "2026-11-25T07:40:00Z");
  EXPECT_EQ(page("25 november 2026 nr. 07.40", "sv"), "2026-11-25") << "no word of time";
}

TEST(PageDate, ReadsRelativeFormsAgainstAReference) {
  const auto at = [](std::string_view text, std::string_view language) {
    const auto found = parse_page_date(text, language, published());
    return found ? to_rfc3339(*found) : "";
  };
  EXPECT_EQ(at("2 hours ago", "en"), "2026-11-25T21:30:00+03:00");
  EXPECT_EQ(at("5 dakika önce", "tr"), "2026-11-25T23:25:00+03:00");
  EXPECT_EQ(at("hace 3 horas", "es"), "2026-11-25T20:30:00+03:00");
  EXPECT_EQ(at("Dün 10:30", "tr"), "2026-11-24T10:30:00+03:00");
  EXPECT_EQ(at("yesterday", "en"), "2026-11-24T00:00:00+03:00");
  EXPECT_EQ(at("24 November", "en"), "2026-11-24T00:00:00+03:00");
  EXPECT_EQ(at("30 December, 10:15", "en"), "2025-12-30T10:15:00+03:00");
}

TEST(PageDate, IsNothingWithoutADate) {
  for (const char* text : {"", "By Ayşe Demir", "10:30", "5 min read", "Chapter 12", "31/02/2026",
                           "+90 212 555 12 34", "1,250 comments", "May I?"})
    EXPECT_EQ(page(text, "en"), "") << text;
  EXPECT_EQ(page("yesterday", "en"), "");
}

}  // namespace
}  // namespace kaynak
