/// @file The second look: what the first look's scores say of each block's neighbourhood.
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "extract/block_features.h"
#include "extract/feature_tools.h"

namespace kaynak::extract_detail {
namespace {

float probability(float log_odds) { return 1.0f / (1.0f + std::exp(-log_odds)); }

/// What the first look kept inside one element.
struct Kept {
  double kept = 0;  ///< length times probability
  double all = 0;
  float rate() const { return all > 0 ? static_cast<float>(kept / all) : 0.0f; }
};

class ContextMeasurer {
 public:
  ContextMeasurer(const Document& page, const PageMap& map, const std::vector<float>& scores,
                  NodeIndex main)
      : page_(page), map_(map), scores_(scores), main_(main), around_(page.nodes().size()) {}

  void run(std::vector<BlockFeatures>* features) {
    gather();
    for (std::size_t i = 0; i < features->size(); ++i) measure(i, &(*features)[i]);
  }

 private:
  bool in_main(std::size_t i) const {
    const NodeIndex c = map_.blocks[i].container;
    return main_ != no_node && c >= main_ && c < page_.node(main_).subtree_end;
  }
  void gather() {
    const std::size_t n = map_.blocks.size();
    p_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      p_[i] = probability(scores_[i]);
      const TextBlock& b = map_.blocks[i];
      const double kept = p_[i] * b.length;
      for (int level = 1; level <= 2; ++level) {
        Kept& k = around_[ancestor(page_, b.container, level)];
        k.kept += kept, k.all += b.length;
        if (k.kept > best_[level - 1]) best_[level - 1] = k.kept;
      }
      Kept& same = classes_[class_key(page_, map_, b)];
      same.kept += kept, same.all += b.length;
      total_ += kept;
      if (strong(i)) {
        if (first_ == npos) first_ = i;
        last_ = i;
      }
    }
    distances();
  }

  bool strong(std::size_t i) const {
    return p_[i] > 0.7f && map_.blocks[i].length >= 60 && in_main(i);
  }

  void distances() {
    const std::size_t n = map_.blocks.size();
    before_.assign(n, 1000), after_.assign(n, 1000);
    int d = 1000;
    for (std::size_t i = 0; i < n; ++i) {
      before_[i] = d;
      d = strong(i) ? 1 : d + 1;
    }
    d = 1000;
    for (std::size_t i = n; i-- > 0;) {
      after_[i] = d;
      d = strong(i) ? 1 : d + 1;
    }
  }

  float window(std::size_t i, std::size_t radius) const {
    float sum = 0, weight = 0;
    for (std::size_t k = i > radius ? i - radius : 0; k <= i + radius && k < p_.size(); ++k) {
      if (k == i) continue;
      sum += p_[k], weight += 1;
    }
    return weight > 0 ? sum / weight : 0;
  }

  void measure(std::size_t i, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    const TextBlock& b = map_.blocks[i];
    const double total = std::max(total_, 1.0);
    const Kept& parent = around_.at(ancestor(page_, b.container, 1));
    const Kept& grand = around_.at(ancestor(page_, b.container, 2));
    x[F::first_score] = std::clamp(scores_[i], -6.0f, 6.0f) / 6;
    x[F::in_main] = in_main(i);
    x[F::parent_kept] = static_cast<float>(parent.kept / total);
    x[F::grand_kept] = static_cast<float>(grand.kept / total);
    x[F::best_parent] = parent.kept >= 0.9 * best_[0];
    x[F::best_grand] = grand.kept >= 0.9 * best_[1];
    x[F::parent_rate] = parent.rate();
    x[F::grand_rate] = grand.rate();
    x[F::class_rate] = classes_.at(class_key(page_, map_, b)).rate();
    x[F::previous_score] = i > 0 ? p_[i - 1] : 0;
    x[F::next_score] = i + 1 < p_.size() ? p_[i + 1] : 0;
    x[F::window_score] = window(i, 3);
    x[F::wide_score] = window(i, 10);
    x[F::before_kept] = first_ != npos && i < first_;
    x[F::after_kept] = first_ != npos && i > last_;
    x[F::between_kept] = first_ != npos && i >= first_ && i <= last_;
    x[F::gap_before] = log_scale(before_[i]);
    x[F::gap_after] = log_scale(after_[i]);
    x[F::after_h1_before_kept] = x[F::before_kept] * x[F::after_h1];
    x[F::mid_short_heading] = x[F::between_kept] *
                              (x[F::is_h2] + x[F::is_h3] + x[F::is_h456] + x[F::all_strong] > 0) *
                              (after_[i] <= 2);
    x[F::far_behind] = before_[i] > 12;
    x[F::far_ahead] = after_[i] > 12;
    x[F::dropped_between] = x[F::between_kept] * (before_[i] + after_[i] > 6);
  }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  const Document& page_;
  const PageMap& map_;
  const std::vector<float>& scores_;
  NodeIndex main_;
  std::vector<float> p_;
  std::vector<int> before_, after_;
  PerNode<Kept> around_;
  std::unordered_map<std::uint64_t, Kept> classes_;
  double best_[2] = {0, 0};
  double total_ = 0;
  std::size_t first_ = npos, last_ = npos;
};

}  // namespace

void add_context(const Document& page, const PageMap& map, const std::vector<float>& scores,
                 NodeIndex main, std::vector<BlockFeatures>* features) {
  ContextMeasurer(page, map, scores, main).run(features);
}

}  // namespace kaynak::extract_detail
