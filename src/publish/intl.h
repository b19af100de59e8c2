/// @file What a reader's language needs beyond words: dates, lists, names of languages, plural
/// grammar (ICU behind one file). Internal to publish. Thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/ids.h"

namespace kaynak::publish_detail {

using MessageArgument = std::variant<std::string, std::int64_t>;
using MessageArguments = std::vector<std::pair<std::string, MessageArgument>>;

/// One ICU MessageFormat pattern of one language
/// (https://unicode-org.github.io/icu/userguide/format_parse/messages/).
class Message {
 public:
  /// Errors: malformed (what ICU says, and near which text).
  static Result<Message> compile(std::string_view pattern, const LanguageTag& language);
  Message(Message&&) noexcept;
  Message& operator=(Message&&) noexcept;
  ~Message();
  /// The message with its arguments; an argument that is not given stands as its name in braces.
  std::string format(const MessageArguments& arguments) const;
  /// Names of the arguments, sorted; empty for plain words.
  const std::vector<std::string>& arguments() const;

 private:
  struct Impl;
  explicit Message(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Formats of one language. A language that ICU does not know gets ICU's root formats.
class Intl {
 public:
  explicit Intl(const LanguageTag& language);
  Intl(Intl&&) noexcept;
  ~Intl();
  /// "15 August 2026", the day at the written offset.
  std::string day(const ZonedTime& at) const;
  /// "15 August 2026 at 14:30 GMT+7", at the written offset; the day alone where no time is known.
  std::string day_and_time(const ZonedTime& at) const;
  std::string weekday_and_day(Time at) const;  ///< "Wednesday, 25 November 2026" in UTC
  std::string list(const std::vector<std::string>& items) const;  ///< "A, B and C"
  /// The text with its first letter as a sentence begins ("İlk" in Turkish); the rest as it is.
  std::string as_sentence(const std::string& text) const;
  std::string percent(double share) const;  ///< "92 %"
  /// Name of `tag` in this language, without its region, as inside a sentence ("Vietnamca"); the
  /// tag itself where ICU has no name.
  std::string language_name(const LanguageTag& tag) const;
  /// The same, as it stands alone in a menu (capitalised where the language does so).
  std::string language_name_alone(const LanguageTag& tag) const;
  /// Name of a country (ISO 3166-1 alpha-2) in this language.
  std::string region_name(const std::string& country) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What speakers of `tag` call their language, capitalised ("Tiếng Việt", "Català", "العربية").
std::string own_language_name(const LanguageTag& tag);

}  // namespace kaynak::publish_detail
