/// @file Why extraction took what it took: for people (`kaynak extract --explain`) and for
/// training.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/article.h"

namespace kaynak {

/// What speaks for (above 0) or against, in log-odds, strongest first.
using Reasons = std::vector<std::pair<std::string, float>>;

/// One run of text of the page, kept or not, in document order.
struct ExplainedBlock {
  std::string text;   ///< white space folded, UTF-8
  std::string place;  ///< where it stands: "article > div.body > p"
  ByteRange source;   ///< into the Document's text
  float first = 0;    ///< log-odds of the first look: the block by itself
  float score = 0;    ///< log-odds of the second: in its surroundings. Above 0 is article
  bool kept = false;
  std::string why;  ///< empty, or the rule that went over the score: "headline", "repetition"
  Reasons reasons;  ///< of the second look
};

struct Explanation {
  std::string headline;
  std::string main_place;          ///< the element that holds the article best
  std::vector<std::string> rules;  ///< the site rules' version, and its keys that found nothing
  std::vector<ExplainedBlock> blocks;
  float page_score = 0;  ///< log-odds that the page is an article
  Reasons page_reasons;
  std::vector<float> page_features;  ///< in the order of page_features.h
};

}  // namespace kaynak
