#include <uchardet.h>

#include <memory>

#include "text/encoding_detail.h"

namespace kaynak::text_detail {
namespace {

/// More does not change the answer and costs 20 ns a byte.
constexpr std::size_t kDetectBytes = 128 << 10;
/// Statistics of fewer bytes than this say nothing.
constexpr std::size_t kFewBytes = 4;

std::string_view answer_for(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  const auto* found = find_encoding(uchardet_get_charset(detector.get()));
  return found == nullptr ? std::string_view() : found->name;
}

bool is_greek_letter(unsigned char c) { return c >= 0xC1; }  // in both Greek encodings

/// The two Greek encodings differ in "Ά": 0xB6 in the one, which is "¶" in the other, 0xA2.
bool has_iso_greek_alpha(std::string_view bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i)
    if (static_cast<unsigned char>(bytes[i]) == 0xB6 &&
        is_greek_letter(static_cast<unsigned char>(bytes[i + 1])))
      return true;
  return false;
}

/// Windows' encoding of the same letters, which has marks where ISO's has control characters.
std::string_view windows_sibling(std::string_view iso) {
  static constexpr std::pair<std::string_view, std::string_view> siblings[] = {
      {"iso-8859-2", "windows-1250"}, {"iso-8859-16", "windows-1250"},
      {"iso-8859-5", "windows-1251"}, {"iso-8859-15", "windows-1252"},
      {"iso-8859-7", "windows-1253"}, {"iso-8859-8", "windows-1255"},
      {"iso-8859-6", "windows-1256"}, {"iso-8859-13", "windows-1257"},
      {"iso-8859-4", "windows-1257"}};
  for (const auto& [name, sibling] : siblings)
    if (name == iso) return sibling;
  return iso;
}

}  // namespace

const EncodingName* detect_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, kDetectBytes);
  auto name = answer_for(bytes);
  if (name.empty()) return nullptr;
  std::size_t high = 0, controls = 0;
  for (const unsigned char c : bytes) {
    high += c >= 0x80;
    controls += c >= 0x80 && c < 0xA0;
  }
  if (name.substr(0, 3) == "ibm" && high < kFewBytes) return nullptr;
  // Nobody writes control characters; and of Romanian pages hardly one is in ISO 8859-16.
  if (controls > 0 || name == "iso-8859-16") name = windows_sibling(name);
  if (name == "windows-1253" && controls == 0 && has_iso_greek_alpha(bytes)) name = "iso-8859-7";
  return find_encoding(name);
}

}  // namespace kaynak::text_detail
