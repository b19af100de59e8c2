#include "text/folded_text.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

/// Bytes of the white space or soft hyphen at `s[i]`; 0 for anything else.
struct Blank {
  int size = 0;
  bool is_space = false;
};

Blank blank_at(std::string_view s, std::size_t i) {
  const auto c = static_cast<unsigned char>(s[i]);
  if (c <= 0x20) return {1, true};
  if (c < 0xc2) return {};
  const auto c1 = i + 1 < s.size() ? static_cast<unsigned char>(s[i + 1]) : 0;
  if (c == 0xc2) return c1 == 0xa0 ? Blank{2, true} : c1 == 0xad ? Blank{2, false} : Blank{};
  const auto c2 = i + 2 < s.size() ? static_cast<unsigned char>(s[i + 2]) : 0;
  if (c == 0xe2 && c1 == 0x80) {
    if (c2 == 0x8b) return {3, true};  // zero width space
    if (c2 <= 0x8a || c2 == 0xa8 || c2 == 0xa9 || c2 == 0xaf) return {3, true};
    if (c2 == 0x8e || c2 == 0x8f) return {3, false};  // direction marks
  }
  if (c == 0xe3 && c1 == 0x80 && c2 == 0x80) return {3, true};
  if (c == 0xef && c1 == 0xbb && c2 == 0xbf) return {3, true};
  return {};
}

}  // namespace

void FoldedText::add_run(const Run& run) {
  if (run.size == 0) return;
  Run* const last = runs_.empty() ? nullptr : &runs_.back();
  if (last && last->exact() && run.exact() && last->at + last->size == run.at &&
      last->source + last->source_size == run.source)
    last->size += run.size, last->source_size += run.size;
  else
    runs_.push_back(run);
}

/// `whole` is a word that NFC changed: it falls into the few code points of the page that each
/// stand for the next of the composed ones. More marks on one letter than that make one run to its
/// end.
void FoldedText::add_runs_of_changed(std::string_view composed, std::string_view word, Run whole) {
  constexpr int most_parts = 8;
  while (!word.empty()) {
    std::size_t size = 0, stop = 0;
    for (int parts = 0; size == 0 && parts < most_parts && stop < word.size(); ++parts) {
      next_code_point(word, &stop);
      const std::string letter = nfc(word.substr(0, stop));
      if (composed.starts_with(letter)) size = letter.size();
    }
    if (size == 0) return add_run(whole);
    add_run({whole.at, whole.source, static_cast<std::uint32_t>(size),
             static_cast<std::uint32_t>(stop)});
    whole.at += static_cast<std::uint32_t>(size), whole.size -= static_cast<std::uint32_t>(size);
    whole.source += static_cast<std::uint32_t>(stop);
    whole.source_size -= static_cast<std::uint32_t>(stop);
    composed.remove_prefix(size), word.remove_prefix(stop);
  }
}

namespace {

/// Size of the run of ASCII words, single blanks between them, at the beginning of `s`. A word that
/// goes on in other characters is left out: those may compose with its last letter.
std::size_t ascii_run(std::string_view s) {
  const auto plain = [&](std::size_t i) {
    return i < s.size() && static_cast<unsigned char>(s[i] - 0x21) < 0x5f;
  };
  std::size_t end = 0, i = 0;
  while (plain(i)) {
    while (plain(i)) ++i;
    if (i < s.size() && static_cast<unsigned char>(s[i]) >= 0x80) return end;
    end = i;
    if (i == s.size() || s[i] != ' ' || !plain(i + 1)) return end;
    ++i;
  }
  return end;
}

}  // namespace

void FoldedText::append(std::string_view page_text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view s = page_text.substr(begin, end - begin);
  std::size_t i = 0;
  while (i < s.size()) {
    if (const Blank blank = blank_at(s, i); blank.size > 0) {
      if (blank.is_space) part();
      i += static_cast<std::size_t>(blank.size);
      continue;
    }
    std::size_t stop = i + ascii_run(s.substr(i));
    if (stop == i)
      for (++stop; stop < s.size() && blank_at(s, stop).size == 0;) ++stop;
    if (blank_pending_) text_ += ' ', blank_pending_ = false;
    const auto at = static_cast<std::uint32_t>(text_.size());
    const std::string_view word = s.substr(i, stop - i);
    const Run run{at, begin + static_cast<std::uint32_t>(i),
                  static_cast<std::uint32_t>(word.size()), static_cast<std::uint32_t>(word.size())};
    if (is_ascii(word)) {
      text_ += word;
      add_run(run);
    } else {
      const std::string composed = nfc(word);
      text_ += composed;
      if (composed == word)
        add_run(run);
      else
        add_runs_of_changed(
            composed, word,
            {at, run.source, static_cast<std::uint32_t>(composed.size()), run.source_size});
    }
    i = stop;
  }
}

const FoldedText::Run* FoldedText::run_at(std::uint32_t at) const {
  const auto it = std::upper_bound(runs_.begin(), runs_.end(), at,
                                   [](std::uint32_t a, const Run& r) { return a < r.at; });
  return it == runs_.begin() ? nullptr : &*(it - 1);
}

std::uint32_t FoldedText::source_begin(std::uint32_t at) const {
  const Run* const run = run_at(at);
  if (!run) return 0;
  if (at - run->at >= run->size) return run->source + run->source_size;
  return run->source + (run->exact() ? at - run->at : 0);
}

std::uint32_t FoldedText::source_end(std::uint32_t at) const {
  const Run* const run = at == 0 ? nullptr : run_at(at - 1);
  if (!run) return 0;
  return run->source + (run->exact() ? std::min(at - run->at, run->source_size) : run->source_size);
}

}  // namespace kaynak
