/// @file A newsroom's settings: kaynak.toml, and environment variables over it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "gather/poll.h"
#include "gather/schedule.h"
#include "gather/transport.h"
#include "model/source.h"
#include "publish/site.h"

namespace kaynak {

/// What kaynak.toml says, with defaults for what it leaves out. docs/configuration.md describes
/// each key.
struct Config {
  SiteOptions site;
  std::vector<std::string>
      editions;  ///< wanted translations "en>es"; "all": every pair an engine serves
  std::string apertium_modes = "/usr/share/apertium/modes";
  Seconds engine_timeout{20};
  HttpOptions http;
  GatherOptions gather;
  ScheduleOptions schedule;
  Milliseconds host_delay{1000};        ///< between two requests to a host
  std::size_t host_connections = 1;     ///< requests at a time to a host
  std::size_t max_in_flight = 256;      ///< requests at a time in all
  std::uint64_t warc_bytes = 1u << 30;  ///< a file of the archive that has grown to this is closed
  bool websub = true;   ///< ask hubs to send what is new; needs a public site.base_url
  bool images = false;  ///< keep pictures and publish our own copies
  std::string
      replay;  ///< folder of WARC files inside the newsroom to take news from; empty: the network
  Rights import_rights = Rights::full;
  std::string serve_address = "127.0.0.1";
  int serve_port = 8080;
  std::vector<std::string> serve_proxies;  ///< reverse proxies whose X-Forwarded-For is believed
  int comments_per_minute = 5;
  int jobs = 0;  ///< worker threads; 0: one a core
};

/// Gives the value of an environment variable, if it is set. The program passes getenv; tests pass
/// a table.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

/// Reads `toml` (the text of kaynak.toml); then every key SECTION.KEY from KAYNAK_SECTION_KEY, or
/// from the file that KAYNAK_SECTION_KEY_FILE names. Errors: usage (an unknown key, a value of the
/// wrong form; names key and line).
Result<Config> parse_config(std::string_view toml, const Environment& environment);

/// The text that `kaynak init` writes: every key with its default and what it does.
std::string default_config_text(const std::string& title,
                                const std::vector<std::string>& languages);

}  // namespace kaynak
