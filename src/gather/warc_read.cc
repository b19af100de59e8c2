#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "gather/warc.h"
#include "gather/warc_input.h"
#include "text/url.h"

namespace kaynak {
namespace {

using gather_detail::WarcInput;

constexpr std::size_t kMaxLine = 1 << 16;
constexpr std::size_t kMaxHeaders = 500;
constexpr int kMaxJunkLines = 1000;

std::optional<std::uint64_t> to_number(std::string_view text) {
  text = trim(text);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::string_view without_brackets(std::string_view uri) {
  if (uri.size() > 1 && uri.front() == '<' && uri.back() == '>')
    return uri.substr(1, uri.size() - 2);
  return uri;
}

bool begins_record(std::string_view line) { return line.substr(0, 5) == "WARC/"; }

class Reader : public WarcReader {
 public:
  Reader(std::unique_ptr<WarcInput> input, Path path, WarcLimits limits)
      : input_(std::move(input)), path_(std::move(path)), limits_(limits) {}

  Result<std::optional<WarcRecord>> next() override {
    if (over_) return std::optional<WarcRecord>();
    if (std::exchange(truncated_, false))
      return lost(input_->failure().empty() ? "ends inside a record" : input_->failure());
    if (glued_) {
      glued_ = false;
      return fail(ErrorCode::malformed, "gather",
                  path_.string() +
                      ": no empty line between two records, the Content-Length of the "
                      "first is wrong; reading goes on");
    }
    std::string first;
    std::uint64_t begin = 0;
    bool some = first_line(&first, &begin);
    // A Content-Length that is a little short leaves the end of a block before the next record.
    for (int i = 0; some && i < kMaxJunkLines && in_member_ > 0 && !arc_ && !begins_record(first);
         ++i)
      some = first_line(&first, &begin);
    if (!some) {
      if (!input_->failure().empty()) return lost(input_->failure());
      if (!input_->window().empty()) return lost("no record begins with a line so long");
      over_ = true;
      return std::optional<WarcRecord>();
    }
    WarcRecord record;
    record.offset = begin;
    record.index_in_member = input_->is_gzip() ? in_member_ : 0;
    ++in_member_;
    if (begins_record(first)) return warc_record(std::move(record));
    if (first.rfind("filedesc://", 0) == 0 || arc_) return arc_record(first, std::move(record));
    return lost("no WARC or ARC record begins with \"" + std::string(clip_utf8(first, 60)) + "\"");
  }

 private:
  /// The next line that is not empty; false at the end.
  bool first_line(std::string* line, std::uint64_t* begin) {
    for (;;) {
      if (input_->window().empty()) {
        if (!input_->next_member()) return false;
        continue;
      }
      if (input_->member_begin() != member_) in_member_ = 0;
      member_ = input_->member_begin();
      *begin = input_->is_gzip() ? member_ : input_->position();
      if (!read_line(line)) return false;
      if (!line->empty()) return true;
    }
  }

  /// One line without its end; false where there is none (the file ends) or it is too long.
  bool read_line(std::string* line) {
    line->clear();
    for (;;) {
      auto window = input_->window();
      if (window.empty()) {
        if (!input_->next_member()) return !line->empty();
        if (!line->empty() && begins_record(input_->window())) return true;
        continue;
      }
      const auto end = window.find('\n');
      const auto n = end == std::string_view::npos ? window.size() : end + 1;
      if (line->size() + n > kMaxLine) return false;
      line->append(window.substr(0, n));
      input_->consume(n);
      if (end == std::string_view::npos) continue;
      while (!line->empty() && (line->back() == '\n' || line->back() == '\r')) line->pop_back();
      return true;
    }
  }

  Result<std::optional<WarcRecord>> warc_record(WarcRecord record) {
    std::string line;
    for (;;) {
      if (!read_line(&line)) return lost("a record's header breaks off");
      if (line.empty()) break;
      if (record.headers.size() >= kMaxHeaders) return lost("a record has too many headers");
      const auto colon = line.find(':');
      if ((line.front() == ' ' || line.front() == '\t') && !record.headers.empty())
        record.headers.back().second.append(" ").append(trim(line));
      else if (colon != std::string::npos)
        record.headers.emplace_back(trim(std::string_view(line).substr(0, colon)),
                                    trim(std::string_view(line).substr(colon + 1)));
    }
    record.type = ascii_lower(header(record.headers, "WARC-Type"));
    // Some writers leave blanks in the address; a URI has none.
    record.target_uri = replace_all(
        std::string(without_brackets(header(record.headers, "WARC-Target-URI"))), " ", "%20");
    record.date = header(record.headers, "WARC-Date");
    record.content_type = header(record.headers, "Content-Type");
    const auto length = to_number(header(record.headers, "Content-Length"));
    if (!length) return lost("a record has no Content-Length");
    return with_block(std::move(record), *length);
  }

  /// "URL IP date type length" (version 1), or "URL IP date type result checksum location offset
  /// filename length" (version 2). The URL may hold blanks, so fields are counted from the end.
  Result<std::optional<WarcRecord>> arc_record(const std::string& first, WarcRecord record) {
    const bool head = first.rfind("filedesc://", 0) == 0;
    arc_ = record.arc = true;
    const auto parts = split(first, ' ');
    const std::size_t behind = arc_fields_ - 1;
    if (parts.size() < 1 + std::min<std::size_t>(behind, 4))
      return lost("an ARC record's first line has too few fields");
    const std::size_t from = parts.size() - (head ? std::min(behind, parts.size() - 1) : behind);
    if (from == 0 || from > parts.size()) return lost("an ARC record's first line is too short");
    record.type = head ? "arc_header" : "response";
    record.target_uri =
        first.substr(0, static_cast<std::size_t>(parts[from].data() - first.data()) - 1);
    record.date = parts[from + 1];
    record.content_type = parts[from + 2];
    auto result = with_block(std::move(record), to_number(parts.back()).value_or(0));
    if (head && result && *result) note_version((*result)->block);
    return result;
  }

  void note_version(std::string_view block) {
    const auto line = block.substr(0, block.find('\n'));
    if (line.rfind("2 ", 0) == 0) arc_fields_ = 10;
    if (block.empty()) {  // a header whose length is wrong: its two lines follow all the same
      std::string skipped;
      for (int i = 0; i < 2 && read_line(&skipped); ++i) {
      }
    }
  }

  Result<std::optional<WarcRecord>> with_block(WarcRecord record, std::uint64_t length) {
    const bool too_large = length > limits_.max_record_bytes;
    std::uint64_t left = length;
    while (left > 0) {
      const auto window = input_->window();
      if (window.empty()) {
        if (input_->next_member()) continue;
        record.truncated = truncated_ = true;
        break;
      }
      const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(left, window.size()));
      if (!too_large) record.block.append(window.substr(0, n));
      input_->consume(n);
      left -= n;
    }
    if (!truncated_) end_of_record(&record);
    if (too_large)
      return fail(ErrorCode::too_large, "gather",
                  path_.string() + ": the record at " + std::to_string(record.offset) + " has " +
                      std::to_string(length) + " bytes; it is skipped");
    return std::optional<WarcRecord>(std::move(record));
  }

  /// Consumes the empty lines behind the record, within its member, so that its length is known.
  void end_of_record(WarcRecord* record) {
    auto window = input_->window();
    glued_ = begins_record(window) && !record->arc;
    while (!window.empty() && (window.front() == '\r' || window.front() == '\n')) {
      input_->consume(1);
      window = input_->window();
    }
    if (!input_->is_gzip() || window.empty()) record->length = input_->position() - record->offset;
    if (input_->is_gzip() && record->index_in_member > 0) record->length = 0;
    // The checksum of a member is read behind its last record.
    if (!input_->failure().empty()) record->truncated = truncated_ = true;
  }

  /// What stands here is no record that can be read: the next one that can be found comes next.
  Unexpected lost(std::string why) {
    auto error = fail(input_->disk_failed() ? ErrorCode::unavailable : ErrorCode::malformed,
                      "gather", path_.string() + ": " + std::move(why));
    over_ = !input_->resync();
    in_member_ = 0;
    glued_ = false;
    return error;
  }

  std::unique_ptr<WarcInput> input_;
  Path path_;
  WarcLimits limits_;
  bool over_ = false;
  bool truncated_ = false;
  bool glued_ = false;
  bool arc_ = false;
  std::size_t arc_fields_ = 5;
  std::uint64_t member_ = 0;  ///< where the member of the last record begins
  std::uint32_t in_member_ = 0;
};

}  // namespace

Result<std::unique_ptr<WarcReader>> open_warc(const Path& path, const WarcLimits& limits,
                                              std::uint64_t offset) {
  KAYNAK_ASSIGN(auto input, WarcInput::open(path, offset));
  const auto begin = input->window();
  const auto looks = [&](std::string_view word) { return begin.substr(0, word.size()) == word; };
  // What its name says is an archive may be a damaged one: its records are looked for.
  const bool named = ascii_lower(path.filename().string()).find(".warc") != std::string::npos;
  if (!begin.empty() && offset == 0 && !named && !looks("WARC/") && !looks("filedesc://") &&
      begin.find_first_not_of("\r\n") == 0)
    return fail(ErrorCode::malformed, "gather", path.string() + " is no WARC or ARC file");
  if (begin.empty() && !named && !input->failure().empty())
    return fail(ErrorCode::malformed, "gather", path.string() + ": " + input->failure());
  return std::unique_ptr<WarcReader>(std::make_unique<Reader>(std::move(input), path, limits));
}

Time record_time(const WarcRecord& record) {
  std::string text = record.date;
  if (record.arc && text.size() >= 14)
    text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2) + "T" +
           text.substr(8, 2) + ":" + text.substr(10, 2) + ":" + text.substr(12, 2) + "Z";
  const auto parsed = parse_iso8601(text);
  if (!parsed) return Time{};
  int milliseconds = 0;
  const auto dot = text.find('.');
  for (std::size_t i = 1, unit = 100; dot != std::string::npos && i <= 3; ++i, unit /= 10) {
    if (dot + i >= text.size() || text[dot + i] < '0' || text[dot + i] > '9') break;
    milliseconds += (text[dot + i] - '0') * static_cast<int>(unit);
  }
  return std::chrono::floor<Seconds>(parsed->utc) + Milliseconds(milliseconds);
}

bool carries_http(const WarcRecord& record) {
  if (record.arc)
    return record.type == "response" && istarts_with(record.target_uri, "http") &&
           !record.block.empty();
  return (record.type == "response" || record.type == "request" || record.type == "revisit") &&
         istarts_with(record.content_type, "application/http") && !record.block.empty();
}

Result<Capture> capture_from(const WarcRecord& record) {
  Capture capture;
  capture.url = capture.final_url = record.target_uri;
  if (const auto asked = header(record.headers, "Kaynak-Requested-URI"); !asked.empty())
    capture.url = asked;
  capture.source = SourceId(header(record.headers, "Kaynak-Source"));
  capture.ip = header(record.headers, "WARC-IP-Address");
  capture.fetched = record_time(record);
  if (record.type == "resource") {
    capture.http_status = 200;
    if (!record.content_type.empty())
      capture.headers.emplace_back("Content-Type", record.content_type);
    capture.body = record.block;
  } else if (record.type == "response" && carries_http(record)) {
    KAYNAK_ASSIGN(auto message, parse_http_message(record.block));
    capture.http_status = message.status;
    capture.headers = std::move(message.headers);
    capture.body = std::move(message.payload);
  } else {
    return fail(ErrorCode::unsupported, "gather",
                "a record of type \"" + record.type + "\" holds no response: " + record.target_uri);
  }
  capture.id = capture_id_for(capture.url, capture.body);
  return capture;
}

Result<Capture> revisit_from(const WarcRecord& record, Capture original) {
  Capture capture = std::move(original);
  capture.url = capture.final_url = record.target_uri;
  if (const auto asked = header(record.headers, "Kaynak-Requested-URI"); !asked.empty())
    capture.url = asked;
  capture.source = SourceId(header(record.headers, "Kaynak-Source"));
  capture.ip = header(record.headers, "WARC-IP-Address");
  capture.fetched = record_time(record);
  if (carries_http(record)) {
    KAYNAK_ASSIGN(auto message, parse_http_message(record.block));
    capture.http_status = message.status;
    capture.headers = std::move(message.headers);
  }
  capture.id = capture_id_for(capture.url, capture.body);
  return capture;
}

Result<WarcRecord> read_record_at(const Path& path, std::uint64_t offset,
                                  std::uint32_t index_in_member) {
  KAYNAK_ASSIGN(auto reader, open_warc(path, {}, offset));
  for (std::uint32_t i = 0;; ++i) {
    KAYNAK_ASSIGN(auto record, reader->next());
    if (!record)
      return fail(ErrorCode::not_found, "gather",
                  "no record at " + std::to_string(offset) + " of " + path.string());
    if (i < index_in_member) continue;
    if (record->truncated)
      return fail(ErrorCode::malformed, "gather",
                  path.string() + ": the record at " + std::to_string(offset) +
                      " is damaged or breaks off");
    return std::move(*record);
  }
}

Result<Capture> read_capture_at(const Path& path, std::uint64_t offset,
                                std::uint32_t index_in_member) {
  KAYNAK_ASSIGN(const auto record, read_record_at(path, offset, index_in_member));
  return capture_from(record);
}

}  // namespace kaynak
