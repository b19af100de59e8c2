/// @file Whom a text is credited to so far: media, outlets, authors, translators, each once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribute/credit_line.h"
#include "attribute/credits.h"

namespace kaynak::attribute_detail {

/// What proves a claim, and how sure it is.
struct Ground {
  Evidence evidence;
  std::string proof = {};
  double confidence = 1;
  std::string url = {};  ///< what the words link to
};

/// Whether `name` is the page's own outlet: its name or host holds it, or it the name.
bool names_outlet(const Article& article, std::string_view name);

class CreditSheet {
 public:
  CreditSheet(const Article& article, const AttributionData::Impl& data)
      : article_(article), data_(data) {}

  void add_author(std::string name, Ground ground);
  void add_translator(std::string name, Ground ground);
  /// An agency, or another outlet as the text's source; photo agencies, networks and the page's own
  /// name are none.
  void add_medium(const CreditPart& part, Ground ground);
  /// An outlet that nobody knows, named behind a label.
  void add_outlet(std::string name, Ground ground);
  /// An address that is credited: the last outlet's, or an outlet's of its own.
  void add_url(const std::string& url, Ground ground);
  /// An outlet whose text an agency passed on.
  void add_passed_on(std::uint32_t medium, Ground ground);
  /// What the page's data declares beside its lines: works, organisations, translators.
  void add_declared(const Hop& declared);
  /// An agency's own page: the agency is where its text comes from.
  void add_own_agency();
  /// "Ind John Roe" and further down "John Roe": one author, where first named.
  void merge_authors();

  bool is_author(std::string_view name) const;
  bool is_own(std::string_view name) const;
  bool knows(const CreditLine& line) const;  ///< every medium and translator of it
  const Credits& credits() const { return credits_; }
  Credits take();

 private:
  void declare_origin(const Hop& declared);
  void declare_source(const Hop& declared);

  const Article& article_;
  const AttributionData::Impl& data_;
  Credits credits_;
};

}  // namespace kaynak::attribute_detail
