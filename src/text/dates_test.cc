#include "text/dates.h"

#include "text/dates_for_tests.h"

namespace kaynak {
namespace {

using namespace dates_test;

TEST(FindDates, ReadsFullDatesInManyLanguages) {
  expect_all("2026-08-15", {{"en", "on 15 August 2026"},
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
                            {"", "2026-08-15"}});
}

TEST(FindDates, GivesADayWithoutYearTheNearest) {
  expect_dates({{"en", "on 15 August", "2026-08-15"},
                {"tr", "3 Ocak'ta", "2027-01-03"},
                {"vi", "ngày 15/8", "2026-08-15"},
                {"de", "15. August", "2026-08-15"},
                {"ja", "8月15日", "2026-08-15"},
                {"de", "Montag, 23. November", "2026-11-23"}});
}

TEST(FindDates, ReadsMonthsAndYears) {
  expect_dates({{"en", "in June", "2026-06"},
                {"en", "this June", "2026-06"},
                {"en", "last June", "2026-06"},
                {"en", "next June", "2027-06"},
                {"en", "June 2025", "2025-06"},
                {"tr", "Haziran 2025", "2025-06"},
                {"vi", "tháng 6 năm ngoái", "2025-06"},
                {"vi", "tháng 6/2025", "2025-06"},
                {"zh", "去年6月", "2025-06"},
                {"ru", "в июне прошлого года", "2025-06"},
                {"es", "en junio del año pasado", "2025-06"}});
  expect_all("2025", {{"en", "in 2025"},
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
                      {"ja", "昨年"}});
}

TEST(FindDates, ReadsRelativeDays) {
  expect_all("2026-11-24",
             {{"en", "yesterday"},    {"tr", "dün"},     {"vi", "hôm qua"},   {"es", "ayer"},
              {"ca", "ahir"},         {"ru", "вчера"},   {"ar", "أمس"},       {"de", "gestern"},
              {"fr", "hier"},         {"pl", "wczoraj"}, {"ja", "昨日"},      {"zh", "昨天"},
              {"it", "ieri"},         {"pt", "ontem"},   {"uk", "вчора"},     {"en", "Tuesday"},
              {"tr", "Salı günü"},    {"vi", "thứ Ba"},  {"es", "el martes"}, {"ru", "во вторник"},
              {"ar", "يوم الثلاثاء"}, {"fr", "mardi"},   {"zh", "周二"}});
  expect_dates({{"en", "3 days ago", "2026-11-22"},
                {"en", "three days ago", "2026-11-22"},
                {"tr", "3 gün önce", "2026-11-22"},
                {"vi", "3 ngày trước", "2026-11-22"},
                {"es", "hace tres días", "2026-11-22"},
                {"de", "vor drei Tagen", "2026-11-22"},
                {"fr", "il y a trois jours", "2026-11-22"},
                {"ja", "3日前", "2026-11-22"},
                {"en", "in 3 days", "2026-11-28"}});
}

TEST(FindDates, ReadsWeeksAsIntervals) {
  expect_all("2026-11-16/2026-11-22", {{"en", "last week"},
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
                                       {"uk", "минулого тижня"}});
  expect_dates({{"en", "this weekend", "2026-11-28/2026-11-29"},
                {"en", "3–5 May 2026", "2026-05-03/2026-05-05"}});
}

TEST(FindDates, ReadsWeekdaysOfOtherWeeks) {
  expect_dates({{"en", "last Monday", "2026-11-23"},
                {"en", "next Monday", "2026-11-30"},
                {"vi", "thứ Hai tuần trước", "2026-11-16"},
                {"zh", "上周一", "2026-11-16"},
                {"tr", "geçen hafta pazartesi", "2026-11-16"},
                {"es", "el lunes pasado", "2026-11-23"}});
}

// The publication's day is Wednesday, 25 November 2026.
TEST(FindDates, WeekdaysLieAheadWhereTheSentenceSpeaksOfTheFuture) {
  expect_dates({{"en", "The hall will open at the usual hour on Friday.", "2026-11-27"},
                {"en", "On Sunday she will run.", "2026-11-29"},
                {"en", "The office said on Friday it will close.", "2026-11-20"},
                {"en", "The office said that on Friday it will close.", "2026-11-27"},
                {"en", "The hall opened on Friday.", "2026-11-20"},
                {"es", "Las partes se reúnen el lunes en Sarn.", "2026-11-30"},
                {"es", "La noche mejor será el viernes.", "2026-11-27"},
                {"es", "El consejo aprobó el lunes la ley.", "2026-11-23"},
                {"ca", "El millor moment serà divendres.", "2026-11-27"},
                {"ca", "La carta va arribar dilluns.", "2026-11-23"},
                {"tr", "Kurul cuma günü toplanacak.", "2026-11-27"},
                {"tr", "Kurul cuma günü toplandı.", "2026-11-20"},
                {"ru", "Совет соберётся в пятницу.", "2026-11-27"},
                {"ru", "Совет собрался в пятницу.", "2026-11-20"},
                {"de", "Der Rat wird am Freitag tagen.", "2026-11-27"},
                {"fr", "Le conseil votera vendredi.", "2026-11-27"},
                {"vi", "Hai bên sẽ họp vào thứ Sáu.", "2026-11-27"},
                {"ar", "سيجتمع المجلس الجمعة.", "2026-11-27"}});
}

TEST(FindDates, ANextWeekdayMayBeTheNearest) {
  expect_dates({{"nl", "aanstaande vrijdag", "2026-11-27"},
                {"de", "am kommenden Freitag", "2026-11-27"},
                {"es", "el próximo viernes", "2026-11-27"},
                {"es", "el próximo jueves", "2026-12-03"},
                {"ar", "الجمعة المقبل", "2026-11-27"},
                {"pl", "w najbliższy piątek", "2026-11-27"},
                {"en", "next Friday", "2026-12-04"}});
}

TEST(FindDates, ThisWeekdayIsGoneWhereASentenceTellsWhatWas) {
  const ZonedTime monday = *parse_iso8601("2026-11-23T09:00:00Z");
  const auto on_monday = [&](std::string_view text, std::string_view language) {
    return find_dates(text, language, monday).at(0).resolved;
  };
  EXPECT_EQ(on_monday("El equipo ganó este domingo en Sarn.", "es"), "2026-11-22");
  EXPECT_EQ(on_monday("El equipo jugará este domingo en Sarn.", "es"), "2026-11-29");
  EXPECT_EQ(on_monday("Il consiglio ha votato questo sabato.", "it"), "2026-11-21");
}

TEST(FindDates, AWeekdayStandsInTheWeekBesideIt) {
  expect_dates({{"en", "next week Tuesday", "2026-12-01"},
                {"en", "What happened the previous week - Monday?", "2026-11-16"},
                {"fr", "la semaine prochaine mardi", "2026-12-01"},
                {"en", "on Saturday two weeks ago", "2026-11-14"},
                {"de", "Mittwoch vor zwei Wochen", "2026-11-11"},
                {"pl", "środa w przyszłym tygodniu", "2026-12-02"}});
}

TEST(FindDates, AWeekMayBeNamedByADay) {
  expect_all("2026-12-07/2026-12-13", {{"en", "the week beginning 9 December"},
                                       {"fr", "la semaine commençant le 9 décembre"},
                                       {"nl", "de week beginnend 9 december"},
                                       {"ja", "12月9日の週"}});
}

TEST(FindDates, FiguresWithANoughtAreNoFraction) {
  expect_dates({{"nl", "Ik ga 22/04 terug.", "2027-04-22"},
                {"fr", "Je reviendrai 22/04.", "2027-04-22"},
                {"nl", "Het kost 22/4 meer.", ""}});
}

TEST(FindDates, AWeekdayBesideADaysNumberIsThatDay) {
  expect_dates({{"en", "We will meet on Friday 13th.", "2026-11-13"},
                {"es", "Será el martes 8.", "2026-12-08"},
                {"en", "On Friday 30 people were hurt.", "2026-11-20"}});
}

TEST(FindDates, MonthsLieWhereTheSentenceSpeaksOf) {
  expect_dates({{"es", "Lo descubrieron en abril dos vecinos.", "2026-04"},
                {"es", "Abrirá las puertas en abril.", "2027-04"},
                {"ca", "Així va començar, una nit d’abril, la història.", "2026-04"},
                {"en", "The office moved in April.", "2026-04"},
                {"es", "Lo admitió el inspector Julio Menda.", ""}});
}

TEST(FindDates, CountsFromThePublicationsOwnDay) {
  EXPECT_EQ(find_dates("today", "en", *parse_iso8601("2026-11-25T23:30:00-05:00"))[0].resolved,
            "2026-11-25");
}

TEST(FindDates, LeavesOtherNumbersAndWordsAlone) {
  expect_all("", {{"en", "You may march 3 times at 10:30 for 1.5 million, 3/4 of 192.168.1.2."},
                  {"en", "It was second in 2,025 cases."},
                  {"tr", "2025 kişi pazarda 3 elma aldı."},
                  {"vi", "năm người và 3 ngày"},
                  {"es", "mide 15 metros"},
                  {"en", "a 3-1 win, 24/7"},
                  {"de", "3.5 Prozent"}});
}

TEST(FindDates, ReadsRangesAsIntervals) {
  expect_all("2026-12-03/2026-12-05", {{"en", "The fair runs from 3 to 5 December."},
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
                                       {"ko", "12월 3일부터 5일까지"}});
  expect_dates({{"en", "between 2010 and 2012", "2010/2012"},
                {"en", "From May to March of next year", "2026-05/2027-03"},
                {"tr", "2007 ve 2009 arasında", "2007/2009"},
                {"en", "from Monday to Friday", "2026-11-23/2026-11-27"}});
}

TEST(FindDates, ReadsQuartersSeasonsDecadesAndCenturies) {
  expect_dates({{"en", "in the third quarter of 2025", "2025-07/2025-09"},
                {"en", "Q4 2025", "2025-10/2025-12"},
                {"de", "im vierten Quartal 2025", "2025-10/2025-12"},
                {"zh", "2025年第三季度", "2025-07/2025-09"},
                {"en", "last summer", "2026-06/2026-08"},
                {"fr", "l'hiver dernier", "2025-12/2026-02"},
                {"en", "in the 1990s", "1990/1999"},
                {"es", "los años 80", "1980/1989"},
                {"de", "im 19. Jahrhundert", "1800/1899"},
                {"en", "the first three quarters of 2025", "2025-01/2025-09"}});
}

TEST(FindDates, ReadsWhatIsFirstOrLastOfAPeriod) {
  expect_dates({{"en", "on the first Monday of December", "2026-12-07"},
                {"fr", "le dernier jour d'octobre 2025", "2025-10-31"},
                {"tr", "2025'in 3'üncü haftası", "2025-01-13/2025-01-19"},
                {"ja", "10月の第一月曜日", "2026-10-05"},
                {"zh", "6月下旬", "2026-06-21/2026-06-30"},
                {"en", "by the end of the month", "2026-11-30"},
                {"de", "Anfang Dezember", "2026-12"}});
}

TEST(FindDates, CountsUnitsFromThePublication) {
  expect_dates({{"en", "over the last three days", "2026-11-22/2026-11-24"},
                {"tr", "gelecek iki hafta", "2026-11-26/2026-12-09"},
                {"es", "los próximos 2 días", "2026-11-26/2026-11-27"},
                {"en", "in the past years", ""},
                {"en", "It was the worst flood in 30 years and it destroyed the bridge", ""}});
}

TEST(FindDates, CountsUnitsThatAreInAWord) {
  expect_all("2026-11-23", {{"ar", "قبل يومين"},
                            {"ko", "이틀 전"},
                            {"he", "לפני יומיים"},
                            {"ru", "двое суток назад"},
                            {"en", "a couple of days ago"}});
  expect_all("2026-11-11",
             {{"en", "a fortnight ago"}, {"ar", "قبل أسبوعين"}, {"he", "לפני שבועיים"}});
  expect_all("2026-05",
             {{"ru", "полгода назад"}, {"pl", "pół roku temu"}, {"de", "vor einem halben Jahr"}});
  expect_dates({{"ko", "앞으로 사흘", "2026-11-26/2026-11-28"},
                {"ar", "خلال اليومين الماضيين", "2026-11-23/2026-11-24"},
                {"ar", "قبل عامين", "2024"},
                {"ar", "منذ سنوات", ""},
                {"en", "over the last couple of years", ""},
                {"en", "in nearly a quarter century", ""},
                {"en", "the next year and a half", "2026-11-26/2028-05-25"}});
}

TEST(FindDates, KnowsSmallNumbersInManyLanguages) {
  expect_all("2026-11-04", {{"hr", "prije tri tjedna"},
                            {"nb", "for tre uker siden"},
                            {"el", "πριν από τρεις εβδομάδες"},
                            {"cs", "před třemi týdny"},
                            {"ro", "în urmă cu trei săptămâni"},
                            {"ca", "fa tres setmanes"},
                            {"fi", "kolme viikkoa sitten"},
                            {"bg", "преди три седмици"}});
}

TEST(FindDates, AddsUpSeveralUnits) {
  expect_dates({{"en", "two weeks and two days ago", "2026-11-09"},
                {"es", "hace un año y tres meses", "2025-08"},
                {"de", "vor zwei Wochen und einem Tag", "2026-11-10"},
                {"it", "2 settimane e 2 giorni fa", "2026-11-09"}});
}

TEST(FindDates, ACountMayBeRough) {
  expect_all("2023", {{"fr", "il y a environ trois ans"},
                      {"de", "vor rund drei Jahren"},
                      {"es", "hace unos tres años"},
                      {"pt", "há cerca de três anos"},
                      {"ar", "قبل نحو 3 سنوات"}});
}

TEST(FindDates, ReadsErasAndShortYears) {
  expect_dates({{"ja", "令和6年8月15日", "2024-08-15"},
                {"ja", "昭和元年", "1926"},
                {"ja", "24年12月", "2024-12"},
                {"pt", "In maio de 68", "1968-05"}});
}

TEST(FindDates, ReadsOtherCalendars) {
  expect_all("2026-11-25", {{"fa", "روز ۴ آذر ۱۴۰۵"},
                            {"fa", "چهارم آذر"},
                            {"fa", "1405/09/04"},
                            {"th", "เมื่อวันที่ 25 พ.ย. 2569"},
                            {"th", "25 พฤศจิกายน พ.ศ. 2569"},
                            {"zh", "民國115年11月25日"},
                            {"zh", "115年11月25日"}});
  expect_dates({{"fa", "در سال ۱۴۰۴", "2025-03-21/2026-03-20"},
                {"fa", "آذرماه", "2026-11-22/2026-12-21"},
                {"ar", "15 رمضان 1447 هـ", "2026-03-04"},
                {"ar", "1447/9/15هـ", "2026-03-04"},
                {"ar", "في عام 1446هـ", "2024-07-07/2025-06-25"},
                {"en", "on 10 Muharram 1446", "2024-07-16"},
                {"th", "ในปี 2568", "2025"},
                {"zh", "民國113年", "2024"}});
}

TEST(FindDates, NamesOfPersonsAreNoMonths) {
  expect_all(
      "", {{"ar", "قال رمضان محرم إنه سيعود"}, {"tr", "5 Recep ve 3 Ramazan"}, {"fa", "مهر مادر"}});
}

TEST(FindDates, ReadsWordsBehindAnArabicOrHebrewProclitic) {
  expect_dates({{"ar", "والثلاثاء", "2026-11-24"},
                {"ar", "ليونيو 2026", "2026-06"},
                {"ar", "في التاسع والعشرين من مايو 2026", "2026-05-29"},
                {"ar", "وكانون الثاني 2026", "2026-01"},
                {"he", "ליוני 2026", "2026-06"}});
}

TEST(FindDates, ReadsNumbersInHangul) {
  expect_dates({{"ko", "이천이십육년 팔월 십오일", "2026-08-15"},
                {"ko", "삼분기", "2026-07/2026-09"},
                {"ko", "이 일을 시작했다", ""}});
}

TEST(FindDates, ReadsShortFormsOfChineseAndJapanese) {
  expect_dates({{"zh", "二零二六年八月十五", "2026-08-15"},
                {"zh", "08年奥运会", "2008"},
                {"zh", "2025年的前2周", "2024-12-30/2025-01-12"},
                {"zh", "乾隆三十年五月", "1765-05"},
                {"zh", "在10月和12月间", "2026-10/2026-12"},
                {"ja", "2025年6月頭から7月末まで", "2025-06/2025-07"},
                {"ja", "2025年6月以降7月いっぱい", "2025-06/2025-07"}});
}

TEST(FindDates, MonthsInSmallLettersAreNoVerbs) {
  expect_dates({{"en", "It was in may.", "2026-05"},
                {"en", "due on march 3, 2026", "2026-03-03"},
                {"en", "They may march 3 times.", ""},
                {"en", "What will happen May to March", "2027-05/2028-03"}});
}

TEST(FindDates, CountsFromTheLast) {
  expect_dates({{"en", "the third last day of May 2026", "2026-05-29"},
                {"fr", "l'avant-dernière semaine de 2026", "2026-12-21/2026-12-27"}});
}

TEST(FindDates, DatesOfAListShareTheYearOfTheLast) {
  expect_dates({{"pl", "16 października i 3 grudnia 2014 roku", "2014-10-16 2014-12-03"},
                {"en", "in March and April 2014", "2014-03 2014-04"},
                {"en", "on 28 December and 3 January 2015", "2014-12-28 2015-01-03"},
                {"en", "They met on 3 June. In April 2014 they parted.", "2026-06-03 2014-04"}});
}

TEST(FindDates, UntilAWeekdayLooksAhead) {
  expect_dates({{"fr", "Vigilance orange jusqu'à vendredi midi.", "2026-11-27"},
                {"en", "Closed until Friday.", "2026-11-27"},
                {"de", "Sie kamen von Montag bis Dienstag.", "2026-11-23/2026-11-24"},
                {"de", "Feuer in der Nacht zum Dienstag.", "2026-11-24"},
                {"en", "The hall was closed until Friday.", "2026-11-20"}});
}

TEST(FindDates, ANumberOfANameIsNoDay) {
  expect_dates({{"es", "sufrió Covid-19 el pasado mes", "2026-10"},
                {"fr", "Sarn-25 mai-Rendez-vous", "2027-05-25"}});
}

TEST(FindDates, AWeekdayBelongsToTheDayBesideIt) {
  expect_dates({{"tr", "27 Mayıs Çarşamba günü", "2026-05-27"},
                {"en", "15 August (Saturday) and later", "2026-08-15"},
                {"de", "Freitag, 13. Juni", "2025-06-13"},
                {"en", "Saturday, June 13", "2026-06-13"},
                {"en", "On 15 August, Sunday mass", "2026-08-15 2026-11-22"}});
}

TEST(FindDates, ReadsInflectedAndColonedForms) {
  expect_dates({{"sv", "den 3:e mars 2026", "2026-03-03"},
                {"sv", "sista dagen i oktober 2026", "2026-10-31"},
                {"hu", "keddtől", "2026-11-24"},
                {"hu", "2026 márciusig", "2026-03"},
                {"hi", "2025 में", "2025"}});
}

TEST(FindDates, ReadsADayWithoutMarks) {
  expect_dates({{"en", "as of 20261016.", "2026-10-16"},
                {"en", "call 20261016-33 or AB20261016", ""},
                {"tr", "mart üç 2026", "2026-03-03"},
                {"tr", "1/12'den 7/12'ye", "2026-12-01/2026-12-07"}});
}

TEST(FindDates, TheNextDayIsTheOneBehindTheDaySpokenOf) {
  expect_dates(
      {{"en", "On 2 June the bridge fell. The next day it rained.", "2026-06-02 2026-06-03"},
       {"de", "Am 2. Juni fiel die Brücke. Drei Tage später kam der Regen.",
        "2026-06-02 2026-06-05"}});
  DateMemory memory;
  find_dates("Il ponte è crollato il 2 giugno.", "it", published(), &memory);
  const auto later = find_dates("Tre giorni dopo è piovuto.", "it", published(), &memory);
  ASSERT_EQ(later.size(), 1u);
  EXPECT_EQ(later[0].resolved, "2026-06-05");
  DateMemory nothing_told;
  EXPECT_TRUE(find_dates("The next day it rained.", "en", published(), &nothing_told).empty());
}

TEST(FindDates, ADayGoesOnWithTheYearItsSentenceIsAbout) {
  expect_dates(
      {{"en", "In 2019 the harbour opened, and on 6 June the first ship came.", "2019 2019-06-06"},
       {"en", "In 2019 the harbour opened. The first ship came on 6 June.", "2019 2026-06-06"}});
}

TEST(FindDates, ADayOfAListHasTheListsMonth) {
  expect_dates({{"en", "on 18 and 19 December", "2026-12-18 2026-12-19"},
                {"de", "Termin: 22. & 23. August 2025", "2025-08-22 2025-08-23"}});
}

TEST(FindDates, WordsThatAreAlsoOthersNeedANumber) {
  expect_all("", {{"en", "He sat in the sun and may wed in the fall of Troy."},
                  {"pt", "Ele disse ter feito bem; o dom é dele."},
                  {"es", "La casa da al mar y se ve bien."},
                  {"fr", "Condamné à sept ans, il joue le jeu."},
                  {"tr", "Uzun bir ara verdi."},
                  {"de", "Der Morgen war kalt, und der Plan ist in Ordnung."},
                  {"en", "They scored in the first half, day after day."},
                  {"en", "Drug Saf. 26(6):1667–71, version 10.4, call 555-2013-44"},
                  {"ja", "前半に得点した。"}});
}

TEST(FindDates, KnowsWhereTheyStand) {
  const std::string text = "Bakan, 15 Ağustos 2026'da ve dün konuştu.";
  const auto found = find_dates(text, "tr", published());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "15 Ağustos 2026");
  EXPECT_EQ(text.substr(found[1].begin, found[1].end - found[1].begin), "dün");
}

}  // namespace
}  // namespace kaynak
