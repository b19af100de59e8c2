#include "pipeline/near_names.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "base/strings.h"

namespace kaynak {
namespace {

constexpr std::size_t kCompared = 64;

/// Insertions, deletions, changes and swaps of neighbours between two short words.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), 0u);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] =
          std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before = std::exchange(last, now);
  }
  return last[b.size()];
}

/// How far a name is; nothing where nobody could have meant it.
std::optional<std::size_t> distance(std::string_view word, std::string_view name) {
  if (word.size() >= 3 && name.find(word) != std::string_view::npos) return 1;
  const auto edits = edit_distance(word, name);
  return edits <= std::max<std::size_t>(1, word.size() / 3) ? std::optional(edits) : std::nullopt;
}

}  // namespace

std::vector<std::string> near_names(std::string_view word, const std::vector<std::string>& names,
                                    std::size_t most) {
  const auto wanted = ascii_lower(word.substr(0, kCompared));
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const auto& name : names)
    if (const auto far = distance(wanted, ascii_lower(std::string_view(name).substr(0, kCompared))))
      found.emplace_back(*far, name);
  std::sort(found.begin(), found.end());
  std::vector<std::string> out;
  for (auto& [far, name] : found)
    if (out.size() < most && std::find(out.begin(), out.end(), name) == out.end())
      out.push_back(std::move(name));
  return out;
}

}  // namespace kaynak
