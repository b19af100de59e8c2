/// @file Article → Article with authors, agencies, dateline, credits, quotes, cited sources, dates and hops.
#pragma once

#include <memory>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "model/article.h"

namespace kaynak {

/// Agencies (canonical name, aliases in every language, home URL, whether a photo agency) and phrases a language
/// (credit words, relay phrases "according to", cue verbs, role words), read from the data files in share/attribution.
/// Immutable after loading; share one among threads.
class AttributionData {
 public:
  /// Errors: not_found (folder), malformed (file and line).
  static Result<AttributionData> load(const Path& folder);
  AttributionData(AttributionData&&) noexcept;
  AttributionData& operator=(AttributionData&&) noexcept;
  ~AttributionData();
  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  explicit AttributionData(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Fills byline-derived authors, text_agencies, text_credit, dateline, figure credits (moved out of captions, with
/// photographers and agencies), quotes with speakers and relays, cited_sources, dates (resolved against
/// article.published) and hops from the origin to this page. Blocks keep their number and kinds; captions lose the
/// credit that stood in them; a closing credit line ("Ngoc Anh (according to KCNA, Reuters)") stays a paragraph only if
/// it holds more than the credit. Sentence ranges are kept right. Idempotent. Thread-safe.
Article attribute(Article article, const AttributionData& data);

}  // namespace kaynak
