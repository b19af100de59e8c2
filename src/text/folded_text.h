/// @file Text as readers see it, built out of pieces of a page, with the way back into the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kaynak {

/// Text being built: white space folded, NFC, without soft hyphens and direction marks, and for
/// every byte where in the given text it stood.
class FoldedText {
 public:
  /// Appends [begin, end) of `page_text`: UTF-8, ranges on code-point boundaries.
  void append(std::string_view page_text, std::uint32_t begin, std::uint32_t end);
  /// The next text is parted by a blank from what stands already.
  void part() { blank_pending_ = !text_.empty(); }
  const std::string& text() const { return text_; }
  /// Where the byte at `at` stands in the page; `at` may be the end.
  std::uint32_t source_begin(std::uint32_t at) const;
  std::uint32_t source_end(std::uint32_t at) const;
  /// Where the next appended letter will stand.
  std::uint32_t next_position() const {
    return static_cast<std::uint32_t>(text_.size()) + blank_pending_;
  }

 private:
  struct Run {
    std::uint32_t at;      ///< into text_
    std::uint32_t source;  ///< into the page
    std::uint32_t size;    ///< bytes that correspond one to one, where the sizes are equal; else
    std::uint32_t source_size;  ///< the run does as a whole: letters that NFC composed
    bool exact() const { return size == source_size; }
  };
  void add_run(const Run& run);
  void add_runs_of_changed(std::string_view composed, std::string_view word, Run whole);
  /// The run that holds the byte at `at`; nullptr where there is no text.
  const Run* run_at(std::uint32_t at) const;
  std::string text_;
  std::vector<Run> runs_;
  bool blank_pending_ = false;
};

}  // namespace kaynak
