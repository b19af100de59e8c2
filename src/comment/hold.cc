// What a moderator should look at. The constants were chosen on every second comment of the YouTube
// Spam Collection (hold_test.cc measures on the others): letters 20 to 120 and shares 0.6 to 0.8
// for capitals, words 8 to 20 and shares 0.3 to 0.5 for repetition, and taken where false alarms
// fell.
#include <algorithm>
#include <array>
#include <set>

#include "base/strings.h"
#include "comment/comment.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

constexpr std::size_t kShoutLetters = 60;
constexpr double kShoutShare = 0.7;
constexpr std::size_t kRepeatWords = 12;
constexpr double kRepeatDifferent = 0.4;
constexpr std::size_t kRepeatRun = 5;

/// Who asks for an audience, a click or money asks in such words, whatever the page is about.
constexpr std::array kAdvertising = {
    // English
    "subscribe",
    "suscribe",
    "subscribers",
    "sub 4 sub",
    "check out",
    "check it out",
    "check this out",
    "check my",
    "checkout",
    "my channel",
    "our channel",
    "my chanel",
    "my videos",
    "my video",
    "my music",
    "our music",
    "my page",
    "my site",
    "my blog",
    "my website",
    "follow me",
    "visit my",
    "visit our",
    "please like",
    "like this comment",
    "thumbs up if",
    "thumbs up for",
    "earn money",
    "make money",
    "work from home",
    "free money",
    "giveaway",
    "gift card",
    "gift cards",
    "click here",
    "click the link",
    "add me",
    "share my",
    "promo code",
    "discount code",
    "my cover",
    "my covers",
    "my song",
    "my songs",
    // Spanish, Catalan
    "mi canal",
    "suscríbete",
    "suscríbanse",
    "sígueme",
    "visita mi",
    "ganar dinero",
    "gana dinero",
    "haz clic",
    "el meu canal",
    "subscriu te",
    "guanyar diners",
    // Turkish
    "kanalıma",
    "abone ol",
    "abone olun",
    "takip edin",
    "para kazan",
    "para kazanmak",
    "tıklayın",
    // Vietnamese
    "kênh của mình",
    "kênh của tôi",
    "đăng ký kênh",
    "kiếm tiền",
    "bấm vào đây",
    // Russian
    "мой канал",
    "на мой канал",
    "подпишись",
    "подписывайтесь",
    "заработать деньги",
    "заработок",
    "переходи по ссылке",
    // Arabic
    "قناتي",
    "اشترك في",
    "اشتركوا في",
    "اربح المال",
    "اضغط هنا",
};

constexpr std::array<std::string_view, 20> kDomains = {
    "com",    "net",  "org",  "info",  "biz",   "xyz", "top", "shop", "club", "site",
    "online", "live", "link", "click", "store", "ru",  "tk",  "ly",   "co",   "tv"};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80);
}

/// "name.com", "name.com/path": a known domain after a word, where the word ends.
bool has_domain(std::string_view chunk) {
  for (std::size_t dot = chunk.find('.', 1); dot != std::string_view::npos;
       dot = chunk.find('.', dot + 1)) {
    if (!is_word_byte(chunk[dot - 1])) continue;
    std::size_t end = dot + 1;
    while (end < chunk.size() && is_word_byte(chunk[end])) ++end;
    const std::string_view label = chunk.substr(dot + 1, end - dot - 1);
    if (std::find(kDomains.begin(), kDomains.end(), label) != kDomains.end()) return true;
  }
  return false;
}

/// Different addresses in the text, whether a browser would link them or not. `fold` has made full
/// width letters ASCII.
std::size_t count_links(std::string_view text) {
  const std::string folded = fold_space(fold(text));
  std::set<std::string_view> links;
  for (const std::string_view chunk : split(folded, ' '))
    if (chunk.find("://") != std::string_view::npos ||
        chunk.find("www.") != std::string_view::npos || has_domain(chunk))
      links.insert(chunk);
  return links.size();
}

bool shouts(std::string_view text) {
  std::size_t letters = 0, capitals = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    letters += is_letter(c);
    capitals += is_upper(c);
  }
  return letters >= kShoutLetters &&
         static_cast<double>(capitals) >= kShoutShare * static_cast<double>(letters);
}

bool repeats(const std::vector<std::string_view>& tokens) {
  std::size_t run = 1;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    run = tokens[i] == tokens[i - 1] ? run + 1 : 1;
    if (run >= kRepeatRun) return true;
  }
  const std::set<std::string_view> different(tokens.begin(), tokens.end());
  return tokens.size() >= kRepeatWords && static_cast<double>(different.size()) <
                                              kRepeatDifferent * static_cast<double>(tokens.size());
}

const std::vector<std::pair<std::string, std::string>>& advertising_tokens() {
  static const auto list = [] {
    std::vector<std::pair<std::string, std::string>> tokens;
    for (const char* phrase : kAdvertising)
      tokens.emplace_back(" " + search_tokens(phrase) + " ", phrase);
    return tokens;
  }();
  return list;
}

}  // namespace

std::vector<std::string> hold_reasons(std::string_view author, std::string_view text,
                                      const CommentRules& rules) {
  std::vector<std::string> reasons;
  const std::size_t links = count_links(std::string(author) + " " + std::string(text));
  if (links > rules.max_links)
    reasons.push_back(std::to_string(links) + (links == 1 ? " link" : " links"));
  const std::string tokens = search_tokens(text);
  const std::string padded = " " + tokens + " ";
  for (const auto& [phrase, written] : advertising_tokens())
    if (padded.find(phrase) != std::string::npos) {
      reasons.push_back("advertises: \"" + written + "\"");
      break;
    }
  if (shouts(text)) reasons.push_back("mostly capitals");
  if (repeats(split(tokens, ' '))) reasons.push_back("the same words over and over");
  return reasons;
}

}  // namespace kaynak
