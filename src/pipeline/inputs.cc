#include "pipeline/inputs.h"

#include <algorithm>
#include <deque>
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/strings.h"
#include "pipeline/inputs_warc.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;
using namespace pipeline_detail;

bool ends_with_any(const std::string& path, std::initializer_list<const char*> endings) {
  const auto lower = ascii_lower(path);
  return std::any_of(endings.begin(), endings.end(),
                     [&](const char* e) { return lower.ends_with(e); });
}
bool is_tar(const std::string& path) {
  return ends_with_any(path, {".tar", ".tar.gz", ".tgz", ".tar.zst", ".tar.xz", ".tar.bz2"});
}
bool is_warc(const std::string& path) {
  return ends_with_any(path, {".warc", ".warc.gz", ".arc", ".arc.gz"});
}
bool is_page(const std::string& path) {
  return ends_with_any(path, {".html", ".htm", ".xhtml", ".shtml", ".php", ".asp"});
}
/// A file that an agency may have sent, and did: other XML, JSON and text of a folder is no page.
bool is_wire(const std::string& path) {
  if (!ends_with_any(
          path, {".xml", ".nitf", ".newsml", ".json", ".ninjs", ".txt", ".tst", ".anpa", ".7901"}))
    return false;
  std::string head(8192, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return sniff_wire(head).has_value();
}
bool is_url(const std::string& input) {
  return istarts_with(input, "http://") || istarts_with(input, "https://");
}

class Pages : public PageReader {
 public:
  Pages(std::vector<std::string> inputs, const InputOptions& options)
      : waiting_(inputs.begin(), inputs.end()), options_(options) {
    warcs_.options = options;
  }

  PassedOver passed_over() const override { return warcs_.passed; }

  Result<std::optional<InputPage>> next() override {
    for (;;) {
      if (archive_ != nullptr) {
        auto page = archive_->next();
        if (!page || *page) return page;
        archive_.reset();
      }
      if (waiting_.empty()) return late();
      const auto input = std::move(waiting_.front());
      waiting_.pop_front();
      auto page = open(input);
      if (!page || *page) return page;
    }
  }

 private:
  /// Revisits in archives that stand before the one with their original.
  std::optional<InputPage> late() {
    while (!warcs_.waiting.empty()) {
      const auto revisit = std::move(warcs_.waiting.front());
      warcs_.waiting.pop_front();
      if (auto page = late_page(revisit, &warcs_)) return page;
    }
    return std::nullopt;
  }

  /// One page, or nothing where the input was put in the way of `next` (an archive, a folder).
  Result<std::optional<InputPage>> open(const std::string& input) {
    if (input == "-") return standard_input();
    if (is_url(input)) return fetch(input);
    std::error_code ec;
    if (fs::is_directory(input, ec)) return expand(input);
    if (is_tar(input))
      archive_ = open_tar(input, options_);
    else if (is_warc(input))
      archive_ = open_warc_pages(input, &warcs_);
    else
      return file(input);
    return std::optional<InputPage>();
  }

  Result<std::optional<InputPage>> file(const std::string& path) {
    InputPage page;
    page.id = Path(path).stem().string();
    auto bytes = read_file(path, options_.max_page_bytes);
    if (!bytes && bytes.error().code != ErrorCode::too_large) return fail(std::move(bytes).error());
    if (bytes) {
      page.content_type = wire_media_type(*bytes);
      page.bytes = std::move(*bytes);
    } else
      page.error = std::move(bytes).error();
    return std::optional(std::move(page));
  }

  Result<std::optional<InputPage>> expand(const std::string& folder) {
    std::vector<std::string> found;
    std::error_code ec;
    for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
      const auto path = it->path().string();
      if (it->is_regular_file() &&
          (is_page(path) || is_tar(path) || is_warc(path) || is_wire(path)))
        found.push_back(path);
    }
    if (ec)
      return fail(ErrorCode::unavailable, "input",
                  "can't read folder '" + folder + "': " + ec.message());
    if (found.empty())
      return fail(ErrorCode::not_found, "input",
                  "folder '" + folder +
                      "' holds no .html, .tar.gz or .warc(.gz) files, and none of an agency");
    std::sort(found.begin(), found.end());
    waiting_.insert(waiting_.begin(), found.begin(), found.end());
    return std::optional<InputPage>();
  }

  Result<std::optional<InputPage>> standard_input() {
    InputPage page;
    page.id = "-";
    char buffer[1 << 16];
    while (std::cin.read(buffer, sizeof buffer), std::cin.gcount() > 0) {
      page.bytes.append(buffer, static_cast<std::size_t>(std::cin.gcount()));
      if (page.bytes.size() > options_.max_page_bytes) {
        page.bytes.clear();
        page.error =
            Error{ErrorCode::too_large, "input",
                  "standard input is over " + std::to_string(options_.max_page_bytes) + " bytes"};
        break;
      }
    }
    return std::optional(std::move(page));
  }

  Result<std::optional<InputPage>> fetch(const std::string& url) {
    if (options_.transport == nullptr)
      return fail(ErrorCode::unsupported, "input", "'" + url + "': addresses are not fetched here");
    auto capture = options_.transport->get({url, {}, {}});
    if (!capture) return fail(std::move(capture).error());
    if (capture->http_status != 200)
      return fail(ErrorCode::unavailable, "input",
                  "'" + url + "' answered with status " + std::to_string(capture->http_status));
    InputPage page;
    page.id = url;
    page.url = capture->final_url.empty() ? url : capture->final_url;
    page.content_type = header(capture->headers, "Content-Type");
    page.fetched = capture->fetched;
    page.bytes = std::move(capture->body);
    return std::optional(std::move(page));
  }

  std::deque<std::string> waiting_;
  InputOptions options_;
  WarcInputs warcs_;
  std::unique_ptr<PageReader> archive_;
};

}  // namespace

std::string wire_media_type(std::string_view bytes) {
  const auto format = sniff_wire(bytes);
  if (!format) return {};
  switch (*format) {
    case WireFormat::ninjs:
      return "application/json";
    case WireFormat::iptc7901:
    case WireFormat::anpa:
      return "application/octet-stream";
    default:
      return "application/xml";
  }
}

std::unique_ptr<PageReader> open_pages(std::vector<std::string> inputs,
                                       const InputOptions& options) {
  return std::make_unique<Pages>(std::move(inputs), options);
}

}  // namespace kaynak
