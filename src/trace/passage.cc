#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "base/strings.h"
#include "text/unicode.h"
#include "trace/trace.h"

namespace kaynak {
namespace {

constexpr std::size_t kSeedWords = 5;
constexpr std::size_t kMaxPlaces =
    32;  // of one run of words: enough to find the longest match, bounded for repeated text

struct Words {
  std::string text;
  std::vector<std::string_view> views;
  std::vector<std::uint64_t> hashes;

  explicit Words(std::string t) : text(std::move(t)), views(words(text)) {
    hashes.reserve(views.size());
    for (const auto view : views) hashes.push_back(hash64(fold(view)));
  }
  Words(const Words&) = delete;
  std::uint64_t seed_at(std::size_t i) const {
    return hash64({reinterpret_cast<const char*>(&hashes[i]), kSeedWords * sizeof hashes[i]});
  }
  bool has_seed(std::size_t i) const { return i + kSeedWords <= hashes.size(); }
};

std::size_t match_length(const Words& a, std::size_t i, const Words& b, std::size_t j) {
  std::size_t n = 0;
  while (i + n < a.hashes.size() && j + n < b.hashes.size() && a.hashes[i + n] == b.hashes[j + n])
    ++n;
  return n;
}

}  // namespace

std::string shared_passage(const Article& a, const Article& b, std::size_t max_bytes) {
  const Words from(body_text(a)), to(body_text(b));
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places;
  for (std::size_t i = 0; from.has_seed(i); ++i)
    if (auto& list = places[from.seed_at(i)]; list.size() < kMaxPlaces) list.push_back(i);
  std::size_t best = 0, begin = 0;
  for (std::size_t j = 0; to.has_seed(j); ++j) {
    const auto found = places.find(to.seed_at(j));
    if (found == places.end()) continue;
    std::size_t longest = 0;
    for (const auto i : found->second) longest = std::max(longest, match_length(from, i, to, j));
    if (longest > best) best = longest, begin = j;
    if (longest > 1)
      j += longest - kSeedWords;  // no longer match begins inside this one but in its last words
  }
  if (best < kSeedWords) return {};
  const char* start = to.views[begin].data();
  const auto& last = to.views[begin + best - 1];
  const std::string_view passage(start,
                                 static_cast<std::size_t>(last.data() + last.size() - start));
  return fold_space(clip_utf8(passage, max_bytes));
}

}  // namespace kaynak
