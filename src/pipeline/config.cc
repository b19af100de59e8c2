#include "pipeline/config.h"

#include <charconv>
#include <cstdlib>
#include <functional>

#include "base/strings.h"
#include "base/toml.h"

namespace kaynak {
namespace {

/// One key of kaynak.toml. `set` gives what is wrong with a value, or nothing.
struct Key {
  const char* name;  ///< "section.key"
  std::function<std::optional<std::string>(Config*, const Json&)> set;
};

using Problem = std::optional<std::string>;

template <class F>
auto text_key(F&& member) {
  return [member](Config* c, const Json& v) -> Problem {
    if (!v.is_string()) return "is not a text";
    member(c) = v.as_string();
    return std::nullopt;
  };
}

/// A whole number between `least` and `most`.
template <class F>
auto number_key(std::int64_t least, std::int64_t most, F&& assign) {
  return [=](Config* c, const Json& v) -> Problem {
    std::int64_t n = v.as_int(least - 1);
    if (v.is_string()) {
      const auto& s = v.as_string();
      if (std::from_chars(s.data(), s.data() + s.size(), n).ptr != s.data() + s.size())
        return "is not a number";
    }
    if ((!v.is_number() && !v.is_string()) || n < least || n > most)
      return "is not a number from " + std::to_string(least) + " to " + std::to_string(most);
    assign(c, n);
    return std::nullopt;
  };
}

template <class F>
auto switch_key(F&& member) {
  return [member](Config* c, const Json& v) -> Problem {
    if (!v.is_bool() && v.as_string() != "true" && v.as_string() != "false")
      return "is neither true nor false";
    member(c) = v.is_bool() ? v.as_bool() : v.as_string() == "true";
    return std::nullopt;
  };
}

/// A list of texts; one text is split at commas, which is how environment variables give lists.
std::vector<std::string> list_of(const Json& v) {
  std::vector<std::string> out;
  if (v.is_string())
    for (const auto part : split(v.as_string(), ','))
      if (!trim(part).empty()) out.emplace_back(trim(part));
  for (const auto& item : v.items()) out.push_back(item.as_string());
  return out;
}

Problem set_languages(Config* c, const Json& v) {
  c->site.languages.clear();
  for (const auto& tag : list_of(v)) c->site.languages.emplace_back(std::string_view(tag));
  if (c->site.languages.empty()) return "names no language";
  for (const auto& tag : c->site.languages)
    if (safe_name(tag.value) != tag.value || tag.primary().size() < 2)
      return "holds '" + tag.value + "', which is no language tag";
  return std::nullopt;
}

Problem set_editions(Config* c, const Json& v) {
  c->editions = list_of(v);
  for (const auto& pair : c->editions)
    if (pair != "all" && pair.find('>') == std::string::npos)
      return "holds '" + pair + "'; write pairs as \"en>es\", or \"all\"";
  return std::nullopt;
}

Problem set_import_rights(Config* c, const Json& v) {
  const auto rights = rights_from(v.as_string());
  if (!rights) return "is none of full, excerpt, link, none";
  c->import_rights = *rights;
  return std::nullopt;
}

Problem set_base_url(Config* c, const Json& v) {
  auto url = v.as_string();
  if (!url.starts_with("http://") && !url.starts_with("https://"))
    return "is no http or https address";
  while (url.ends_with('/')) url.pop_back();
  c->site.base_url = url;
  return std::nullopt;
}

const std::vector<Key>& keys() {
  static const std::vector<Key> all = {
      {"site.title", text_key([](Config* c) -> std::string& { return c->site.title; })},
      {"site.base_url", set_base_url},
      {"site.languages", set_languages},
      {"site.front_page_stories", number_key(1, 500,
                                             [](Config* c, std::int64_t n) {
                                               c->site.front_page_stories =
                                                   static_cast<std::size_t>(n);
                                             })},
      {"site.ad_slots",
       [](Config* c, const Json& v) -> Problem {
         c->site.ad_slots = list_of(v);
         return std::nullopt;
       }},
      {"site.comments", switch_key([](Config* c) -> bool& { return c->site.comments; })},
      {"translate.editions", set_editions},
      {"translate.apertium_modes",
       text_key([](Config* c) -> std::string& { return c->apertium_modes; })},
      {"translate.timeout_seconds",
       number_key(1, 600, [](Config* c, std::int64_t n) { c->engine_timeout = Seconds(n); })},
      {"gather.replay", text_key([](Config* c) -> std::string& { return c->replay; })},
      {"gather.warc_megabytes",
       number_key(1, 1 << 20,
                  [](Config* c, std::int64_t n) {
                    c->warc_bytes = static_cast<std::uint64_t>(n) << 20;
                  })},
      {"gather.websub", switch_key([](Config* c) -> bool& { return c->websub; })},
      {"gather.images", switch_key([](Config* c) -> bool& { return c->images; })},
      {"gather.user_agent", text_key([](Config* c) -> std::string& { return c->http.user_agent; })},
      {"gather.timeout_seconds",
       number_key(1, 600, [](Config* c, std::int64_t n) { c->http.total_timeout = Seconds(n); })},
      {"gather.max_megabytes", number_key(1, 256,
                                          [](Config* c, std::int64_t n) {
                                            c->http.max_bytes = static_cast<std::size_t>(n) << 20;
                                          })},
      {"gather.host_delay_milliseconds",
       number_key(0, 600000, [](Config* c, std::int64_t n) { c->host_delay = Milliseconds(n); })},
      {"gather.host_connections", number_key(1, 16,
                                             [](Config* c, std::int64_t n) {
                                               c->host_connections = static_cast<std::size_t>(n);
                                             })},
      {"gather.max_in_flight", number_key(1, 2000,
                                          [](Config* c, std::int64_t n) {
                                            c->max_in_flight = static_cast<std::size_t>(n);
                                          })},
      {"gather.poll_min_seconds",
       number_key(1, 86400,
                  [](Config* c, std::int64_t n) { c->schedule.poll_least = Seconds(n); })},
      {"gather.poll_max_seconds",
       number_key(1, 7 * 86400,
                  [](Config* c, std::int64_t n) { c->schedule.poll_most = Seconds(n); })},
      {"gather.max_items_per_feed", number_key(1, 10000,
                                               [](Config* c, std::int64_t n) {
                                                 c->gather.max_items_per_poll =
                                                     static_cast<std::size_t>(n);
                                               })},
      {"gather.recheck_hours", number_key(0, 8760,
                                          [](Config* c, std::int64_t n) {
                                            c->schedule.recheck_younger_than = Seconds(n * 3600);
                                          })},
      {"gather.allow_private_addresses",
       [](Config* c, const Json& v) -> Problem {
         bool all = false;
         const auto problem = switch_key([&](Config*) -> bool& { return all; })(c, v);
         if (!problem && all) c->http.allow_networks = AllowedNetworks::all();
         return problem;
       }},
      {"gather.allow_networks",
       [](Config* c, const Json& v) -> Problem {
         auto networks = AllowedNetworks::parse(list_of(v));
         if (!networks) return "is wrong: " + networks.error().detail;
         c->http.allow_networks = std::move(*networks);
         return std::nullopt;
       }},
      {"gather.connect_to", text_key([](Config* c) -> std::string& { return c->http.connect_to; })},
      {"import.rights", set_import_rights},
      {"serve.address", text_key([](Config* c) -> std::string& { return c->serve_address; })},
      {"serve.port",
       number_key(0, 65535,
                  [](Config* c, std::int64_t n) { c->serve_port = static_cast<int>(n); })},
      {"serve.proxies",
       [](Config* c, const Json& v) -> Problem {
         c->serve_proxies = list_of(v);
         return std::nullopt;
       }},
      {"serve.comments_per_minute",
       number_key(1, 1000,
                  [](Config* c, std::int64_t n) { c->comments_per_minute = static_cast<int>(n); })},
      {"run.jobs",
       number_key(0, 256, [](Config* c, std::int64_t n) { c->jobs = static_cast<int>(n); })},
  };
  return all;
}

const Key* find_key(const std::string& name) {
  for (const auto& key : keys())
    if (name == key.name) return &key;
  return nullptr;
}

Unexpected wrong(const std::string& where, const std::string& problem) {
  return fail(ErrorCode::usage, "config",
              where + " " + problem + "; docs/configuration.md lists every key");
}

Result<void> apply_file(Config* config, const Json& root) {
  for (const auto& [section, table] : root.members()) {
    if (!table.is_object())
      return wrong("kaynak.toml: '" + section + "'", "stands outside of any [section]");
    for (const auto& [name, value] : table.members()) {
      const auto full = section + "." + name;
      const auto* key = find_key(full);
      if (key == nullptr) return wrong("kaynak.toml: '" + full + "'", "is no setting of Kaynak");
      if (const auto problem = key->set(config, value))
        return wrong("kaynak.toml: '" + full + "'", *problem);
    }
  }
  return {};
}

std::string variable_name(std::string_view key) {
  std::string out = "KAYNAK_";
  for (const char c : key)
    out += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c);
  return out;
}

Result<void> apply_environment(Config* config, const Environment& environment) {
  for (const auto& key : keys()) {
    const auto name = variable_name(key.name);
    auto value = environment(name);
    if (const auto file = environment(name + "_FILE"); !value && file) {
      KAYNAK_ASSIGN(const auto text, read_file(*file, 1 << 20));
      value = std::string(trim(text));
    }
    if (!value) continue;
    if (const auto problem = key.set(config, Json(*value)))
      return wrong("environment variable " + name, *problem);
  }
  return {};
}

}  // namespace

Environment process_environment() {
  return [](const std::string& name) -> std::optional<std::string> {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
  };
}

Result<Config> parse_config(std::string_view toml, const Environment& environment) {
  Config config;
  config.editions = {"all"};
  config.site.languages = {LanguageTag("en")};
  const auto root = parse_toml(toml, "kaynak.toml");
  if (!root) return fail(ErrorCode::usage, "config", root.error().detail);
  KAYNAK_TRY(apply_file(&config, *root));
  KAYNAK_TRY(apply_environment(&config, environment));
  return config;
}

std::string default_config_text(const std::string& title,
                                const std::vector<std::string>& languages) {
  const auto quoted = [](const std::string& s) { return Json(s).dump(); };
  std::string list;
  for (const auto& tag : languages) list += (list.empty() ? "" : ", ") + quoted(tag);
  return "# A Kaynak newsroom. Every key can also come from the environment: KAYNAK_SITE_TITLE, "
         "KAYNAK_SERVE_PORT, …\n\n"
         "[site]\n"
         "title = " +
         quoted(title) +
         "\n"
         "base_url = \"http://127.0.0.1:8080\"   # where readers find it; used in feeds, sitemaps "
         "and canonical links\n"
         "languages = [" +
         list +
         "]   # one folder of the site each; the first is the default\n"
         "# front_page_stories = 40\n"
         "# comments = true\n"
         "# ad_slots = [\"below-text\"]   # your own labelled boxes on article pages\n\n"
         "[translate]\n"
         "editions = [\"all\"]   # or pairs: [\"en>es\", \"es>ca\"]\n\n"
         "[gather]\n"
         "# user_agent = \"Kaynak/0.1 (+https://your.example/bot)\"   # say who you are\n"
         "# host_delay_milliseconds = 1000\n"
         "# images = false   # true: keep pictures too and publish our own copies, where their "
         "rights allow\n"
         "# recheck_hours = 48   # how long a page is looked at again for corrections\n\n"
         "[import]\n"
         "rights = \"full\"   # of imported pages whose outlet has no file in sources/: full, "
         "excerpt, link or none\n\n"
         "[serve]\n"
         "# address = \"127.0.0.1\"\n"
         "# port = 8080\n";
}

}  // namespace kaynak
