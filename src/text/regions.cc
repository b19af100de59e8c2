#include "text/regions.h"

#include <algorithm>

#include "base/strings.h"

namespace kaynak {
namespace {

/// Two-letter codes, one blank between them.
constexpr std::string_view kCountries =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA "
    "ZM ZW";

constexpr std::string_view kLanguages =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu iw ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la "
    "lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj "
    "om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// Their registries sell to everybody, so they say nothing of where an outlet is.
constexpr std::string_view kSoldEverywhere =
    "AC AG AI AM AS BZ CC CD CO DJ FM GG GS IM IO JE LA LY ME MS MU NU PN PW SC SH SO ST SX TC TK "
    "TO "
    "TV VC VG VU WS";

bool holds(std::string_view codes, std::string_view code) {
  if (code.size() != 2) return false;
  for (std::size_t i = 0; i < codes.size(); i += 3)
    if (codes.substr(i, 2) == code) return true;
  return false;
}

bool is_letters(std::string_view s) {
  return std::all_of(s.begin(), s.end(),
                     [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
}

bool is_letters_or_digits(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
  });
}

std::string ascii_upper(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

std::string subtag_problem(std::string_view subtag) {
  if (subtag.empty() || subtag.size() > 8 || !is_letters_or_digits(subtag))
    return "'" + std::string(subtag) + "' is no part of a language tag";
  const auto region = ascii_upper(subtag);
  if (subtag.size() != 2 || !is_letters(subtag) || is_country(region) || region == "EU") return {};
  return "'" + region + "' is no country" + (region == "UK" ? " (the United Kingdom is GB)" : "");
}

}  // namespace

bool is_country(std::string_view code) { return holds(kCountries, code); }

std::string country_of_host(std::string_view host) {
  while (host.ends_with('.')) host.remove_suffix(1);
  const auto dot = host.rfind('.');
  if (dot == std::string_view::npos) return {};
  const auto code = ascii_upper(host.substr(dot + 1));
  if (code == "UK") return "GB";
  return is_country(code) && !holds(kSoldEverywhere, code) ? code : std::string();
}

std::string language_tag_problem(std::string_view tag) {
  const auto parts = split(tag, '-');
  const auto primary = parts.front();
  if (primary.size() < 2 || primary.size() > 3 || !is_letters(primary))
    return "'" + std::string(tag) + "' is no language tag; write \"en\" or \"pt-BR\"";
  if (primary.size() == 2 && !holds(kLanguages, ascii_lower(primary)))
    return "'" + std::string(primary) + "' is no language of ISO 639-1";
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].size() == 1) return {};  // an extension or private use: theirs to define
    if (auto problem = subtag_problem(parts[i]); !problem.empty()) return problem;
  }
  return {};
}

}  // namespace kaynak
