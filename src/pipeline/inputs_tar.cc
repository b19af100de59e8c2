#include <archive.h>
#include <archive_entry.h>

#include "base/file.h"
#include "pipeline/inputs.h"

namespace kaynak {
namespace {

class TarReader : public PageReader {
 public:
  TarReader(std::string path, const InputOptions& options)
      : path_(std::move(path)), options_(options) {}
  ~TarReader() override { close(); }

  Result<std::optional<InputPage>> next() override {
    if (done_) return std::optional<InputPage>();
    if (archive_ == nullptr) KAYNAK_TRY(open());
    archive_entry* entry = nullptr;
    for (;;) {
      const int code = archive_read_next_header(archive_, &entry);
      if (code == ARCHIVE_EOF) return end();
      if (code < ARCHIVE_WARN) return broken();
      if (archive_entry_filetype(entry) == AE_IFREG) break;
    }
    return read_member(entry);
  }

 private:
  Result<void> open() {
    if (!std::filesystem::exists(path_)) {
      done_ = true;
      return fail(ErrorCode::not_found, "input", "no file '" + path_ + "'");
    }
    archive_ = archive_read_new();
    archive_read_support_filter_all(archive_);
    archive_read_support_format_tar(archive_);
    if (archive_read_open_filename(archive_, path_.c_str(), 1 << 16) != ARCHIVE_OK) return broken();
    return {};
  }

  Unexpected broken() {
    done_ = true;
    const char* why = archive_error_string(archive_);
    return fail(ErrorCode::malformed, "input",
                "'" + path_ + "' can't be read on: " + (why != nullptr ? why : "broken archive") +
                    "; the pages before this point are good");
  }

  std::optional<InputPage> end() {
    done_ = true;
    return std::nullopt;
  }

  Result<std::optional<InputPage>> read_member(archive_entry* entry) {
    InputPage page;
    const char* name = archive_entry_pathname(entry);
    page.id = Path(name != nullptr ? name : "").stem().string();
    char buffer[1 << 16];
    for (;;) {
      const auto n = archive_read_data(archive_, buffer, sizeof buffer);
      if (n == 0) return std::optional(std::move(page));
      if (n < 0) return broken();
      if (page.bytes.size() + static_cast<std::size_t>(n) > options_.max_page_bytes) {
        page.bytes.clear();
        page.error = Error{ErrorCode::too_large, "input",
                           "'" + page.id + "' in '" + path_ + "' is over " +
                               std::to_string(options_.max_page_bytes) + " bytes"};
        return std::optional(std::move(page));
      }
      page.bytes.append(buffer, static_cast<std::size_t>(n));
    }
  }

  void close() {
    if (archive_ != nullptr) archive_read_free(archive_);
  }

  std::string path_;
  InputOptions options_;
  archive* archive_ = nullptr;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<PageReader> open_tar(const std::string& path, const InputOptions& options) {
  return std::make_unique<TarReader>(path, options);
}

}  // namespace kaynak
