#include "trace/shingles.h"

#include <algorithm>

#include "base/hash.h"
#include "text/unicode.h"

namespace kaynak::trace_detail {
namespace {

void add_word(std::string_view word, std::vector<std::uint64_t>* out) {
  std::size_t i = 0;
  if (!is_cjk(next_code_point(word, &i))) {
    out->push_back(hash64(fold(word)));
    return;
  }
  for (std::size_t at = 0; at < word.size();) {
    const auto begin = at;
    next_code_point(word, &at);
    out->push_back(hash64(word.substr(begin, at - begin)));
  }
}

}  // namespace

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> out;
  for (const auto word : words(text)) add_word(word, &out);
  return out;
}

std::vector<std::uint64_t> shingles_of(const std::vector<std::uint64_t>& words) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i)
    out.push_back(
        hash64({reinterpret_cast<const char*>(&words[i]), shingle_words * sizeof words[i]}));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  out.resize(std::min(out.size(), max_shingles));
  return out;
}

}  // namespace kaynak::trace_detail
