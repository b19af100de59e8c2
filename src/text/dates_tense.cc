#include "text/dates_tense.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace kaynak::text_detail {
namespace {

/// Cues of a language, lower case between blanks: '_' for a blank inside two words, '-' before an
/// ending (of words that begin with a small letter and are longer than it by two letters).
struct TenseWords {
  std::string_view language, future, past, boundary;
  bool verb_last;  ///< the verb stands behind its date
};

// clang-format off
constexpr TenseWords kTenses[] = {
    {"en",
     "will ll shall won going_to is_to are_to be_held due would should plans plan planned expects expected scheduled slated booked postponed set_to set_for opens begins starts meets hopes aims ahead",
     "said says told was were had has have did came went fell rose won lost made took met held began left found ran saw gave got sent hit led built struck died -ed",
     "that which who because but", false},
    {"es", "va_a van_a prevé prevén previsto prevista convocado convocada convocada reúne reúnen empieza empiezan comienza comienzan arranca celebra inaugura -rá -rán -remos",
     "fue fueron ha han haya hayan había habían era eran dijo dijeron tuvo hizo -ó -aron -ieron", "que porque pero", false},
    {"ca", "preveu prevista previst convocat convocada comença comencen es_reuneix es_reuneixen -rà -ran -rem",
     "va van vaig ha han havia havien era eren", "que perquè però", false},
    {"pt", "vai vão prevê previsto prevista marcada marcado começa reúne-se -rá -rão", "foi foram tinha tinham tenha tenham havia era eram disse teve fez -ou -aram -eram -iram -avam -inham", "que porque mas", false},
    {"it", "prevede previsto prevista si_riunisce inizia comincia -rà -ranno", "ha hanno abbia abbiano aveva avevano era erano fu aveva detto", "che perché ma", false},
    {"fr", "va vont prévoit prévu prévue doit doivent commence débute se_réunit se_réunissent -ra -ront", "a ont ait aient était étaient fut avait avaient dit", "que qui mais", false},
    {"de", "wird werden soll sollen will wollen plant planen geplant beginnt beginnen startet starten öffnet spielt spielen tritt treten empfängt empfangen gastiert gastieren trifft treffen steht endet reist stimmt entscheidet erwartet könnte könnten", "hat haben hatte hatten war waren wurde wurden sagte sagten teilte erklärte meldete kam ging begann fand", "dass weil aber", false},
    {"nl", "zal zullen gaat gaan wordt worden begint", "heeft hebben had hadden was waren werd werden zei meldde", "dat omdat maar", false},
    {"ru", "будет будут пройдёт пройдет пройдут состоится состоятся начнётся начнется начнутся откроется откроют соберутся соберётся встретятся планирует планируют намерен намерена намерены должен должна должны ожидается ожидают обещают запланирован запланирована запланировано",
     "был была было были -л -ла -ло -ли -лся -лась -лось -лись", "что который которая но", false},
    {"uk", "буде будуть відбудеться відбудуться пройде почнеться відкриють планує планують -тиме -тимуть", "був була було були -ла -ло -ли -вся -лася -лися", "що який яка але", false},
    {"pl", "będzie będą odbędzie odbędą rozpocznie zostanie zostaną ruszy spotkają planuje planują ma mają odbyć spotkać wygasa wygasają kończy rozpoczyna startuje zagra zagrają zmierzy zmierzą podejmie zapadnie", "był była było byli -ł -ła -ło -li -ły", "że który która ale", false},
    {"tr", "kaldı ertelendi bırakıldı -ecek -acak -ecekler -acaklar -ecektir -acaktır -eceğini -acağını -eceklerini -acaklarını -eceği -acağı",
     "-dı -di -du -dü -tı -ti -tu -tü -dılar -diler -mış -miş -muş -müş", "", true},
    {"vi", "sẽ dự_kiến sắp diễn_ra", "đã vừa cho_biết đưa_tin", "rằng", false},
    {"ar", "سوف سيكون ستكون سيتم ستتم سيجتمع ستجتمع سيجتمعون سيعقد ستعقد سيعقدون سيبدأ ستبدأ سيفتح ستفتح سيفتتح ستفتتح سيصل ستصل سينطلق ستنطلق ستقام سيقام سيلتقي ستلتقي يعتزم تعتزم المقرر المقبل",
     "قال قالت أعلن أعلنت كان كانت أكد أكدت أفاد أفادت ذكر ذكرت", "أن", false},
    {"zh", "将 將", "", "", false},
};
// clang-format on

constexpr int kReach = 30;     // tokens; longer sentences have other verbs
constexpr int kBoundary = 8;   // tokens that a comma or "that" between counts for
constexpr int kWrongSide = 2;  // tokens that the less likely side counts for

const TenseWords* words_of(std::string_view language) {
  for (const TenseWords& words : kTenses)
    if (words.language == language) return &words;
  return nullptr;
}

/// Whether `word` (or, with '_', `pair`) is in a list; `small`: it begins with a small letter.
bool listed(std::string_view list, std::string_view word, std::string_view pair, bool small) {
  constexpr std::size_t beyond = 2;
  while (!list.empty()) {
    std::size_t end = 0;  // words are short: a loop is sooner there than a call
    while (end < list.size() && list[end] != ' ') ++end;
    const std::string_view entry = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (entry == word || entry == pair) return true;
    if (entry.size() > 1 && entry[0] == '-' && small && word.ends_with(entry.substr(1)) &&
        count_code_points(word) >= count_code_points(entry) - 1 + beyond)
      return true;
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<DateToken>& tokens, const TenseWords& words)
      : text_(text), tokens_(tokens), words_(words) {}

  Tense at(std::size_t date) {
    look(date, -1, words_.verb_last ? kWrongSide : 0);
    look(date, 1, words_.verb_last ? 0 : kWrongSide);
    return best_;
  }

 private:
  std::string_view written(std::size_t i) const {
    return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  }

  bool ends_sentence(std::size_t i) const {
    const DateToken& t = tokens_[i];
    if (t.kind != DateToken::mark) return false;
    if (t.c == '!' || t.c == '?' || t.c == 0x2026 || t.c == '\n' || t.c == 0x3002) return true;
    return t.c == '.' && (i + 1 >= tokens_.size() || !tokens_[i + 1].glued);
  }

  bool parts(std::size_t i) const {
    const DateToken& t = tokens_[i];
    if (t.kind == DateToken::mark) return t.c == ',' || t.c == ';' || t.c == ':' || t.c == 0x2014;
    return listed(words_.boundary, lower(written(i)), {}, false);
  }

  Tense of(std::size_t i) const {
    if (tokens_[i].kind != DateToken::word || tokens_[i].entry != nullptr) return Tense::unknown;
    std::size_t first = 0;
    const std::string_view as_written = written(i);
    const bool small = !is_upper(next_code_point(as_written, &first));
    const std::string word = lower(as_written);
    std::string pair;
    if (i + 1 < tokens_.size() && tokens_[i + 1].kind == DateToken::word)
      pair = word + "_" + lower(written(i + 1));
    if (word.ends_with("ed") && i > 0 && tokens_[i - 1].kind == DateToken::word &&
        written(i - 1) == "be")
      return Tense::unknown;  // "will be announced"
    if (listed(words_.future, word, pair, small)) return Tense::future;
    return listed(words_.past, word, pair, small) ? Tense::past : Tense::unknown;
  }

  void look(std::size_t date, int step, int distance) {
    for (int n = 1; n <= kReach; ++n) {
      const auto i = static_cast<std::size_t>(static_cast<long>(date) + n * step);
      if (i >= tokens_.size() || ends_sentence(i)) return;  // also below zero
      ++distance;
      if (parts(i)) distance += kBoundary;
      const Tense tense = of(i);
      if (tense == Tense::unknown) continue;
      if (best_ == Tense::unknown || distance < best_distance_) {
        best_ = tense;
        best_distance_ = distance;
      }
      return;
    }
  }

  std::string_view text_;
  const std::vector<DateToken>& tokens_;
  const TenseWords& words_;
  Tense best_ = Tense::unknown;
  int best_distance_ = 0;
};

}  // namespace

Tense tense_at(std::string_view text, const std::vector<DateToken>& tokens, std::size_t i,
               std::string_view language) {
  const TenseWords* words = words_of(language);
  return words == nullptr ? Tense::unknown : Reader(text, tokens, *words).at(i);
}

bool writes_months_small(std::string_view language) {
  static constexpr std::string_view small[] = {"es", "ca", "pt", "it", "fr",
                                               "nl", "ru", "uk", "pl"};
  return std::find(std::begin(small), std::end(small), language) != std::end(small);
}

}  // namespace kaynak::text_detail
