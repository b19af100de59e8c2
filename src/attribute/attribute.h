/// @file Article → Article with authors, agencies, dateline, credits, quotes, cited sources, dates
/// and hops.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "model/article.h"

namespace kaynak {

/// Media (canonical name, aliases in every language, home URL; agencies, photo agencies, newspapers
/// and stations, networks) and phrases a language (credit words, relay phrases "according to", cue
/// verbs, role words). Immutable once shared; share one among threads.
class AttributionData {
 public:
  /// Reads `sources/agencies.toml` of the share folder, and of `locale/<language>/attribution.toml`
  /// each when a text in its language first comes by; one that is broken is said in the log and
  /// counts as empty. Errors: not_found (folder, file), malformed (file and line).
  static Result<AttributionData> load(const Path& folder);
  /// Reads the files of all languages now. Errors: malformed (file, key or line).
  Result<void> check_languages() const;
  std::size_t language_count() const;
  AttributionData(AttributionData&&) noexcept;
  AttributionData& operator=(AttributionData&&) noexcept;
  ~AttributionData();

  /// Adds an outlet of the newsroom's own: credited by name, or by an address on its host.
  void add_outlet(std::string name, const std::vector<std::string>& aliases, std::string url);
  /// Adds an agency of the newsroom's own. A name that is known already keeps its first meaning.
  /// Not thread-safe: call before sharing.
  void add_agency(std::string name, const std::vector<std::string>& aliases, std::string url);

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  explicit AttributionData(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Fills authors (persons of the byline, else of the structured data that extract() found),
/// text_agencies, text_credit, dateline, figure credits (moved out of captions, without label, with
/// photographers and agencies), quotes with speakers and relays, cited_sources, dates (resolved
/// against article.published) and hops from the origin to this page.
///
/// A paragraph at the end or the beginning that is nothing but a credit ("Ngoc Anh (according to
/// KCNA, Reuters)", "Source: https://…", "(AFP, dpa)") is taken out of the blocks: one with an
/// author becomes the byline where there was none, the others become text_credit. Captions lose the
/// credit that stood in them. Spans, sentences and anchors are kept right.
///
/// The outlet's note of a correction is found where extract() found none: it knows fewer languages.
///
/// A dateline and credit lines that the article comes with (text_credit: an agency's own) count,
/// too.
///
/// What extract() declared is weighed: a line beside the text counts where it is a credit and
/// nothing else (and becomes the byline where there is none), an organisation of the structured
/// data where it is an agency, another owner's address as the text's first publisher. Lines that
/// are no credits leave Article::declared.
///
/// text_agencies: the agencies that carried the text; other outlets credited for it where no agency
/// did. hops: agencies, outlets, authors, this page; with a translator the author comes first, and
/// "OUTLET via AGENCY" keeps that order.
///
/// Evidence of a hop points into a block, the byline (Evidence::byline) or, for what a removed
/// credit line or a line beside the text said, into text_credit (Evidence::metadata); a hop that
/// only the page's data proves has a `proof` instead. Nothing is claimed without either.
/// Idempotent. Thread-safe. Never fails: what is not understood stays as it was.
Article attribute(Article article, const AttributionData& data);

}  // namespace kaynak
