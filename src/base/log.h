/// @file Operator's log on standard error (spdlog behind one file). Thread-safe.
#pragma once

#include <string_view>

namespace kaynak {

enum class LogLevel { debug, info, warning, error, off };

/// Messages below `level` are dropped. The default is `info`.
void set_log_level(LogLevel level);
void log(LogLevel level, std::string_view stage, std::string_view message);
inline void log_info(std::string_view stage, std::string_view message) {
  log(LogLevel::info, stage, message);
}
inline void log_warning(std::string_view stage, std::string_view message) {
  log(LogLevel::warning, stage, message);
}
inline void log_error(std::string_view stage, std::string_view message) {
  log(LogLevel::error, stage, message);
}

}  // namespace kaynak
