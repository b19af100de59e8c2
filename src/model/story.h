/// @file One story: the articles that tell the same text, and who had it first.
#pragma once

#include <string>
#include <vector>

#include "model/ids.h"

namespace kaynak {

/// `to` repeats `from`'s text. `share` of `to`'s shingles stand in `from` (containment, 0 to 1).
struct CopyEdge {
  ArticleId from;
  ArticleId to;
  double share = 0;
  std::string evidence;  ///< a passage both have, as written in `to`, at most 200 bytes
  friend bool operator==(const CopyEdge&, const CopyEdge&) = default;
};

/// Articles of one text. A story of one article is a story too.
struct Story {
  StoryId id;
  std::vector<ArticleId> articles;  ///< by publication time, first first
  ArticleId
      first;  ///< who had it first: an agency's own text before its customers', else the earliest
  std::vector<CopyEdge> edges;
  friend bool operator==(const Story&, const Story&) = default;
};

}  // namespace kaynak
