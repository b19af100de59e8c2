#include "pipeline/source_desk.h"

#include <algorithm>

#include "base/strings.h"
#include "pipeline/incoming.h"
#include "pipeline/near_names.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

std::string host_in(const std::string& word) {
  const auto url = Url::parse(word.find("://") == std::string::npos ? "https://" + word : word);
  return url ? std::string(url->host()) : std::string();
}

std::string last_part(const std::string& id) { return id.substr(id.rfind('/') + 1); }

/// Sources whose name, or last part of whose id, is the word.
std::vector<SourceEntry> called(const SourceBook& book, const std::string& word) {
  std::vector<SourceEntry> out;
  const auto folded = fold(word);
  for (auto& entry : book.all())
    if (fold(entry.source.name) == folded || last_part(entry.source.id.value) == word)
      out.push_back(std::move(entry));
  return out;
}

Unexpected nobody(const SourceBook& book, const std::string& word) {
  std::vector<std::string> names;
  for (const auto& entry : book.all()) {
    names.push_back(entry.source.id.value);
    names.push_back(entry.source.name);
  }
  auto near = near_names(word, names);
  for (auto& name : near) name = "'" + name + "'";
  return fail(ErrorCode::not_found, "source",
              "no source is called '" + word + "'" +
                  (near.empty() ? "; `kaynak source list` shows all"
                                : "; did you mean " + join(near, " or ") + "?"));
}

bool is_below(const Path& file, const Path& folder) {
  const auto relative = file.lexically_normal().lexically_relative(folder.lexically_normal());
  return !relative.empty() && *relative.begin() != "..";
}

/// Whether a line begins with the key `paused`.
bool is_pause_line(std::string_view line) {
  line = trim(line);
  if (!line.starts_with("paused")) return false;
  return trim(line.substr(6)).starts_with("=");
}

// --- health

Result<PollHealth> poll_health(Store& store, const FetchRow& row) {
  KAYNAK_ASSIGN(const auto subscription, store.subscription(row.key));
  PollHealth out{fetch_kind_from(row.kind), fetch_task_from(row.state).state, row.due, {}};
  if (subscription) out.subscribed_until = subscription->until;
  return out;
}

template <class Which>
const PollHealth* first_of(const std::vector<PollHealth>& polls, const Which& which) {
  const auto found = std::find_if(polls.begin(), polls.end(), which);
  return found == polls.end() ? nullptr : &*found;
}

/// One that was given up is not failing any more.
bool is_failing(const FetchState& state) {
  const bool refused = state.fetched == Time{} && !state.last_error.empty();
  return state.retired.empty() && (state.failures > 0 || refused);
}

std::string failing_words(const FetchState& state, Time now) {
  const auto since = state.last_success != Time{}
                         ? "since " + to_rfc3339(state.last_success) + " (" +
                               duration_words(now - state.last_success) + ")"
                         : "from the beginning";
  const auto times =
      state.failures > 1 ? ", " + std::to_string(state.failures) + " times in a row" : "";
  return "failing " + since + times + ": " + state.last_error;
}

void judge(SourceHealth* health, Time now) {
  const auto& polls = health->polls;
  const auto say = [&](SourceState state, std::string note) {
    health->state = state;
    health->note = std::move(note);
  };
  const auto& source = health->entry.source;
  if (source.paused)
    return say(SourceState::paused, "paused; kaynak source resume " + source.id.value);
  if (source.feeds.empty() && source.sitemaps.empty() && source.sections.empty())
    return say(SourceState::not_polled, "");
  if (const auto* p = first_of(polls, [](const auto& p) { return is_failing(p.state); }))
    return say(SourceState::failing, p->state.url + ": " + failing_words(p->state, now));
  if (const auto* p = first_of(polls, [](const auto& p) { return !p.state.retired.empty(); }))
    return say(SourceState::retired, p->state.url + ": " + p->state.retired);
  if (const auto* p = first_of(polls, [](const auto& p) { return !p.state.moved_to.empty(); }))
    return say(SourceState::moved, p->state.url + " moved to " + p->state.moved_to);
  if (health->last_success == Time{}) say(SourceState::fresh, "not asked yet");
}

}  // namespace

Result<SourceEntry> name_source(const SourceBook& book, const std::string& word) {
  if (auto entry = book.find(SourceId(word))) return std::move(*entry);
  auto found = called(book, word);
  if (found.size() == 1) return std::move(found.front());
  if (found.size() > 1) {
    std::vector<std::string> ids;
    for (const auto& entry : found) ids.push_back(entry.source.id.value);
    return fail(ErrorCode::usage, "source",
                "'" + word + "' may be " + join(ids, " or ") + "; give the id");
  }
  if (auto entry = book.find_by_host(host_in(word))) return std::move(*entry);
  return nobody(book, word);
}

std::string with_pause(std::string_view toml, bool paused) {
  std::string out;
  bool in_tables = false;  // below a [table], a key would belong to it
  for (std::size_t begin = 0; begin < toml.size();) {
    const auto end = std::min(toml.find('\n', begin), toml.size() - 1) + 1;
    const auto line = toml.substr(begin, end - begin);
    in_tables = in_tables || trim(line).starts_with("[");
    if (in_tables || !is_pause_line(line)) out += line;
    begin = end;
  }
  return paused ? "paused = true\n" + out : out;
}

Result<bool> set_paused(const Newsroom& newsroom, const SourceEntry& entry, bool paused) {
  if (entry.source.paused == paused) return false;
  KAYNAK_ASSIGN(const auto text, read_file(entry.file, kMaxSourceFile));
  const auto changed = with_pause(text, paused);
  auto wanted = entry.source;
  wanted.paused = paused;
  const auto check = parse_source(wanted.id, changed);
  if (!check || check->source != wanted)
    return fail(ErrorCode::unsupported, "source",
                "can't find where '" + entry.file.string() + "' says paused; edit it by hand");
  const auto file = is_below(entry.file, newsroom.paths.sources())
                        ? entry.file
                        : newsroom.paths.sources() / (entry.source.id.value + ".toml");
  KAYNAK_TRY(write_file_atomically(file, changed));
  return true;
}

Result<Path> remove_source(const Newsroom& newsroom, const SourceEntry& entry) {
  const auto& id = entry.source.id.value;
  if (!is_below(entry.file, newsroom.paths.sources()))
    return fail(ErrorCode::refused, "source",
                "'" + id + "' comes with Kaynak; to be rid of it: kaynak source pause " + id);
  auto to = newsroom.paths.sources() / kRemovedSources / (id + ".toml");
  std::error_code ec;
  fs::create_directories(to.parent_path(), ec);
  fs::rename(entry.file, to, ec);
  if (ec)
    return fail(
        ErrorCode::unavailable, "source",
        "can't move '" + entry.file.string() + "' to '" + to.string() + "': " + ec.message());
  return to;
}

Result<int> poll_now(Store& store, const SourceId& id, Time now) {
  KAYNAK_ASSIGN(auto rows, store.polls(id));
  const auto done = store.transaction([&]() -> Result<void> {
    for (auto& row : rows) {
      auto task = fetch_task_from(row.state);
      task.state.retired.clear();
      row.state = to_text(task);
      row.due = now;
      KAYNAK_TRY(store.put_fetch(row));
    }
    return {};
  });
  if (!done) return fail(done.error());
  return static_cast<int>(rows.size());
}

const char* to_string(SourceState state) {
  constexpr const char* kWords[] = {"ok",    "not asked yet", "paused",    "failing",
                                    "moved", "retired",       "not polled"};
  return kWords[static_cast<std::size_t>(state)];
}

Result<SourceHealth> source_health(Store& store, const SourceEntry& entry, Time now) {
  SourceHealth out;
  out.entry = entry;
  KAYNAK_ASSIGN(const auto rows, store.polls(entry.source.id));
  for (const auto& row : rows) {
    KAYNAK_ASSIGN(auto poll, poll_health(store, row));
    out.last_success = std::max(out.last_success, poll.state.last_success);
    out.last_new = std::max(out.last_new, poll.state.last_new);
    if (poll.due && (!out.due || *poll.due < *out.due)) out.due = poll.due;
    out.polls.push_back(std::move(poll));
  }
  KAYNAK_ASSIGN(const auto articles,
                store.articles_since(entry.source.id, now - Seconds(7 * 86400)));
  out.articles_a_day = static_cast<double>(articles) / 7;
  judge(&out, now);
  return out;
}

std::string duration_words(Milliseconds length) {
  const auto seconds =
      std::max<std::int64_t>(0, std::chrono::duration_cast<Seconds>(length).count());
  const auto say = [](std::int64_t n, const char* unit) {
    return std::to_string(n) + " " + unit + (n == 1 ? "" : "s");
  };
  if (seconds < 90) return say(seconds, "second");
  if (seconds < 90 * 60) return say((seconds + 30) / 60, "minute");
  if (seconds < 36 * 3600) return say((seconds + 1800) / 3600, "hour");
  return say((seconds + 43200) / 86400, "day");
}

std::string ago_words(Time at, Time now) {
  if (at == Time{}) return "never";
  return duration_words(now - at) + " ago";
}

std::string until_words(const std::optional<Time>& at, Time now) {
  if (!at) return "never";
  return *at <= now ? "now" : "in " + duration_words(*at - now);
}

}  // namespace kaynak
