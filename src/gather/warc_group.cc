// Which records tell of one answer.
#include "base/strings.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxFields = 1000;
// More than a request and a metadata record of each kind that is met stand beside no answer.
constexpr std::size_t kMaxCompanions = 8;

bool is_companion(const WarcRecord& record) {
  return record.type == "request" || record.type == "metadata";
}

/// Whether one names the other as concurrent. A record without an id is concurrent to none.
bool concurrent(const WarcRecord& a, const WarcRecord& b) {
  const auto names = [](const WarcRecord& from, const WarcRecord& to) {
    const auto id = header(to.headers, "WARC-Record-ID");
    for (const auto& [name, value] : from.headers)
      if (!id.empty() && iequals(name, "WARC-Concurrent-To") && value == id) return true;
    return false;
  };
  return names(a, b) || names(b, a);
}

void join(WarcGroup* group, WarcRecord&& companion) {
  if (companion.type == "request") {
    group->request_head = std::move(companion.block);
  } else {
    for (auto& field : parse_warc_fields(companion.block))
      group->metadata.push_back(std::move(field));
    group->has_metadata = true;
  }
}

std::uint64_t end_of(const WarcRecord& record) {
  return record.length > 0 ? record.offset + record.length : 0;
}

}  // namespace

Headers parse_warc_fields(std::string_view block) {
  Headers fields;
  for (auto line : split(block, '\n')) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (fields.size() >= kMaxFields) break;
    fields.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  return fields;
}

/// The next whole record, whether it was read ahead or not.
Result<std::optional<WarcRecord>> WarcGroupReader::take() {
  if (ahead_) return std::exchange(ahead_, std::nullopt);
  for (;;) {
    auto record = reader_->next();
    if (!record || !*record || !(*record)->truncated) return record;
  }
}

Result<std::optional<WarcGroup>> WarcGroupReader::next() {
  if (failed_) return fail(*std::exchange(failed_, std::nullopt));
  KAYNAK_ASSIGN(auto first, take());
  if (!first) return std::optional<WarcGroup>();
  WarcGroup group;
  std::vector<WarcRecord> companions;
  group.end = end_of(*first);
  bool answered = !is_companion(*first);
  group.main = std::move(*first);
  while (companions.size() < kMaxCompanions) {
    auto record = take();
    if (!record) failed_ = std::move(record).error();
    if (!record || !*record) break;
    if ((answered && !is_companion(**record)) || !concurrent(group.main, **record)) {
      ahead_ = std::move(**record);
      break;
    }
    group.end = end_of(**record);
    if (!is_companion(**record)) {
      answered = true;
      std::swap(group.main, **record);
    }
    companions.push_back(std::move(**record));
  }
  for (auto& companion : companions) join(&group, std::move(companion));
  return std::optional(std::move(group));
}

}  // namespace kaynak
