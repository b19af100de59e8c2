#include "extract/standfirst.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/scored_for_tests.h"

namespace kaynak::extract_detail {
namespace {

using testing::Eq;
using testing::Optional;

constexpr std::string_view headline = "<h1>Ice breaks early in Norrvik</h1>";
constexpr std::string_view summary =
    "The ferries of the bay leave on time again, a month before they usually do.";
constexpr std::string_view paragraph =
    "The harbour of Norrvik is free of ice since Monday. The ferries leave on time again, a month "
    "before they usually do, and fishers mend their nets.";

std::string p(std::string_view text, std::string_view attributes = "") {
  return "<p " + std::string(attributes) + ">" + std::string(text) + "</p>";
}

NodeIndex h1_of(const Document& page) {
  NodeIndex i = 0;
  while (page.node(i).tag != Tag::h1) ++i;
  return i;
}

/// The standfirst of a page with the headline, these blocks and a kept text.
std::optional<std::size_t> standfirst(const std::string& blocks, std::vector<float> scores) {
  scores.insert(scores.begin(), -1.0f);  // of the headline
  scores.push_back(2);
  const Scored page(std::string(headline) + blocks + p(paragraph), scores);
  return left_out_standfirst(page.blocks(), page.kept, h1_of(page.page));
}

TEST(Standfirst, IsWhatAClassCallsTheLead) {
  EXPECT_THAT(standfirst(p(summary, "class=lead"), {-0.9f}), Optional(1u));
  EXPECT_THAT(standfirst(p(summary, "class=lead"), {-2.9f}), Optional(1u));
  EXPECT_THAT(standfirst(p(summary, "class=lead"), {-3.1f}), Eq(std::nullopt));
  EXPECT_THAT(standfirst(p(summary, "class=note"), {-0.9f}), Eq(std::nullopt));
}

TEST(Standfirst, IsAParagraphRightBehindTheHeadline) {
  EXPECT_THAT(standfirst(p(paragraph), {-2.0f}), Optional(1u));
  EXPECT_THAT(standfirst(p("Photo and text: Mira Lind") + p(paragraph), {-2.0f, -2.0f}),
              Eq(std::nullopt));
  EXPECT_THAT(standfirst("<div><div>" + p(paragraph) + "</div></div>", {-2.0f}), Eq(std::nullopt));
}

TEST(Standfirst, IsNoSubHeadlineAndNoCaption) {
  const std::string line = "A month before they usually do, ferries leave on time";
  EXPECT_THAT(standfirst(p(line, "class=lead"), {-2.0f}), Eq(std::nullopt));
  EXPECT_THAT(standfirst("<figure><img src=a.jpg><figcaption class=lead>" + std::string(summary) +
                             "</figcaption></figure>",
                         {-2.0f}),
              Eq(std::nullopt));
}

TEST(Standfirst, StandsAboveTheText) {
  const Scored page(std::string(headline) + p(paragraph) + p(summary, "class=lead"),
                    {-1, 2, -0.5f});
  EXPECT_THAT(left_out_standfirst(page.blocks(), page.kept, h1_of(page.page)), Eq(std::nullopt));
  EXPECT_THAT(left_out_standfirst(page.blocks(), page.kept, no_node), Eq(std::nullopt));
}

}  // namespace
}  // namespace kaynak::extract_detail
