#include "trace/sentence_match.h"

#include <algorithm>
#include <unordered_map>

namespace kaynak::trace_detail {
namespace {

/// Entries looked at in all parts together: texts made to split off one entry at a time end here.
constexpr std::size_t kMostWork = 4'000'000;

struct Part {
  std::uint32_t a_begin, a_end, b_begin, b_end;
};

class Matcher {
 public:
  Matcher(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b,
          std::size_t most_cells)
      : a_(a), b_(b), most_cells_(most_cells) {}

  std::vector<Match> run() {
    parts_.push_back(
        {0, static_cast<std::uint32_t>(a_.size()), 0, static_cast<std::uint32_t>(b_.size())});
    while (!parts_.empty()) {
      auto part = parts_.back();
      parts_.pop_back();
      take_ends(&part);
      if (part.a_begin == part.a_end || part.b_begin == part.b_end) continue;
      work_ += part.a_end - part.a_begin + part.b_end - part.b_begin;
      if (work_ > kMostWork) continue;
      const auto anchors = longest_rising(unique_in_both(part));
      if (anchors.empty())
        take_common(part);
      else
        split(part, anchors);
    }
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  void take_ends(Part* p) {
    for (; p->a_begin < p->a_end && p->b_begin < p->b_end && a_[p->a_begin] == b_[p->b_begin];
         ++p->a_begin, ++p->b_begin)
      found_.emplace_back(p->a_begin, p->b_begin);
    for (; p->a_begin < p->a_end && p->b_begin < p->b_end && a_[p->a_end - 1] == b_[p->b_end - 1];
         --p->a_end, --p->b_end)
      found_.emplace_back(p->a_end - 1, p->b_end - 1);
  }

  /// Entries that occur once in each half of the part, in the order of `a`.
  std::vector<Match> unique_in_both(const Part& p) const {
    struct Seen {
      std::uint32_t in_a = 0, in_b = 0, at_b = 0;
    };
    std::unordered_map<std::uint64_t, Seen> seen;
    for (auto i = p.a_begin; i < p.a_end; ++i) ++seen[a_[i]].in_a;
    for (auto j = p.b_begin; j < p.b_end; ++j)
      if (const auto it = seen.find(b_[j]); it != seen.end())
        ++it->second.in_b, it->second.at_b = j;
    std::vector<Match> out;
    for (auto i = p.a_begin; i < p.a_end; ++i)
      if (const auto& s = seen[a_[i]]; s.in_a == 1 && s.in_b == 1) out.emplace_back(i, s.at_b);
    return out;
  }

  /// The longest subsequence whose second members rise (patience sorting).
  static std::vector<Match> longest_rising(const std::vector<Match>& all) {
    std::vector<std::size_t> tails, before(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto pile =
          std::lower_bound(tails.begin(), tails.end(), all[i].second,
                           [&](std::size_t t, std::uint32_t at) { return all[t].second < at; });
      before[i] = pile == tails.begin() ? i : *(pile - 1);
      if (pile == tails.end())
        tails.push_back(i);
      else
        *pile = i;
    }
    std::vector<Match> out;
    if (tails.empty()) return out;
    for (auto i = tails.back();; i = before[i]) {
      out.push_back(all[i]);
      if (before[i] == i) break;
    }
    std::reverse(out.begin(), out.end());
    return out;
  }

  void split(const Part& p, const std::vector<Match>& anchors) {
    Part next = p;
    for (const auto& [i, j] : anchors) {
      found_.emplace_back(i, j);
      parts_.push_back({next.a_begin, i, next.b_begin, j});
      next.a_begin = i + 1;
      next.b_begin = j + 1;
    }
    parts_.push_back(next);
  }

  void take_common(const Part& p) {
    const std::size_t rows = p.a_end - p.a_begin, columns = p.b_end - p.b_begin;
    if (rows > most_cells_ / columns) return;
    std::vector<std::uint32_t> length((rows + 1) * (columns + 1));
    const auto cell = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
      return length[i * (columns + 1) + j];
    };
    const auto same = [&](std::size_t i, std::size_t j) {
      return a_[p.a_begin + i] == b_[p.b_begin + j];
    };
    for (auto i = rows; i-- > 0;)
      for (auto j = columns; j-- > 0;)
        cell(i, j) = same(i, j) ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (same(i, j))
        found_.emplace_back(p.a_begin + i++, p.b_begin + j++);
      else if (cell(i + 1, j) >= cell(i, j + 1))
        ++i;
      else
        ++j;
    }
  }

  const std::vector<std::uint64_t>& a_;
  const std::vector<std::uint64_t>& b_;
  const std::size_t most_cells_;
  std::size_t work_ = 0;
  std::vector<Part> parts_;
  std::vector<Match> found_;
};

}  // namespace

std::vector<Match> match_in_order(const std::vector<std::uint64_t>& a,
                                  const std::vector<std::uint64_t>& b, std::size_t most_cells) {
  return Matcher(a, b, most_cells).run();
}

}  // namespace kaynak::trace_detail
