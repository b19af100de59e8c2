#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "cli/args.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

constexpr std::int64_t kEveryMilliseconds = 80;       // on a terminal: fast enough to look alive
constexpr std::int64_t kLogEveryMilliseconds = 5000;  // in a log file: one line now and then

volatile std::sig_atomic_t g_stop = 0;  // a signal handler can set nothing else

void on_signal(int signal) {
  if (g_stop != 0) std::_Exit(128 + signal);
  g_stop = 1;
}

std::int64_t now_milliseconds() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1F9FF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_mark(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0591 && c <= 0x05BD) ||
         (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0xFEFF;
}

int width_of(char32_t c) { return c < 0x20 || is_mark(c) ? 0 : is_wide(c) ? 2 : 1; }

int terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20) return size.ws_col;
  return 160;
}

void print_row(const std::vector<std::string>& cells, const std::vector<int>& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto cell = fit(cells[i], widths[i]);
    line += cell;
    if (i + 1 < cells.size())
      line.append(static_cast<std::size_t>(std::max(0, widths[i] - display_width(cell)) + 2), ' ');
  }
  while (line.ends_with(' ')) line.pop_back();
  print_line(line);
}

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t i = 0; i < text.size();) width += width_of(next_code_point(text, &i));
  return width;
}

std::string fit(std::string_view text, int width) {
  std::string out;
  int used = 0;
  const bool cut = display_width(text) > width;
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    const auto c = next_code_point(text, &i);
    if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0))
      continue;  // foreign text never steers the terminal
    if (used + width_of(c) > width - (cut ? 1 : 0)) break;
    used += width_of(c);
    out += text.substr(begin, i - begin);
  }
  return cut ? out + "…" : out;
}

void print_table(const std::vector<std::string>& headings,
                 const std::vector<std::vector<std::string>>& rows) {
  constexpr int kWidest = 48;
  std::vector<int> widths;
  for (std::size_t column = 0; column < headings.size(); ++column) {
    int widest = display_width(headings[column]);
    for (const auto& row : rows) widest = std::max(widest, display_width(row[column]));
    widths.push_back(std::min(widest, kWidest));
  }
  int used = 0;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) used += widths[i] + 2;
  widths.back() = std::max(20, terminal_width() - used);
  print_row(headings, widths);
  for (const auto& row : rows) print_row(row, widths);
}

int print_error(const Error& error) {
  std::fprintf(stderr, "kaynak: %s: %s\n", error.stage.c_str(), error.detail.c_str());
  return error.code == ErrorCode::usage ? exit_usage : exit_failed;
}

void print_note(const std::string& text) { std::fprintf(stderr, "kaynak: %s\n", text.c_str()); }

ProgressLine::ProgressLine() : terminal_(::isatty(STDERR_FILENO) == 1), last_(now_milliseconds()) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(const std::string& text) {
  const auto now = now_milliseconds();
  if (now - last_ < (terminal_ ? kEveryMilliseconds : kLogEveryMilliseconds)) return;
  last_ = now;
  if (!terminal_) {
    print_note(text);
    return;
  }
  winsize size{};
  const int columns =
      ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
  std::fprintf(stderr, "\r\033[K%s", fit(text, columns - 1).c_str());
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_) std::fputs("\r\033[K", stderr);
  shown_ = false;
}

bool stop_requested() { return g_stop != 0; }

void install_stop_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool print_line(const std::string& line) {
  return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() &&
         std::fputc('\n', stdout) != EOF;
}

}  // namespace kaynak
