#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

using testing::ElementsAre;

std::vector<std::string> quoted(const std::string& language, const std::string& paragraph) {
  std::vector<std::string> texts;
  for (const Quote& q : read(page(language, {paragraph})).quotes)
    if (q.within < 0) texts.push_back(q.text);
  return texts;
}

TEST(QuoteMarks, StraightSingleOnesAreSpeechWhereThereAreNoOthers) {
  EXPECT_THAT(quoted("en", "'The sea isn't safe today, the sailors' union says so,' said Ann Lee."),
              ElementsAre("The sea isn't safe today, the sailors' union says so,"));
  EXPECT_THAT(quoted("en", "The sailors' wives don't like the owners' plans for the '90s pier."),
              ElementsAre());
}

TEST(QuoteMarks, SingleOnesAroundDoubleOnesAreTheOuterOnes) {
  EXPECT_THAT(quoted("en", "‘She said “we shall not leave here” to me,’ Ann Lee recalled."),
              ElementsAre("She said “we shall not leave here” to me,"));
}

TEST(QuoteMarks, CurlyOnesInsideStraightOrCurlyOnesDoNotEndThem) {
  EXPECT_THAT(quoted("en", "\"She said “we shall not leave” to me,\" Ann Lee recalled."),
              ElementsAre("She said “we shall not leave” to me,"));
  EXPECT_THAT(quoted("en", "“She said “we shall not leave” to me,” Ann Lee recalled."),
              ElementsAre("She said “we shall not leave” to me,"));
}

TEST(QuoteMarks, AnOpeningOneTooManyEndsAtTheFirstThatCloses) {
  EXPECT_THAT(quoted("en", "“The sea is “far too rough today,” said Ann Lee."),
              ElementsAre("The sea is “far too rough today,"));
}

}  // namespace
}  // namespace kaynak
