/// @file What the words around a written date say it is the date of.
#pragma once

#include <string_view>
#include <vector>

namespace kaynak::extract_detail {

enum class DateLabel : unsigned char {
  none,
  published,  ///< "Published:", "Veröffentlicht am", "Yayınlanma", "Ngày đăng", "入力"
  updated,    ///< "Updated", "Stand:", "Mis à jour", "Güncelleme", "更新"
  other,      ///< of a person, an event or a right: "Joined", "Termin", "©"
};

/// A part of a line that holds figures, with what its label says.
struct DateSegment {
  std::string_view text;
  DateLabel label = DateLabel::none;
};

/// Cuts a short line at its labels: "Published 3 May 2026 | Updated 4 May 2026" are two segments. A
/// label behind the only date is that date's. `folded` is text as `fold` gives it, and the segments
/// are views of it. Segments without figures are left out.
std::vector<DateSegment> date_segments(std::string_view folded);

/// The first label in a folded text, which holds no date itself ("Published on" before a time
/// element).
DateLabel label_in(std::string_view folded);
/// The label that stands last, nearest to a date behind the text.
DateLabel last_label_in(std::string_view folded);

}  // namespace kaynak::extract_detail
