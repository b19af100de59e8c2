#include <charconv>

#include "trace/trace.h"

namespace kaynak {
namespace {

/// Hashes as one text of 16 hexadecimal digits each: compact, and exact whatever reads it.
std::string hex_list(const std::vector<std::uint64_t>& values) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(values.size() * 16);
  for (const auto value : values)
    for (int shift = 60; shift >= 0; shift -= 4) out += digits[(value >> shift) & 15];
  return out;
}

std::optional<std::vector<std::uint64_t>> hex_values(const std::string& text) {
  if (text.size() % 16 != 0) return std::nullopt;
  std::vector<std::uint64_t> out(text.size() / 16);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const char* begin = text.data() + i * 16;
    if (std::from_chars(begin, begin + 16, out[i], 16).ptr != begin + 16) return std::nullopt;
  }
  return out;
}

}  // namespace

Json to_json(const Signature& s) {
  Json agencies = Json::array();
  for (const auto& agency : s.text_agencies) agencies.push(agency);
  Json j;
  j.set("article", s.article.value)
      .set("language", s.language.value)
      .set("agency", s.agency)
      .set_if("text_agencies", agencies);
  if (s.published) j.set("published", to_rfc3339(*s.published));
  return j.set("minhash", hex_list(s.minhash)).set("shingles", hex_list(s.shingles));
}

Result<Signature> signature_from_json(const Json& j) {
  const auto minhash = hex_values(j["minhash"].as_string());
  const auto shingles = hex_values(j["shingles"].as_string());
  if (!j.is_object() || !minhash || !shingles)
    return fail(ErrorCode::malformed, "trace", "a signature is not whole");
  Signature s;
  s.article = ArticleId(j["article"].as_string());
  s.language = LanguageTag(j["language"].as_string());
  s.agency = j["agency"].as_bool();
  for (const auto& agency : j["text_agencies"].items())
    s.text_agencies.push_back(agency.as_string());
  if (const auto t = parse_iso8601(j["published"].as_string())) s.published = t->utc;
  s.minhash = *minhash;
  s.shingles = *shingles;
  return s;
}

}  // namespace kaynak
