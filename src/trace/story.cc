#include <algorithm>
#include <tuple>

#include "trace/trace.h"

namespace kaynak {
namespace {

/// Undated ones come last: nobody can say that they were first.
auto by_time(const Signature& s) {
  return std::make_tuple(!s.published, s.published.value_or(Time{}), s.article.value);
}

/// An agency's own text stands before its customers' whenever it was put on the agency's page.
auto by_origin(const Signature& s) { return std::make_tuple(!s.agency, by_time(s)); }

}  // namespace

Story make_story(const std::vector<Signature>& members) {
  auto order = members;
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return by_time(a) < by_time(b); });
  const auto& first =
      *std::min_element(order.begin(), order.end(),
                        [](const auto& a, const auto& b) { return by_origin(a) < by_origin(b); });
  Story story;
  story.first = first.article;
  story.id = StoryId(first.article.value);
  for (const auto& member : order) {
    story.articles.push_back(member.article);
    if (member.article == first.article) continue;
    story.edges.push_back({first.article, member.article, containment(member, first), {}});
  }
  return story;
}

}  // namespace kaynak
