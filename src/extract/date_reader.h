/// @file Reads one stamp or written date of a page, and says whether it can be believed.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace kaynak::extract_detail {

using MaybeTime = std::optional<ZonedTime>;

/// What all dates of one page are read with. Holds views: the language must outlive it.
class DateReader {
 public:
  /// `language` orders day and month of numeric dates; no date much later than `fetched` is
  /// believed.
  DateReader(std::string_view language, const std::optional<Time>& fetched)
      : language_(language), fetched_(fetched) {}

  /// A stamp for machines or a written date, alone or among a few words; nothing where there is
  /// none, or it is outside the time of the web.
  MaybeTime read(std::string_view text) const;
  bool believable(const ZonedTime& t) const;
  std::string_view language() const { return language_; }

 private:
  std::string_view language_;
  std::optional<Time> fetched_;
};

/// The day as it is called at the stamp's own offset.
inline std::chrono::sys_days day_at(const ZonedTime& t) {
  return std::chrono::floor<std::chrono::days>(t.utc + t.offset);
}

/// Whether the text holds that many figures, of any script.
bool has_figure(std::string_view text, int many = 1);

}  // namespace kaynak::extract_detail
