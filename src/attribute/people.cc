#include <algorithm>

#include "attribute/speakers.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_people = 600;  // a page: beyond it names are not collected

/// Equal, or apart in their endings (Иванов, Иванова).
bool like(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  return n >= 5 && n * 4 >= std::max(a.size(), b.size()) * 3;
}

std::vector<std::string> name_words(const Scan& scan, WordRange r) {
  std::vector<std::string> words;
  for (std::uint32_t i = r.first; i < r.last; ++i)
    if (!(scan.is(i, k_particle) && !scan.tokens[i].capital)) words.emplace_back(scan.fold_at(i));
  return words;
}

}  // namespace

People::Person* People::find(const std::vector<std::string>& words) {
  for (Person& p : people_)
    if (p.words == words) return &p;
  return nullptr;
}

void People::collect(const Scan& scan, const Language& language) {
  for (std::uint32_t i = 0; i < scan.size();) {
    const WordRange run = capital_run(scan, i);
    if (run.empty()) {
      ++i;
      continue;
    }
    i = run.last;
    const WordRange name = name_in_run(scan, run);
    if (name.size() > 4 || !looks_like_person(scan, name, language)) continue;
    const std::vector<std::string> words = name_words(scan, name);
    if (Person* known = find(words))
      ++known->seen;
    else if (people_.size() < max_people)
      people_.push_back({std::string(scan.words(name.first, name.last)), words, 1});
  }
}

void People::add(std::string name, const AttributionData::Impl& data) {
  static const Language none;
  const Scan scan = data.scan(name, none);
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < scan.size(); ++i) words.emplace_back(scan.fold_at(i));
  if (words.size() >= 2 && !find(words) && people_.size() < max_people)
    people_.push_back({std::move(name), std::move(words), 1});
}

std::string People::fullest(const Scan& scan, WordRange written) const {
  const std::vector<std::string> words = name_words(scan, written);
  if (words.empty()) return {};
  const Person* best = nullptr;
  std::uint32_t best_score = 0;
  for (const Person& p : people_) {
    const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& w) {
      return std::any_of(p.words.begin(), p.words.end(), [&](const auto& v) { return like(w, v); });
    });
    if (!all) continue;
    const bool surname = like(p.words.back(), words.back());
    const bool exact = std::find(p.words.begin(), p.words.end(), words.back()) != p.words.end();
    const std::uint32_t score = 1 + (surname ? 4000 : 0) + (exact ? 2000 : 0) +
                                std::min(p.seen, 99u) * 10 +
                                static_cast<std::uint32_t>(p.words.size());
    if (score > best_score) best = &p, best_score = score;
  }
  return best ? best->name : std::string();
}

}  // namespace kaynak::attribute_detail
