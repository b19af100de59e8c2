#include "extract/filler_text.h"

#include <array>
#include <unordered_set>

#include "base/strings.h"

namespace kaynak::extract_detail {
namespace {

// Of "De finibus bonorum et malorum" 1.10.32 f., as makers of mock text have them.
constexpr std::string_view words =
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut "
    "labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris "
    "nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse "
    "cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui "
    "officia deserunt mollit anim id est laborum voluptatem quia quod quo quas quae sequi rerum "
    "autem vel possimus cumque ipsam ipsa totam eum eos ratione voluptas aspernatur aut odit fugit "
    "consequuntur magni dolores nesciunt neque porro quisquam dolorem numquam eius modi tempora "
    "incidunt magnam aliquam quaerat minima nostrum exercitationem ullam corporis suscipit "
    "laboriosam nihil molestiae illum harum quidem facilis expedita distinctio nam libero tempore "
    "cum soluta nobis eligendi optio impedit minus maxime placeat facere omnis assumenda "
    "repellendus temporibus quibusdam officiis debitis necessitatibus saepe eveniet voluptates "
    "repudiandae recusandae itaque earum hic tenetur sapiente delectus reiciendis voluptatibus "
    "maiores alias perferendis doloribus asperiores repellat iusto odio dignissimos ducimus "
    "blanditiis praesentium deleniti atque corrupti quos molestias excepturi occaecati cupiditate "
    "provident similique mollitia animi fuga perspiciatis unde iste natus error accusantium "
    "doloremque laudantium aperiam eaque inventore veritatis quasi architecto beatae vitae dicta "
    "explicabo nemo consectetuer a ab";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_filler_text(std::string_view text) {
  static const std::unordered_set<std::string_view> known = [] {
    std::unordered_set<std::string_view> set;
    for (const auto word : split(words, ' ')) set.insert(word);
    return set;
  }();
  constexpr std::size_t fewest = 6, enough = 60, tenths = 8, longest_word = 16;
  if (istarts_with(trim(text), "lorem ipsum")) return true;
  std::size_t all = 0, found = 0;
  for (std::size_t i = 0; i < text.size() && all < enough;) {
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
      ++i;
      continue;
    }
    std::array<char, longest_word> word;
    std::size_t size = 0;
    for (; i < text.size() && is_letter(text[i]); ++i)
      if (size < longest_word) word[size++] = static_cast<char>(text[i] | 0x20);
    while (i < text.size() && !is_letter(text[i]) && text[i] != ' ' && text[i] != '\n') ++i;
    ++all;
    found += size > 0 && known.count({word.data(), size});
    if (all == fewest && found + 2 < fewest) return false;  // most texts end here
  }
  return all >= fewest && found * 10 >= all * tenths;
}

}  // namespace kaynak::extract_detail
