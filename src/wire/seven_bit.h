/// @file What the byte formats have in common: messages between control characters, and letters of
/// seven bits. Internal to wire/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace kaynak::wire_detail {

inline constexpr char kSoh = '\x01';  ///< start of the header
inline constexpr char kStx = '\x02';  ///< start of the text
inline constexpr char kEtx = '\x03';  ///< end of the text
inline constexpr char kEot = '\x04';  ///< end of the transmission

/// One message: what stands between SOH and STX, STX and ETX, and ETX and the end.
struct ByteMessage {
  std::string header, text, trailer;
};

/// The messages of a transmission as UTF-8, with "\n" for every end of line. A message without a
/// text (it breaks off) is left out. At most `most`.
std::vector<ByteMessage> split_messages(std::string_view bytes, std::string_view content_type,
                                        std::size_t most);

/// Letters of a national variant of ISO 646 ("M}nchen" in German) by the language that the rest of
/// the text reads as: German (DIN 66003), Swedish and Finnish (SEN 85 02 00), Danish and Norwegian
/// (NS 4551). The text itself where it has none.
std::string undo_iso646(std::string_view text);

/// Number of the month that a name begins like, in the languages of the agencies ("Nov", "Okt",
/// "Dez"); 0 for anything else.
int month_number(std::string_view name);

}  // namespace kaynak::wire_detail
