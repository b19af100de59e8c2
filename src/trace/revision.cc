#include "trace/revision.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "text/numbers.h"
#include "trace/sentence_match.h"
#include "trace/sentences_of.h"

namespace kaynak {
namespace {

using namespace trace_detail;

constexpr double kPair = 0.4;  // share of words from which two sentences are one, reworded
constexpr std::size_t kMostPairs = 2500;  // comparisons in one gap

bool same_numbers(std::string_view a, std::string_view b, std::string_view language) {
  const auto values = [&](std::string_view text) {
    std::vector<std::string> out;
    for (const auto& number : find_numbers(text, language)) out.push_back(number.value);
    std::sort(out.begin(), out.end());
    return out;
  };
  return values(a) == values(b);
}

/// What stands between two sentences that both versions have.
struct Gap {
  std::uint32_t at = 0;  ///< in the later version
  std::vector<std::uint32_t> removed, added;
};

class Differ {
 public:
  Differ(const Article& before, const Article& after)
      : language_(after.language.value), a_(sentences_of(before)), b_(sentences_of(after)) {}

  std::vector<SentenceChange> run() {
    const auto matches = match_in_order(hashes(a_), hashes(b_));
    std::uint32_t i = 0, j = 0;
    for (const auto& [at_a, at_b] : matches) {
      gaps_.push_back(gap(&i, at_a, &j, at_b));
      matched(i++, j++);
    }
    gaps_.push_back(
        gap(&i, static_cast<std::uint32_t>(a_.size()), &j, static_cast<std::uint32_t>(b_.size())));
    take_moved();
    for (auto& g : gaps_) fill(g);
    std::stable_sort(out_.begin(), out_.end(),
                     [](const Placed& x, const Placed& y) { return x.order < y.order; });
    std::vector<SentenceChange> changes;
    for (auto& placed : out_) changes.push_back(std::move(placed.change));
    return changes;
  }

 private:
  /// A change with where a reader of the later version comes upon it: 2j for what is gone before
  /// sentence j, 2j + 1 for that sentence itself.
  struct Placed {
    std::uint32_t order;
    SentenceChange change;
  };

  static std::vector<std::uint64_t> hashes(const std::vector<ComparedSentence>& list) {
    std::vector<std::uint64_t> out;
    for (const auto& sentence : list) out.push_back(sentence.hash);
    return out;
  }

  static Gap gap(std::uint32_t* i, std::uint32_t i_end, std::uint32_t* j, std::uint32_t j_end) {
    Gap g;
    g.at = *j;
    for (; *i < i_end; ++*i) g.removed.push_back(*i);
    for (; *j < j_end; ++*j) g.added.push_back(*j);
    return g;
  }

  void pair(ChangeKind kind, std::uint32_t i, std::uint32_t j) {
    const auto &a = a_[i], &b = b_[j];
    const bool typography = a.hash == b.hash && kind == ChangeKind::changed;
    SentenceChange c{
        kind, ChangeWeight::text, std::string(a.text), std::string(b.text), a.place, b.place,
        false};
    if (typography) c.weight = ChangeWeight::typography;
    if (a.furniture && b.furniture) c.weight = ChangeWeight::furniture;
    if (a.hash != b.hash) c.numbers = !same_numbers(a.text, b.text, language_);
    out_.push_back({2 * j + 1, std::move(c)});
  }

  void matched(std::uint32_t i, std::uint32_t j) {
    if (a_[i].text != b_[j].text) pair(ChangeKind::changed, i, j);
  }

  /// The same sentence gone here and come there.
  void take_moved() {
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> gone;
    for (const auto& g : gaps_)
      for (const auto i : g.removed) gone[a_[i].hash].push_back(i);
    std::vector<bool> taken(a_.size());
    for (auto& g : gaps_)
      std::erase_if(g.added, [&](std::uint32_t j) {
        const auto it = gone.find(b_[j].hash);
        if (it == gone.end() || it->second.empty()) return false;
        taken[it->second.back()] = true;
        pair(ChangeKind::moved, it->second.back(), j);
        it->second.pop_back();
        return true;
      });
    for (auto& g : gaps_) std::erase_if(g.removed, [&](std::uint32_t i) { return taken[i]; });
  }

  /// Pairs what is alike in a gap, in order, so that the sum of likenesses is greatest; the rest
  /// came or went.
  void fill(const Gap& g) {
    std::vector<bool> paired_a(g.removed.size()), paired_b(g.added.size());
    for (const auto& [r, c] : alike(g)) {
      paired_a[r] = paired_b[c] = true;
      pair(ChangeKind::changed, g.removed[r], g.added[c]);
    }
    for (std::size_t r = 0; r < g.removed.size(); ++r)
      if (!paired_a[r]) single(ChangeKind::removed, a_[g.removed[r]], 2 * g.at);
    for (std::size_t c = 0; c < g.added.size(); ++c)
      if (!paired_b[c]) single(ChangeKind::added, b_[g.added[c]], 2 * g.added[c] + 1);
  }

  void single(ChangeKind kind, const ComparedSentence& s, std::uint32_t order) {
    SentenceChange c;
    c.kind = kind;
    if (s.furniture) c.weight = ChangeWeight::furniture;
    (kind == ChangeKind::added ? c.after : c.before) = std::string(s.text);
    (kind == ChangeKind::added ? c.is : c.was) = s.place;
    out_.push_back({order, std::move(c)});
  }

  std::vector<std::pair<std::size_t, std::size_t>> alike(const Gap& g) const {
    const std::size_t rows = g.removed.size(), columns = g.added.size();
    if (rows == 0 || columns == 0 || rows > kMostPairs / columns) return {};
    const auto share = likenesses(g);
    std::vector<double> best((rows + 1) * (columns + 1));
    const auto cell = [&](std::size_t r, std::size_t c) -> double& {
      return best[r * (columns + 1) + c];
    };
    for (auto r = rows; r-- > 0;)
      for (auto c = columns; c-- > 0;)
        cell(r, c) =
            std::max({cell(r + 1, c), cell(r, c + 1), cell(r + 1, c + 1) + share[r * columns + c]});
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t r = 0, c = 0; r < rows && c < columns;) {
      if (cell(r, c) == cell(r + 1, c))
        ++r;
      else if (cell(r, c) == cell(r, c + 1))
        ++c;
      else
        out.emplace_back(r++, c++);
    }
    return out;
  }

  /// Likeness of every removed with every added sentence, 0 below kPair.
  std::vector<double> likenesses(const Gap& g) const {
    std::vector<std::vector<std::uint64_t>> added;
    for (const auto j : g.added) added.push_back(sorted_words(b_[j].text));
    std::vector<double> out;
    for (const auto i : g.removed) {
      const auto removed = sorted_words(a_[i].text);
      for (const auto& other : added) {
        const double share = likeness(removed, other);
        out.push_back(share < kPair ? 0 : share);
      }
    }
    return out;
  }

  const std::string language_;
  const std::vector<ComparedSentence> a_, b_;
  std::vector<Gap> gaps_;
  std::vector<Placed> out_;
};

/// A picture's address without its query, which says how large it is to be sent.
std::string_view file_of(std::string_view url) { return url.substr(0, url.find('?')); }

struct Picture {
  const Block* block;
  std::string_view url() const { return block->figure->url; }
  bool says_the_same(const Picture& other) const {
    return block->text == other.block->text && block->figure->credit == other.block->figure->credit;
  }
};

std::vector<Picture> pictures_of(const Article& article) {
  std::vector<Picture> out;
  for (const auto& block : article.blocks)
    if (block.kind == BlockKind::figure && block.figure && out.size() < 1000)
      out.push_back({&block});
  return out;
}

PictureChange picture_change(const Picture* before, const Picture* after) {
  PictureChange c;
  c.kind = !before ? ChangeKind::added : !after ? ChangeKind::removed : ChangeKind::changed;
  if (before) c.url_before = before->url(), c.caption_before = before->block->text;
  if (after) c.url_after = after->url(), c.caption_after = after->block->text;
  // Another cut of the picture, or another way of quoting in its caption.
  if (before && after && before->block->figure->credit == after->block->figure->credit &&
      plain_hash(before->block->text) == plain_hash(after->block->text))
    c.weight = ChangeWeight::typography;
  return c;
}

std::vector<PictureChange> picture_changes(const Article& before, const Article& after) {
  auto gone = pictures_of(before);
  std::vector<PictureChange> out;
  for (const auto& picture : pictures_of(after)) {
    auto same = std::find_if(gone.begin(), gone.end(), [&](const Picture& p) {
      return file_of(p.url()) == file_of(picture.url());
    });
    if (same == gone.end() && !picture.block->text.empty())
      same = std::find_if(gone.begin(), gone.end(),
                          [&](const Picture& p) { return p.says_the_same(picture); });
    if (same == gone.end()) {
      out.push_back(picture_change(nullptr, &picture));
      continue;
    }
    if (file_of(same->url()) != file_of(picture.url()) || !same->says_the_same(picture))
      out.push_back(picture_change(&*same, &picture));
    gone.erase(same);
  }
  for (const auto& picture : gone) out.push_back(picture_change(&picture, nullptr));
  return out;
}

std::optional<SentenceChange> headline_change(const Article& before, const Article& after) {
  if (before.headline == after.headline) return std::nullopt;
  SentenceChange c;
  c.before = before.headline;
  c.after = after.headline;
  if (plain_hash(c.before) == plain_hash(c.after)) c.weight = ChangeWeight::typography;
  c.numbers =
      c.weight == ChangeWeight::text && !same_numbers(c.before, c.after, after.language.value);
  return c;
}

Json place_json(const SentencePlace& place) {
  return Json().set("block", place.block).set("sentence", place.sentence);
}

Json to_json(const SentenceChange& c) {
  Json j;
  j.set("kind", to_string(c.kind)).set("weight", to_string(c.weight));
  j.set_if("before", c.before).set_if("after", c.after);
  if (c.kind != ChangeKind::added) j.set("was", place_json(c.was));
  if (c.kind != ChangeKind::removed) j.set("is", place_json(c.is));
  if (c.numbers) j.set("numbers", true);
  return j;
}

Json to_json(const PictureChange& c) {
  Json j;
  j.set("kind", to_string(c.kind)).set("weight", to_string(c.weight));
  j.set_if("url_before", c.url_before).set_if("url_after", c.url_after);
  return j.set_if("caption_before", c.caption_before).set_if("caption_after", c.caption_after);
}

}  // namespace

const char* to_string(ChangeKind kind) {
  static constexpr const char* names[] = {"added", "removed", "changed", "moved"};
  return names[static_cast<int>(kind)];
}

const char* to_string(ChangeWeight weight) {
  static constexpr const char* names[] = {"text", "typography", "furniture"};
  return names[static_cast<int>(weight)];
}

bool Revision::has(ChangeWeight weight) const {
  const auto is = [&](const auto& change) { return change.weight == weight; };
  return (headline && is(*headline)) || std::any_of(sentences.begin(), sentences.end(), is) ||
         std::any_of(pictures.begin(), pictures.end(), is);
}

ChangeCounts Revision::counts() const {
  ChangeCounts n;
  const auto count = [&](ChangeWeight weight, int* field) {
    if (weight == ChangeWeight::text) ++*field;
    if (weight == ChangeWeight::typography) ++n.minor;
  };
  if (headline) count(headline->weight, &n.headline);
  for (const auto& c : sentences)
    count(c.weight, c.kind == ChangeKind::added     ? &n.added
                    : c.kind == ChangeKind::removed ? &n.removed
                    : c.kind == ChangeKind::moved   ? &n.moved
                                                    : &n.changed);
  for (const auto& c : pictures) count(c.weight, &n.pictures);
  return n;
}

Revision diff(const Article& before, const Article& after) {
  return {headline_change(before, after), Differ(before, after).run(),
          picture_changes(before, after)};
}

bool resembles(const Article& a, const Article& b) {
  constexpr std::size_t hardly_any = 3;
  const auto in_a = sentences_of(a), in_b = sentences_of(b);
  const auto shorter = std::min(in_a.size(), in_b.size());
  if (shorter < hardly_any)
    return !a.headline.empty() && plain_hash(a.headline) == plain_hash(b.headline);
  std::unordered_map<std::uint64_t, int> left;
  for (const auto& s : in_a) ++left[s.hash];
  std::size_t common = 0;
  for (const auto& s : in_b)
    if (auto& n = left[s.hash]; n > 0) --n, ++common;
  return common * 3 >= shorter;
}

Json to_json(const ChangeCounts& n) {
  Json j = Json::object();
  const auto set = [&](const char* key, int count) {
    if (count > 0) j.set(key, count);
  };
  set("headline", n.headline);
  set("added", n.added);
  set("removed", n.removed);
  set("changed", n.changed);
  set("moved", n.moved);
  set("pictures", n.pictures);
  set("minor", n.minor);
  return j;
}

Json to_json(const Revision& r) {
  Json j, sentences = Json::array(), pictures = Json::array();
  for (const auto& c : r.sentences) sentences.push(to_json(c));
  for (const auto& c : r.pictures) pictures.push(to_json(c));
  if (r.headline) j.set("headline", to_json(*r.headline));
  return j.set("sentences", sentences).set("pictures", pictures).set("counts", to_json(r.counts()));
}

}  // namespace kaynak
