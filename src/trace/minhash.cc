// Signatures of bodies: MinHash (Broder 1997) with LSH bands, and exact containment for the
// decision.
#include <algorithm>

#include "base/hash.h"
#include "trace/shingles.h"
#include "trace/trace.h"

namespace kaynak {
namespace {

using namespace trace_detail;

// 64 bands of 2 rows: two bodies of Jaccard similarity 0.15 meet with probability 0.77, of 0.3 with
// 0.997. Candidates are cheap, since containment decides; a copy that was cut to a third of its
// source has a Jaccard similarity near 0.3.
constexpr std::size_t kRows = 2;
constexpr std::size_t kMinShingles = 20;

// eval/trace_sweep.py over linking/reuse-short-answers: with 4-word shingles every threshold from
// 0.07 to 0.28 takes all 11 verbatim copies and none of the 16 original answers. The upper end,
// because an agency's follow-up repeats its background paragraphs without being the same text.
constexpr double kContained = 0.28;
// A short text inside a long one is a quotation, not a copy: the shorter must be this share of the
// longer.
constexpr double kSizeRatio = 0.12;

std::uint64_t row_seed(std::size_t row) { return 0x9e3779b97f4a7c15ull * (row + 1); }

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdull;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ull;
  return x ^ (x >> 33);
}

std::vector<std::uint64_t> minhash(const std::vector<std::uint64_t>& shingles) {
  std::vector<std::uint64_t> out(signature_size, ~0ull);
  for (std::size_t row = 0; row < signature_size; ++row)
    for (const auto s : shingles) out[row] = std::min(out[row], mixed(s ^ row_seed(row)));
  return out;
}

}  // namespace

Signature signature_of(const Article& article, bool agency) {
  Signature s;
  s.article = article.id;
  s.language = article.language;
  if (article.published) s.published = article.published->utc;
  s.agency = agency;
  s.text_agencies = article.text_agencies;
  s.shingles = shingles_of(word_hashes(body_text(article)));
  if (s.shingles.size() >= kMinShingles) s.minhash = minhash(s.shingles);
  return s;
}

std::vector<std::uint64_t> band_keys(const Signature& signature) {
  std::vector<std::uint64_t> out;
  const auto& rows = signature.minhash;
  for (std::size_t begin = 0; begin + kRows <= rows.size(); begin += kRows) {
    const std::string_view band(reinterpret_cast<const char*>(&rows[begin]),
                                kRows * sizeof rows[begin]);
    out.push_back(hash64(band, begin));
  }
  return out;
}

double similarity(const Signature& a, const Signature& b) {
  if (a.minhash.empty() || a.minhash.size() != b.minhash.size()) return 0;
  std::size_t equal = 0;
  for (std::size_t i = 0; i < a.minhash.size(); ++i) equal += a.minhash[i] == b.minhash[i] ? 1 : 0;
  return static_cast<double>(equal) / static_cast<double>(a.minhash.size());
}

double containment(const Signature& part, const Signature& whole) {
  if (part.shingles.empty()) return 0;
  std::size_t common = 0;
  for (auto a = part.shingles.begin(), b = whole.shingles.begin();
       a != part.shingles.end() && b != whole.shingles.end();) {
    if (*a < *b)
      ++a;
    else if (*b < *a)
      ++b;
    else
      ++common, ++a, ++b;
  }
  return static_cast<double>(common) / static_cast<double>(part.shingles.size());
}

bool same_text(const Signature& a, const Signature& b) {
  if (a.minhash.empty() || b.minhash.empty() || !same_language(a.language, b.language))
    return false;
  const auto& small = a.shingles.size() <= b.shingles.size() ? a : b;
  const auto& large = &small == &a ? b : a;
  if (static_cast<double>(small.shingles.size()) <
      kSizeRatio * static_cast<double>(large.shingles.size()))
    return false;
  return containment(small, large) >= kContained;
}

}  // namespace kaynak
