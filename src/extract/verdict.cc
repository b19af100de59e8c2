#include "extract/verdict.h"

#include <algorithm>
#include <cmath>

#include "extract/phrases.h"
#include "extract/title_parts.h"

namespace kaynak::extract_detail {
namespace {

struct Weight {
  std::string_view name;
  float value;
};
constexpr Weight weights[] = {
#include "extract/page_weights.inc"
};

/// Below it a page is refused. Chosen by eval/train_pages: of articles on hosts not trained on less
/// than one in a hundred lies below.
constexpr float threshold = 0.0f;

using Row = std::array<float, page_feature_count>;

Row weight_row() {
  Row row{};
  for (const Weight& w : weights)
    for (std::size_t i = 0; i < page_feature_count; ++i)
      if (page_feature_name(i) == w.name) row[i] = w.value;
  return row;
}

const Row& row() {
  static const Row made = weight_row();
  return made;
}

float score_of(const PageFeatures& f) {
  float sum = 0;
  for (std::size_t i = 0; i < page_feature_count; ++i) sum += f.values[i] * row()[i];
  return sum;
}

void explain(const PageFeatures& f, float score, Explanation* out) {
  out->page_score = score;
  out->page_features.assign(f.values.begin(), f.values.end());
  for (std::size_t i = 0; i < page_feature_count; ++i)
    if (const float part = f.values[i] * row()[i]; part != 0)
      out->page_reasons.emplace_back(page_feature_name(i), part);
  std::sort(out->page_reasons.begin(), out->page_reasons.end(),
            [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
}

/// What the page is instead, as far as its strongest signs tell.
const char* kind_of(const PageFeatures& f) {
  if (f[P::url_root] > 0) return "a front page";
  if (f[P::host_forum] + f[P::url_forum] + f[P::data_forum] > 0 && f[P::class_forum] > 0)
    return "a discussion";
  if (f[P::data_product] + f[P::og_product] > 0 || f[P::log_prices] > 0.5f) return "a product page";
  if (f[P::host_docs] + f[P::url_docs] > 0 && f[P::log_code] + f[P::class_docs] > 0)
    return "documentation";
  if (f[P::link_share] > 0.5f) return "a page of links";
  if (f[P::data_listing] + f[P::url_listing] > 0 || f[P::log_articles] > 0.4f) return "a listing";
  return "a page about something, not an article";
}

struct Size {
  std::size_t text = 0;        ///< bytes of body text
  std::size_t paragraphs = 0;  ///< of 60 bytes or more
};

Size size_of(const std::vector<Block>& blocks) {
  Size size;
  for (const Block& b : blocks) {
    if (b.kind == BlockKind::figure) continue;
    size.text += b.text.size();
    size.paragraphs += b.text.size() >= 60;
  }
  return size;
}

}  // namespace

Result<void> judge_page(const PageEvidence& e, Explanation* explanation) {
  const auto refuse = [](const char* why) { return fail(ErrorCode::not_article, "extract", why); };
  const PageFeatures f = measure_page(e);
  const float score = score_of(f);
  if (explanation) explain(f, score, explanation);
  const Size size = size_of(e.blocks);
  const bool says_article = f[P::data_article] + f[P::og_article] > 0;
  std::string_view parts = e.title;
  const PhraseKind title = phrase_of(take_title_part(&parts, {" | ", " - ", " – ", " — "}));
  const bool error =
      title == PhraseKind::error_page || phrase_of(e.headline) == PhraseKind::error_page ||
      (!e.blocks.empty() && phrase_of(e.blocks.front().text) == PhraseKind::error_page);
  if (error && size.text < 1500 && !says_article) return refuse("an error page");
  if (title == PhraseKind::consent && size.text < 2500 && !says_article)
    return refuse("a consent wall");
  if (size.text == 0) return refuse("no article text on the page");
  if (size.text < 140 && size.paragraphs == 0 && !says_article)
    return refuse("hardly any text on the page");
  if (f[P::link_share] >= 0.8f && size.text > 200 && !says_article)
    return refuse("a page of links");
  if (f[P::url_root] > 0 && f[P::data_article] == 0 && size.paragraphs < 8)
    return refuse("a front page");
  if (score < threshold && !e.from_feed) return refuse(kind_of(f));
  return {};
}

}  // namespace kaynak::extract_detail
