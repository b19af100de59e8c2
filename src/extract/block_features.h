/// @file The numbers by which a block of text is judged to be part of the article or not.
#pragma once

#include <array>
#include <bit>
#include <string>
#include <string_view>
#include <vector>

#include "extract/page_map.h"
#include "extract/phrases.h"
#include "extract/said_words.h"

namespace kaynak::extract_detail {

/// X(name): one number each, most 0 or 1. Groups: shape of the text; the element; what stands
/// around; where in the page; what structured data says; and, in the second look, what the first
/// look found around it.
// clang-format off
#define KAYNAK_BLOCK_FEATURES(X)                                                                  \
  X(bias) X(log_length) X(shorter_20) X(shorter_50) X(longer_80) X(longer_200) X(link_share)      \
  X(links_only) X(links_half) X(commas) X(stops) X(ends_sentence) X(long_sentence)                \
  X(digit_share) X(capital_share) X(all_strong) X(one_word) X(is_p) X(is_li) X(is_h1) X(is_h2)    \
  X(is_h3) X(is_h456) X(is_div) X(is_td) X(is_blockquote) X(is_pre) X(is_dd) X(is_caption)        \
  X(is_button) X(log_previous) X(log_next) X(link_previous) X(link_next) X(same_parent_previous)  \
  X(same_parent_next) X(p_previous) X(p_next) X(parent_text) X(grand_text) X(great_text)          \
  X(parent_links) X(grand_links) X(position) X(after_h1) X(before_h1) X(log_after_h1)             \
  X(is_title) X(in_data_body) X(not_in_data_body) X(in_description) X(repeated)                   \
  X(same_class_text) X(li_text) X(heading_before_text) X(heading_before_links)                    \
  X(is_alt_text) X(after_media) X(before_media) X(rule_before) X(all_italic) X(p_links_only)      \
  X(loud_link) X(li_links_only) X(heading_link) X(p_open_end) X(ends_colon) X(ends_question)      \
  X(dash_start) X(log_siblings) X(short_after_media) X(link_between_texts) X(labelled_link)         \
  X(contact_line) X(reading_time) X(dated_item) X(many_dated_items)

// clang-format off
#define KAYNAK_CONTEXT_FEATURES(X)                                                                \
  X(first_score) X(in_main) X(parent_kept) X(grand_kept) X(best_parent) X(best_grand)             \
  X(previous_score) X(next_score) X(window_score) X(wide_score) X(between_kept) X(before_kept)    \
  X(after_kept) X(gap_before) X(gap_after) X(parent_rate) X(grand_rate) X(class_rate)             \
  X(after_h1_before_kept) X(mid_short_heading) X(dropped_between) X(far_behind) X(far_ahead)
// clang-format on

enum class F : unsigned {
#define KAYNAK_FEATURE(name) name,
  KAYNAK_BLOCK_FEATURES(KAYNAK_FEATURE) KAYNAK_CONTEXT_FEATURES(KAYNAK_FEATURE)
#undef KAYNAK_FEATURE
      named_
};

inline constexpr std::size_t named_features = static_cast<std::size_t>(F::named_);
inline constexpr std::size_t place_features = static_cast<std::size_t>(Place::count_);
inline constexpr std::size_t meaning_features = static_cast<std::size_t>(Meaning::count_);
inline constexpr std::size_t phrase_features = static_cast<std::size_t>(PhraseKind::error_page) + 1;
inline constexpr std::size_t first_place = named_features;
inline constexpr std::size_t first_near = first_place + place_features;
inline constexpr std::size_t first_far = first_near + meaning_features;
inline constexpr std::size_t first_phrase = first_far + meaning_features;
inline constexpr std::size_t said_features = static_cast<std::size_t>(Said::count_);
inline constexpr std::size_t first_said = first_phrase + phrase_features;
inline constexpr std::size_t first_said_twice = first_said + said_features;
inline constexpr std::size_t feature_count = first_said_twice + said_features;

/// Room for the features in whole vectors of eight.
inline constexpr std::size_t feature_slots = (feature_count + 7) / 8 * 8;

struct BlockFeatures {
  alignas(32) std::array<float, feature_slots> values{};
  float& operator[](F f) { return values[static_cast<std::size_t>(f)]; }
  float operator[](F f) const { return values[static_cast<std::size_t>(f)]; }
  /// Whether the text begins as texts of this kind do.
  bool begins_as(PhraseKind kind) const {
    return values[first_phrase + static_cast<std::size_t>(kind)] > 0;
  }
  bool says(Said what) const { return values[first_said + static_cast<std::size_t>(what)] > 0; }
  bool says_twice(Said what) const {
    return values[first_said_twice + static_cast<std::size_t>(what)] > 0;
  }
  /// Sets the feature `first + k` for each bit k of `bits`.
  void mark(std::size_t first, std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1)
      values[first + static_cast<std::size_t>(std::countr_zero(bits))] = 1;
  }
};

/// "log_length", "place:nav", "near:comment", "far:sidebar", "phrase:share", "said:donate".
std::string feature_name(std::size_t index);

/// What is known beside the page's own blocks.
struct PageHints {
  std::string_view title;        ///< the article's headline, as far as known
  std::string_view description;  ///< meta or JSON-LD description
  std::string_view data_body;    ///< JSON-LD articleBody
};

/// First look: one set of features per block of `map`.
std::vector<BlockFeatures> measure_blocks(const Document& page, const PageMap& map,
                                          const PageHints& hints);
/// Second look: adds what the first look's scores (log-odds) say of each block's neighbourhood.
/// `main` is the container.
void add_context(const Document& page, const PageMap& map, const std::vector<float>& scores,
                 NodeIndex main, std::vector<BlockFeatures>* features);

}  // namespace kaynak::extract_detail
