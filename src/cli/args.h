/// @file Command-line options of one command (CLI11 behind one file).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kaynak {

/// Exit codes of every command, as `kaynak --help` and the man page list them.
enum ExitCode : int {
  exit_ok = 0,
  exit_failed = 1,  ///< something could not be done; standard error says what
  exit_usage = 2,   ///< the command line or the settings are wrong
};

/// A command (or the program): declares its options, then parses. Targets must outlive parse().
class Args {
 public:
  Args(const std::string& name, const std::string& description);
  ~Args();
  Args(const Args&) = delete;

  /// `names` as "-j,--jobs"; a name without dashes is positional.
  void text(const std::string& names, std::string* target, const std::string& help,
            bool required = false);
  void list(const std::string& names, std::vector<std::string>* target, const std::string& help,
            bool required = false);
  void number(const std::string& names, int* target, const std::string& help, int least, int most);
  void flag(const std::string& names, bool* target, const std::string& help);
  void choice(const std::string& names, std::string* target,
              const std::vector<std::string>& choices, const std::string& help);
  /// Shown under the options: examples.
  void footer(const std::string& text);
  /// A command below this one; `run` is called when it was named. The reference lives as long as
  /// this.
  Args& command(const std::string& name, const std::string& description,
                std::function<int()> run = {});
  /// Puts commands declared after this under a heading of the help.
  void group(const std::string& heading);

  /// Called after parsing, before the command that was named runs.
  void before(std::function<void()> act);

  /// Parses and runs the command that was named. Prints help, version or what is wrong; gives the
  /// exit code.
  int run(int argc, const char* const* argv);

 private:
  struct Impl;
  explicit Args(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kaynak
