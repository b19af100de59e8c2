/// @file Programs joined by pipes, spoken to in blocks that end with a zero byte. (POSIX behind one
/// file.)
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace kaynak::translate_detail {

/// A program and its arguments, as they are: no shell reads them.
using Command = std::vector<std::string>;

/// What an exchange brought, also where it broke off.
struct Exchange {
  std::vector<std::string> blocks;  ///< the complete blocks, without their zero bytes
  enum class End {
    complete,   ///< as many blocks as were asked for
    ended,      ///< a program closed its output: it crashed or refused the input
    timed_out,  //
    too_large,  ///< more output than `max_bytes`
  } end = End::complete;
};

/// Running programs, the output of each the input of the next. Not thread-safe; one exchange at a
/// time. After an exchange that is not complete, nothing can be asked any more. The destructor ends
/// and reaps every program.
class Pipeline {
 public:
  /// Starts the programs (looked up in PATH) with C.UTF-8 as their locale. None inherits a file
  /// descriptor but its standard three. Errors: unavailable (naming the program).
  static Result<std::unique_ptr<Pipeline>> start(const std::vector<Command>& commands);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// Writes `input` while reading, until `blocks` zero bytes came back.
  Exchange exchange(std::string_view input, std::size_t blocks, Milliseconds timeout,
                    std::size_t max_bytes);

  /// Everything the last program prints until it ends by itself, at most `max_bytes`. The first
  /// one's input is closed.
  std::string read_all(Milliseconds timeout, std::size_t max_bytes);

  /// How programs had ended before end() came.
  struct Deaths {
    int crashed = -1;     ///< index of the first that died by a signal of its own making
    bool killed = false;  ///< somebody else ended one
  };
  /// Ends and reaps all programs. Behind a broken exchange, `patience` gives one that is dying the
  /// time to be dead.
  Deaths end(Milliseconds patience = Milliseconds(0));
  /// The last lines the programs wrote to their standard error, at most 500 bytes.
  const std::string& complaints() const { return complaints_; }
  const std::vector<pid_t>& processes() const { return processes_; }

 private:
  Pipeline() = default;
  std::vector<pid_t> processes_;  ///< empty once ended
  int input_ = -1, output_ = -1, errors_ = -1;
  std::string complaints_;
};

}  // namespace kaynak::translate_detail
