#include "text/dates.h"

#include <gtest/gtest.h>

#include <map>

#include "text/test_data.h"

namespace kaynak {
namespace {

/// Wednesday, 25 November 2026, late in the evening at +03:00.
ZonedTime published() { return *parse_iso8601("2026-11-25T23:30:00+03:00"); }

std::vector<std::string> dates(std::string_view text, std::string_view language) {
  std::vector<std::string> out;
  for (const auto& date : find_dates(text, language, published())) out.push_back(date.resolved);
  return out;
}

std::string date(std::string_view text, std::string_view language) {
  return join(dates(text, language), " ");
}

TEST(FindDates, ReadsFullDatesInManyLanguages) {
  for (const auto& [language, text] :
       std::vector<std::pair<std::string, std::string>>{{"en", "on 15 August 2026"},
                                                        {"en", "August 15, 2026"},
                                                        {"en", "the 15th of August, 2026"},
                                                        {"en", "8/15/2026"},
                                                        {"en-GB", "15/8/2026"},
                                                        {"tr", "15 Ağustos 2026'da"},
                                                        {"tr", "15.08.2026"},
                                                        {"vi", "ngày 15 tháng 8 năm 2026"},
                                                        {"vi", "15/8/2026"},
                                                        {"vi", "ngày 15-8-2026"},
                                                        {"vi", "15 tháng Tám năm 2026"},
                                                        {"es", "el 15 de agosto de 2026"},
                                                        {"ca", "el 15 d'agost de 2026"},
                                                        {"ca", "15 d’agost del 2026"},
                                                        {"ru", "15 августа 2026 года"},
                                                        {"ar", "15 أغسطس 2026"},
                                                        {"ar", "١٥ آب ٢٠٢٦"},
                                                        {"de", "am 15. August 2026"},
                                                        {"fr", "le 15 août 2026"},
                                                        {"pl", "15 sierpnia 2026 r."},
                                                        {"ja", "2026年8月15日"},
                                                        {"zh", "二〇二六年八月十五日"},
                                                        {"it", "15 agosto 2026"},
                                                        {"pt", "15 de agosto de 2026"},
                                                        {"uk", "15 серпня 2026 року"},
                                                        {"", "2026-08-15"}})
    EXPECT_EQ(date(text, language), "2026-08-15") << text;
}

TEST(FindDates, GivesADayWithoutYearTheNearest) {
  EXPECT_EQ(date("on 15 August", "en"), "2026-08-15");
  EXPECT_EQ(date("3 Ocak'ta", "tr"), "2027-01-03");
  EXPECT_EQ(date("ngày 15/8", "vi"), "2026-08-15");
  EXPECT_EQ(date("15. August", "de"), "2026-08-15");
  EXPECT_EQ(date("8月15日", "ja"), "2026-08-15");
  EXPECT_EQ(date("Montag, 23. November", "de"), "2026-11-23");
}

TEST(FindDates, ReadsMonthsAndYears) {
  EXPECT_EQ(date("in June", "en"), "2026-06");
  EXPECT_EQ(date("this June", "en"), "2026-06");
  EXPECT_EQ(date("last June", "en"), "2026-06");
  EXPECT_EQ(date("next June", "en"), "2027-06");
  EXPECT_EQ(date("June 2025", "en"), "2025-06");
  EXPECT_EQ(date("Haziran 2025", "tr"), "2025-06");
  EXPECT_EQ(date("tháng 6 năm ngoái", "vi"), "2025-06");
  EXPECT_EQ(date("tháng 6/2025", "vi"), "2025-06");
  EXPECT_EQ(date("去年6月", "zh"), "2025-06");
  EXPECT_EQ(date("в июне прошлого года", "ru"), "2025-06");
  EXPECT_EQ(date("en junio del año pasado", "es"), "2025-06");
  for (const auto& [language, text] :
       std::vector<std::pair<std::string, std::string>>{{"en", "in 2025"},
                                                        {"tr", "2025 yılında"},
                                                        {"tr", "2025'te"},
                                                        {"vi", "năm 2025"},
                                                        {"ru", "в 2025 году"},
                                                        {"es", "en 2025"},
                                                        {"ar", "عام 2025"},
                                                        {"zh", "2025年"},
                                                        {"en", "last year"},
                                                        {"tr", "geçen yıl"},
                                                        {"vi", "năm ngoái"},
                                                        {"ru", "в прошлом году"},
                                                        {"es", "el año pasado"},
                                                        {"fr", "l'année dernière"},
                                                        {"de", "letztes Jahr"},
                                                        {"ar", "العام الماضي"},
                                                        {"ja", "昨年"}})
    EXPECT_EQ(date(text, language), "2025") << text;
}

TEST(FindDates, ReadsRelativeDays) {
  for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
           {"en", "yesterday"},    {"tr", "dün"},     {"vi", "hôm qua"},   {"es", "ayer"},
           {"ca", "ahir"},         {"ru", "вчера"},   {"ar", "أمس"},       {"de", "gestern"},
           {"fr", "hier"},         {"pl", "wczoraj"}, {"ja", "昨日"},      {"zh", "昨天"},
           {"it", "ieri"},         {"pt", "ontem"},   {"uk", "вчора"},     {"en", "Tuesday"},
           {"tr", "Salı günü"},    {"vi", "thứ Ba"},  {"es", "el martes"}, {"ru", "во вторник"},
           {"ar", "يوم الثلاثاء"}, {"fr", "mardi"},   {"zh", "周二"}})
    EXPECT_EQ(date(text, language), "2026-11-24") << text;
  EXPECT_EQ(date("3 days ago", "en"), "2026-11-22");
  EXPECT_EQ(date("three days ago", "en"), "2026-11-22");
  EXPECT_EQ(date("3 gün önce", "tr"), "2026-11-22");
  EXPECT_EQ(date("3 ngày trước", "vi"), "2026-11-22");
  EXPECT_EQ(date("hace tres días", "es"), "2026-11-22");
  EXPECT_EQ(date("vor drei Tagen", "de"), "2026-11-22");
  EXPECT_EQ(date("il y a trois jours", "fr"), "2026-11-22");
  EXPECT_EQ(date("3日前", "ja"), "2026-11-22");
  EXPECT_EQ(date("in 3 days", "en"), "2026-11-28");
}

TEST(FindDates, ReadsWeeksAsIntervals) {
  for (const auto& [language, text] :
       std::vector<std::pair<std::string, std::string>>{{"en", "last week"},
                                                        {"tr", "geçen hafta"},
                                                        {"vi", "tuần trước"},
                                                        {"es", "la semana pasada"},
                                                        {"ca", "la setmana passada"},
                                                        {"ru", "на прошлой неделе"},
                                                        {"ar", "الأسبوع الماضي"},
                                                        {"de", "letzte Woche"},
                                                        {"fr", "la semaine dernière"},
                                                        {"pl", "w zeszłym tygodniu"},
                                                        {"ja", "先週"},
                                                        {"zh", "上周"},
                                                        {"it", "la settimana scorsa"},
                                                        {"pt", "na semana passada"},
                                                        {"uk", "минулого тижня"}})
    EXPECT_EQ(date(text, language), "2026-11-16/2026-11-22") << text;
  EXPECT_EQ(date("this weekend", "en"), "2026-11-28/2026-11-29");
  EXPECT_EQ(date("3–5 May 2026", "en"), "2026-05-03/2026-05-05");
}

TEST(FindDates, ReadsWeekdaysOfOtherWeeks) {
  EXPECT_EQ(date("last Monday", "en"), "2026-11-23");
  EXPECT_EQ(date("next Monday", "en"), "2026-11-30");
  EXPECT_EQ(date("thứ Hai tuần trước", "vi"), "2026-11-16");
  EXPECT_EQ(date("上周一", "zh"), "2026-11-16");
  EXPECT_EQ(date("geçen hafta pazartesi", "tr"), "2026-11-16");
  EXPECT_EQ(date("el lunes pasado", "es"), "2026-11-23");
}

// The publication's day is Wednesday, 25 November 2026.
TEST(FindDates, WeekdaysLieAheadWhereTheSentenceSpeaksOfTheFuture) {
  using List = std::vector<std::string>;
  EXPECT_EQ(dates("The hall will open at the usual hour on Friday.", "en"), List{"2026-11-27"});
  EXPECT_EQ(dates("On Sunday she will run.", "en"), List{"2026-11-29"});
  EXPECT_EQ(dates("The office said on Friday it will close.", "en"), List{"2026-11-20"});
  EXPECT_EQ(dates("The office said that on Friday it will close.", "en"), List{"2026-11-27"});
  EXPECT_EQ(dates("The hall opened on Friday.", "en"), List{"2026-11-20"});
  EXPECT_EQ(dates("Las partes se reúnen el lunes en Sarn.", "es"), List{"2026-11-30"});
  EXPECT_EQ(dates("La noche mejor será el viernes.", "es"), List{"2026-11-27"});
  EXPECT_EQ(dates("El consejo aprobó el lunes la ley.", "es"), List{"2026-11-23"});
  EXPECT_EQ(dates("El millor moment serà divendres.", "ca"), List{"2026-11-27"});
  EXPECT_EQ(dates("La carta va arribar dilluns.", "ca"), List{"2026-11-23"});
  EXPECT_EQ(dates("Kurul cuma günü toplanacak.", "tr"), List{"2026-11-27"});
  EXPECT_EQ(dates("Kurul cuma günü toplandı.", "tr"), List{"2026-11-20"});
  EXPECT_EQ(dates("Совет соберётся в пятницу.", "ru"), List{"2026-11-27"});
  EXPECT_EQ(dates("Совет собрался в пятницу.", "ru"), List{"2026-11-20"});
  EXPECT_EQ(dates("Der Rat wird am Freitag tagen.", "de"), List{"2026-11-27"});
  EXPECT_EQ(dates("Le conseil votera vendredi.", "fr"), List{"2026-11-27"});
  EXPECT_EQ(dates("Hai bên sẽ họp vào thứ Sáu.", "vi"), List{"2026-11-27"});
  EXPECT_EQ(dates("سيجتمع المجلس الجمعة.", "ar"), List{"2026-11-27"});
}

TEST(FindDates, AWeekdayBesideADaysNumberIsThatDay) {
  using List = std::vector<std::string>;
  EXPECT_EQ(dates("We will meet on Friday 13th.", "en"), List{"2026-11-13"});
  EXPECT_EQ(dates("Será el martes 8.", "es"), List{"2026-12-08"});
  EXPECT_EQ(dates("On Friday 30 people were hurt.", "en"), List{"2026-11-20"});
}

TEST(FindDates, MonthsLieWhereTheSentenceSpeaksOf) {
  using List = std::vector<std::string>;
  EXPECT_EQ(dates("Lo descubrieron en abril dos vecinos.", "es"), List{"2026-04"});
  EXPECT_EQ(dates("Abrirá las puertas en abril.", "es"), List{"2027-04"});
  EXPECT_EQ(dates("Així va començar, una nit d’abril, la història.", "ca"), List{"2026-04"});
  EXPECT_EQ(dates("The office moved in April.", "en"), List{"2026-04"});
  EXPECT_EQ(dates("Lo admitió el inspector Julio Menda.", "es"), List{});
}

TEST(FindDates, CountsFromThePublicationsOwnDay) {
  EXPECT_EQ(find_dates("today", "en", *parse_iso8601("2026-11-25T23:30:00-05:00"))[0].resolved,
            "2026-11-25");
}

TEST(FindDates, LeavesOtherNumbersAndWordsAlone) {
  for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
           {"en", "You may march 3 times at 10:30 for 1.5 million, 3/4 of 192.168.1.2."},
           {"en", "It was second in 2,025 cases."},
           {"tr", "2025 kişi pazarda 3 elma aldı."},
           {"vi", "năm người và 3 ngày"},
           {"es", "mide 15 metros"},
           {"en", "a 3-1 win, 24/7"},
           {"de", "3.5 Prozent"}})
    EXPECT_EQ(date(text, language), "") << text;
}

TEST(FindDates, ReadsRangesAsIntervals) {
  for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
           {"en", "The fair runs from 3 to 5 December."},
           {"en", "Open December 3–5."},
           {"en", "from the 3rd to the 5th of December"},
           {"tr", "Fuar 3 Aralık'tan 5 Aralık'a kadar açık."},
           {"de", "Die Messe läuft vom 3. bis 5. Dezember."},
           {"de", "vom 3.12. bis 5.12.2026"},
           {"fr", "du 3 au 5 décembre"},
           {"es", "entre el 3 y el 5 de diciembre"},
           {"pt", "de 3 a 5 de dezembro"},
           {"it", "dal 3 al 5 dicembre"},
           {"nl", "van 3 tot 5 december"},
           {"ru", "с 3 по 5 декабря"},
           {"zh", "12月3日至5日"},
           {"ja", "12月3日から5日まで"},
           {"ko", "12월 3일부터 5일까지"}})
    EXPECT_EQ(date(text, language), "2026-12-03/2026-12-05") << text;
  EXPECT_EQ(date("between 2010 and 2012", "en"), "2010/2012");
  EXPECT_EQ(date("From May to March of next year", "en"), "2026-05/2027-03");
  EXPECT_EQ(date("2007 ve 2009 arasında", "tr"), "2007/2009");
  EXPECT_EQ(date("from Monday to Friday", "en"), "2026-11-23/2026-11-27");
}

TEST(FindDates, ReadsQuartersSeasonsDecadesAndCenturies) {
  EXPECT_EQ(date("in the third quarter of 2025", "en"), "2025-07/2025-09");
  EXPECT_EQ(date("Q4 2025", "en"), "2025-10/2025-12");
  EXPECT_EQ(date("im vierten Quartal 2025", "de"), "2025-10/2025-12");
  EXPECT_EQ(date("2025年第三季度", "zh"), "2025-07/2025-09");
  EXPECT_EQ(date("last summer", "en"), "2026-06/2026-08");
  EXPECT_EQ(date("l'hiver dernier", "fr"), "2025-12/2026-02");
  EXPECT_EQ(date("in the 1990s", "en"), "1990/1999");
  EXPECT_EQ(date("los años 80", "es"), "1980/1989");
  EXPECT_EQ(date("im 19. Jahrhundert", "de"), "1800/1899");
  EXPECT_EQ(date("the first three quarters of 2025", "en"), "2025-01/2025-09");
}

TEST(FindDates, ReadsWhatIsFirstOrLastOfAPeriod) {
  EXPECT_EQ(date("on the first Monday of December", "en"), "2026-12-07");
  EXPECT_EQ(date("le dernier jour d'octobre 2025", "fr"), "2025-10-31");
  EXPECT_EQ(date("2025'in 3'üncü haftası", "tr"), "2025-01-13/2025-01-19");
  EXPECT_EQ(date("10月の第一月曜日", "ja"), "2026-10-05");
  EXPECT_EQ(date("6月下旬", "zh"), "2026-06-21/2026-06-30");
  EXPECT_EQ(date("by the end of the month", "en"), "2026-11-30");
  EXPECT_EQ(date("Anfang Dezember", "de"), "2026-12");
}

TEST(FindDates, CountsUnitsFromThePublication) {
  EXPECT_EQ(date("over the last three days", "en"), "2026-11-22/2026-11-24");
  EXPECT_EQ(date("gelecek iki hafta", "tr"), "2026-11-26/2026-12-09");
  EXPECT_EQ(date("los próximos 2 días", "es"), "2026-11-26/2026-11-27");
  EXPECT_EQ(date("in the past years", "en"), "");
  EXPECT_EQ(date("It was the worst flood in 30 years and it destroyed the bridge", "en"), "");
}

TEST(FindDates, ReadsErasAndShortYears) {
  EXPECT_EQ(date("令和6年8月15日", "ja"), "2024-08-15");
  EXPECT_EQ(date("昭和元年", "ja"), "1926");
  EXPECT_EQ(date("24年12月", "ja"), "2024-12");
  EXPECT_EQ(date("In maio de 68", "pt"), "1968-05");
}

TEST(FindDates, TheNextDayIsTheOneBehindTheDaySpokenOf) {
  EXPECT_EQ(date("On 2 June the bridge fell. The next day it rained.", "en"),
            "2026-06-02 2026-06-03");
  EXPECT_EQ(date("Am 2. Juni fiel die Brücke. Drei Tage später kam der Regen.", "de"),
            "2026-06-02 2026-06-05");
  DateMemory memory;
  find_dates("Il ponte è crollato il 2 giugno.", "it", published(), &memory);
  const auto later = find_dates("Tre giorni dopo è piovuto.", "it", published(), &memory);
  ASSERT_EQ(later.size(), 1u);
  EXPECT_EQ(later[0].resolved, "2026-06-05");
}

TEST(FindDates, ADayGoesOnWithTheYearItsSentenceIsAbout) {
  EXPECT_EQ(date("In 2019 the harbour opened, and on 6 June the first ship came.", "en"),
            "2019 2019-06-06");
  EXPECT_EQ(date("In 2019 the harbour opened. The first ship came on 6 June.", "en"),
            "2019 2026-06-06");
}

TEST(FindDates, ADayOfAListHasTheListsMonth) {
  EXPECT_EQ(date("on 18 and 19 December", "en"), "2026-12-18 2026-12-19");
  EXPECT_EQ(date("Termin: 22. & 23. August 2025", "de"), "2025-08-22 2025-08-23");
}

TEST(FindDates, WordsThatAreAlsoOthersNeedANumber) {
  for (const auto& [language, text] : std::vector<std::pair<std::string, std::string>>{
           {"en", "He sat in the sun and may wed in the fall of Troy."},
           {"pt", "Ele disse ter feito bem; o dom é dele."},
           {"es", "La casa da al mar y se ve bien."},
           {"fr", "Condamné à sept ans, il joue le jeu."},
           {"tr", "Uzun bir ara verdi."},
           {"de", "Der Morgen war kalt, und der Plan ist in Ordnung."},
           {"en", "They scored in the first half, day after day."},
           {"en", "Drug Saf. 26(6):1667–71, version 10.4, call 555-2013-44"},
           {"ja", "前半に得点した。"}})
    EXPECT_EQ(date(text, language), "") << text;
}

TEST(FindDates, KnowsWhereTheyStand) {
  const std::string text = "Bakan, 15 Ağustos 2026'da ve dün konuştu.";
  const auto found = find_dates(text, "tr", published());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "15 Ağustos 2026");
  EXPECT_EQ(text.substr(found[1].begin, found[1].end - found[1].begin), "dün");
}

/// Recognizers-Text: for every date and range of days, weeks, months and years, one of its
/// readings.
TEST(FindDates, AgreeWithRecognizers) {
  const auto rows = text_test::read_rows("dates/recognizers-datetime.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::map<std::string, std::pair<std::size_t, std::size_t>> score;
  std::size_t right = 0, all = 0;
  for (const Json& row : rows) {
    if (row["id"].as_string().find("/DateTimeModel/") == std::string::npos) continue;
    const auto reference = parse_iso8601(row["reference"].as_string());
    if (!reference) continue;
    const std::string language = row["lang"].as_string();
    const auto found = find_dates(row["input"].as_string(), language, *reference);
    for (const Json& result : row["results"].items()) {
      const std::string type = result["type"].as_string();
      if (type != "date" && type != "daterange") continue;
      bool ok = false;
      for (const Json& value : result["values"].items()) {
        std::string wanted = value["value"].as_string();
        const std::string start = value["start"].as_string(), end = value["end"].as_string();
        for (const auto& f : found) {
          if (f.resolved == wanted) ok = true;
          const std::string whole = f.resolved.size() == 7   ? f.resolved + "-01"
                                    : f.resolved.size() == 4 ? f.resolved + "-01-01"
                                                             : f.resolved.substr(0, 10);
          if (!start.empty() && whole == start && (f.resolved.size() != 10)) ok = true;
        }
      }
      if (!ok && getenv("KAYNAK_TEST_VERBOSE") != nullptr &&
          language == getenv("KAYNAK_TEST_VERBOSE")) {
        printf("%s | %s @%s → %s, got", row["input"].as_string().c_str(),
               result["text"].as_string().c_str(), row["reference"].as_string().c_str(),
               result["values"].dump().c_str());
        for (const auto& f : found) printf(" %s", f.resolved.c_str());
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
  printf("\nrecognizers dates: %zu of %zu\n", right, all);
  EXPECT_GE(right, 860u);
}

/// Duckling: the whole input is one date at a grain of a day or more.
TEST(FindDates, AgreeWithDuckling) {
  const auto rows = text_test::read_rows("dates/duckling-time.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::map<std::string, std::pair<std::size_t, std::size_t>> score;
  std::size_t right = 0, all = 0;
  for (const Json& row : rows) {
    const std::string grain = row["grain"].as_string(), language = row["lang"].as_string();
    if (row["kind"].as_string() != "instant" ||
        (grain != "day" && grain != "week" && grain != "month" && grain != "year"))
      continue;
    const auto reference = parse_iso8601(row["reference"].as_string());
    const auto found = find_dates(row["input"].as_string(), language, *reference);
    const Json& value = row["value"];
    const std::string start = value.is_array() ? value.items().at(0).as_string().substr(0, 10)
                                               : value.as_string().substr(0, 10);
    const std::size_t length = grain == "year" ? 4 : grain == "month" ? 7 : 10;
    const bool ok =
        found.size() == 1 && found[0].resolved.substr(0, length) == start.substr(0, length) &&
        (grain == "week" ? found[0].resolved.size() == 21 : found[0].resolved.size() == length);
    if (!ok && getenv("KAYNAK_TEST_VERBOSE") != nullptr &&
        language == getenv("KAYNAK_TEST_VERBOSE")) {
      printf("%s → %s %s, got", row["input"].as_string().c_str(), grain.c_str(), start.c_str());
      for (const auto& f : found) printf(" %s", f.resolved.c_str());
      printf("\n");
    }
    score[language].first += ok;
    ++score[language].second;
    right += ok;
    ++all;
  }
  for (const auto& [language, s] : score)
    printf("%s %zu/%zu  ", language.c_str(), s.first, s.second);
  printf("\nduckling dates: %zu of %zu\n", right, all);
  EXPECT_GE(right, 1010u);  // most of the rest are holidays, and weekdays that it looks for ahead
}

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

/// dateparser: absolute dates with a year, in all its languages, without being told which.
TEST(PageDate, AgreesWithDateparser) {
  const auto rows = text_test::read_rows("dates/dateparser.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::size_t right = 0, all = 0;
  for (const Json& row : rows) {
    if (row["id"].as_string().find("test_date_parser/test_dates_parsing") == std::string::npos)
      continue;
    const std::string text = row["case"]["date_string"].as_string(),
                      wanted = row["case"]["expected"]["dt"].as_string();
    if (wanted.empty()) continue;
    const auto found = parse_page_date(text, "", parse_iso8601("2012-11-13T00:00:00"));
    const std::string got = found ? to_rfc3339(*found) : "";
    const bool ok = got.substr(0, 19) == wanted.substr(0, 19);
    if (!ok && getenv("KAYNAK_TEST_VERBOSE"))
      printf("%s → %s, got %s\n", text.c_str(), wanted.c_str(), got.c_str());
    right += ok;
    ++all;
  }
  printf("dateparser: %zu of %zu\n", right, all);
  EXPECT_GE(right, 114u);
}

}  // namespace
}  // namespace kaynak
