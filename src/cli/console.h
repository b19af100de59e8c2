/// @file What a person sees: tables on standard output, progress and problems on standard error.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace kaynak {

/// Columns a text takes on a terminal: wide characters count two, combining marks none.
int display_width(std::string_view text);
/// `text` cut to `width` columns, with "…" where something was cut.
std::string fit(std::string_view text, int width);

/// A table with a heading line; the last column takes what the terminal's width leaves.
void print_table(const std::vector<std::string>& headings,
                 const std::vector<std::vector<std::string>>& rows);

/// One line on standard error, "kaynak: …". Gives the exit code that belongs to the error.
int print_error(const Error& error);
void print_note(const std::string& text);

/// A line that rewrites itself on a terminal, and is silent elsewhere but for one line every few
/// seconds of long work.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  void show(const std::string& text);
  void clear();

 private:
  bool terminal_;
  std::int64_t last_ = 0;
  bool shown_ = false;
};

/// Becomes true on SIGINT or SIGTERM; install_stop_signals() makes them set it. A second signal
/// ends the program.
bool stop_requested();
void install_stop_signals();

/// Writes to standard output; gives false when nobody reads any more (a closed pipe), so that long
/// output can end.
bool print_line(const std::string& line);

}  // namespace kaynak
