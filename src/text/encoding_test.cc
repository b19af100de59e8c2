#include "text/encoding.h"

#include <gtest/gtest.h>

#include "text/encoding_detail.h"
#include "text/test_data.h"

namespace kaynak {
namespace {

using text_test::read_rows;
using text_test::read_tar;

TEST(Encoding, BelievesTheByteOrderMarkFirst) {
  const auto page = decode_html("\xEF\xBB\xBF<meta charset=latin1>ş", "text/html; charset=koi8-r");
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_EQ(page.decided_by, "bom");
  EXPECT_EQ(page.text, "<meta charset=latin1>ş");
}

TEST(Encoding, BelievesHttpBeforeMeta) {
  const auto page =
      decode_html("<meta charset=iso-8859-9>\xFE", "text/html; charset=\"ISO-8859-1\"");
  EXPECT_EQ(page.charset, "windows-1252");
  EXPECT_EQ(page.decided_by, "http");
  EXPECT_EQ(page.text, "<meta charset=iso-8859-9>þ");
}

TEST(Encoding, BelievesMetaWithoutHttp) {
  const auto page = decode_html("<meta charset=iso-8859-9>\xFE\xFD\xD0");
  EXPECT_EQ(page.charset, "windows-1254");
  EXPECT_EQ(page.decided_by, "meta");
  EXPECT_EQ(page.text.substr(25), "şıĞ");
}

TEST(Encoding, BelievesUtf8OverAWrongLabel) {
  const auto page = decode_html("<meta charset=iso-8859-1>Gündem şehir");
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_EQ(page.text.substr(25), "Gündem şehir");
}

TEST(Encoding, DetectsUnderAFalseUtf8Label) {
  const std::string russian =
      "\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0! \xDD\xF2\xEE \xEF\xF0\xEE\xF1\xF2\xEE "
      "\xF2\xE5\xEA\xF1\xF2 \xED\xE0 \xF0\xF3\xF1\xF1\xEA\xEE\xEC \xFF\xE7\xFB\xEA\xE5.";
  const auto page = decode_html(russian, "text/html; charset=utf-8");
  EXPECT_EQ(page.charset, "windows-1251");
  EXPECT_EQ(page.decided_by, "detected");
}

TEST(Encoding, KeepsUtf8WithAFewWrongBytes) {
  const auto page = decode_html("Gündem şehir \xFFx", "text/html; charset=utf-8");
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_EQ(page.text, "Gündem şehir \xEF\xBF\xBDx");
}

TEST(Encoding, ReadsTheXmlDeclaration) {
  const auto feed = decode_xml("\n<?xml version='1.0' encoding='windows-1254'?><a>\xFD</a>");
  EXPECT_EQ(feed.charset, "windows-1254");
  EXPECT_NE(feed.text.find("<a>ı</a>"), std::string::npos);
}

TEST(Encoding, DropsNulAndAlwaysGivesUtf8) {
  EXPECT_EQ(decode_html(std::string_view("a\0b", 3)).text, "ab");
  EXPECT_EQ(decode_html("").text, "");
  EXPECT_EQ(decode_as("\xE9", "latin1"), "é");
  EXPECT_EQ(decode_as("é", "nonsense"), "é");
  EXPECT_EQ(decode_as("\xA4\xA3", "iso-8859-16"), "€Ł");
  EXPECT_TRUE(is_valid_utf8(decode_as("\x81\x30\x81\x30\x84\xFF\x90\x30\x81\x30", "gb18030")));
  EXPECT_EQ(decode_as("\x90\x30\x81\x30", "gb18030"), "\xF0\x90\x80\x80");
}

TEST(Encoding, RepairsByMaximalSubparts) {
  EXPECT_EQ(decode_as("a\xE2\x82z\xF0\x9F\x98", "utf-8"), "a\xEF\xBF\xBDz\xEF\xBF\xBD");
  EXPECT_EQ(decode_as("\xC0\x80", "utf-8"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Encoding, FindsUtf16WithoutAMark) {
  std::string wide;
  for (char c : std::string("<p>plain text of a page</p>")) wide += {c, '\0'};
  EXPECT_EQ(decode_html(wide).text, "<p>plain text of a page</p>");
}

TEST(Encoding, QuotationMarksAreNoControlCharacters) {
  const auto page = decode_html(
      "She said \x93the pier is open\x94 \x96 again and \x93"
      "again\x94.");
  EXPECT_EQ(page.text, "She said “the pier is open” – again and “again”.");
}

TEST(Encoding, OneLetterIsNoStatistics) {
  EXPECT_EQ(decode_html("Hij kwam te laat in het caf\xE9 aan de haven.").text,
            "Hij kwam te laat in het café aan de haven.");
}

TEST(Encoding, TellsTheGreekEncodingsByTheirAlpha) {
  const std::string text =  // "νοιξε το λιμάνι. Πλοία έφτασαν στην πόλη."
      "\xED\xEF\xE9\xEE\xE5 \xF4\xEF \xEB\xE9\xEC\xDC\xED\xE9. \xD0\xEB\xEF\xDF\xE1 "
      "\xDD\xF6\xF4\xE1\xF3\xE1\xED \xF3\xF4\xE7\xED \xF0\xFC\xEB\xE7.";
  EXPECT_EQ(decode_html("\xB6" + text).text.substr(0, 12), "Άνοιξε");
  EXPECT_EQ(decode_html("\xA2" + text).text.substr(0, 12), "Άνοιξε");
}

TEST(Encoding, PrescansAsBrowsersDo) {
  const auto rows = read_rows("encoding/html5lib-encoding.jsonl");
  KAYNAK_NEED_DATA(rows);
  for (const Json& row : rows) {
    if (row["id"].as_string().find("scripted") != std::string::npos)
      continue;  // needs a script engine
    const auto* found = text_detail::prescan_html(row["data"].as_string());
    EXPECT_EQ(found ? found->name : "windows-1252", row["encoding"].as_string())
        << row["id"].as_string() << "\n"
        << row["data"].as_string();
  }
}

TEST(Encoding, DecodesTheTablesOfEncodings) {
  const auto files = read_tar("encoding/encoding-rs-tables.tar.gz");
  KAYNAK_NEED_DATA(files);
  std::size_t all = 0, right = 0;
  for (const auto& [name, bytes] : files) {
    const std::size_t in = name.find("_in.txt");
    if (in == name.npos) continue;
    std::string label = name.substr(0, in);
    if (label == "jis0208") label = "euc-jp";
    if (label == "jis0212") label = "euc-jp";
    label = replace_all(label, "_", "-");
    const auto& reference = files.at(name.substr(0, in) + "_in_ref.txt");
    const std::string text = decode_as(bytes, label == "shift-jis" ? "shift_jis" : label);
    const auto got = split(text, '\n'), want = split(reference, '\n');
    std::size_t ok = 0;
    for (std::size_t i = 0; i < want.size(); ++i) ok += i < got.size() && got[i] == want[i];
    printf("%s: %zu of %zu lines\n", name.c_str(), ok, want.size());
    all += want.size();
    right += ok;
  }
  EXPECT_GE(right, 99626u);
}

TEST(Encoding, TextEncodedTwiceIsDecodedTwice) {
  const std::string latin1 =
      "<meta charset=utf-8><p>Let\u00e2\u0080\u0099s go \u00e2\u0080\u0093 caf\u00c3\u00a9";
  EXPECT_EQ(decode_html(latin1).text, "<meta charset=utf-8><p>Let’s go – café");
  const std::string windows = "<meta charset=utf-8><p>Letâ€™s go â€“ cafÃ© âœ“";
  EXPECT_EQ(decode_html(windows).text, "<meta charset=utf-8><p>Let’s go – café ✓");
}

TEST(Encoding, LettersEncodedOnceStay) {
  for (const std::string text :
       {"<p>Un café très serré, où l’on parle d’âge: «À côté»",
        "<p>About “Ã©” and “â€™”: marks of text encoded twice, as in cafÃ©, "
        "naïve, déjà vu, São Paulo, Zürich, Ålesund, Łódź, Çeşme",
        "<p>Ûñïçødé ÃÃÃ ÂÂÂ âââ", "<p>Đây là tiếng Việt"})
    EXPECT_EQ(decode_html(text).text, text);
}

TEST(Encoding, DetectsUndeclaredEncodings) {
  const auto files = read_tar("encoding/chardet-files.tar.gz");
  KAYNAK_NEED_DATA(files);
  std::size_t right = 0, all = 0;
  for (const auto& [name, bytes] : files) {
    std::string label = ascii_lower(name.substr(0, name.find('/')));
    for (const char* language :
         {"-turkish", "-croatian", "-czech", "-hungarian", "-polish", "-slovak", "-bulgarian",
          "-russian", "-arabic", "-greek", "-romanian", "-slovene", "-hebrew"})
      label = replace_all(label, language, "");
    label = label == "maccyrillic"                   ? "x-mac-cyrillic"
            : label == "utf-8-sig"                   ? "utf-8"
            : label == "utf-16" || label == "utf-32" ? ""
            : label == "macroman"                    ? "macintosh"
                                                     : label;
    const auto found = decode_html(bytes);
    ++all;
    const bool ok =
        label.empty() ? found.decided_by == "bom"
                      : text_detail::find_encoding(label) && found.text == decode_as(bytes, label);
    right += ok;
    if (!ok && getenv("KAYNAK_TEST_VERBOSE"))
      printf("%s: %s (%s)\n", name.c_str(), found.charset.c_str(), found.decided_by.c_str());
  }
  printf("chardet files: %zu of %zu\n", right, all);
  EXPECT_GE(right, 207u);
}

}  // namespace
}  // namespace kaynak
