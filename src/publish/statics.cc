#include "publish/statics.h"

#include <map>

namespace kaynak::publish_detail {

Result<std::vector<OutputFile>> load_statics(const std::vector<Path>& themes) {
  constexpr std::uint64_t max_static_bytes = 4u << 20;
  std::map<std::string, Path> chosen;
  for (const auto& theme : themes) {
    std::error_code error;  // a theme need not have the folder
    for (std::filesystem::directory_iterator it(theme / "static", error), end; !error && it != end;
         it.increment(error)) {
      const auto name = it->path().filename().string();
      if (it->is_regular_file(error) && name.front() != '.') chosen.emplace(name, it->path());
    }
  }
  if (chosen.count("style.css") == 0)
    return fail(ErrorCode::not_found, "publish", "no theme folder has static/style.css");
  std::vector<OutputFile> files;
  for (const auto& [name, path] : chosen) {
    KAYNAK_ASSIGN(std::string bytes, read_file(path, max_static_bytes));
    files.push_back({"static/" + safe_name(name), std::move(bytes)});
  }
  return files;
}

}  // namespace kaynak::publish_detail
