#include <unicode/casemap.h>
#include <unicode/datefmt.h>
#include <unicode/dtptngen.h>
#include <unicode/listformatter.h>
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>
#include <unicode/simpletz.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <cctype>
#include <mutex>

#include "base/strings.h"
#include "publish/intl.h"

namespace kaynak::publish_detail {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::Locale locale_for(const LanguageTag& language) {
  UErrorCode status = U_ZERO_ERROR;
  auto locale = icu::Locale::forLanguageTag(language.value, status);
  if (U_FAILURE(status) || locale.isBogus()) return icu::Locale::getRoot();
  return locale;
}

UDate to_udate(Time at) { return static_cast<UDate>(at.time_since_epoch().count()); }

/// Names of the arguments in a pattern, sorted, each once.
std::vector<std::string> argument_names(const icu::UnicodeString& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(pattern, nullptr, status);
  std::vector<std::string> names;
  if (U_FAILURE(status)) return names;
  for (int i = 0; i < parsed.countParts(); ++i) {
    const auto& part = parsed.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME)
      names.push_back(to_utf8(parsed.getSubstring(part)));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

struct Message::Impl {
  std::unique_ptr<icu::MessageFormat> format;  // null for plain words
  std::string plain;
  std::vector<std::string> arguments;
  std::mutex
      mutex;  // MessageFormat makes its number formats at first use, without a lock of its own
};

Message::Message(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Message::Message(Message&&) noexcept = default;
Message& Message::operator=(Message&&) noexcept = default;
Message::~Message() = default;

Result<Message> Message::compile(std::string_view pattern, const LanguageTag& language) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  auto impl = std::make_unique<Impl>();
  const auto text = from_utf8(pattern);
  impl->format = std::make_unique<icu::MessageFormat>(text, locale_for(language), where, status);
  if (U_FAILURE(status))
    return fail(ErrorCode::malformed, "publish",
                std::string(u_errorName(status)) + " near \"" +
                    to_utf8(icu::UnicodeString(where.preContext)) + "\"");
  impl->arguments = argument_names(text);
  Message message(std::move(impl));
  if (message.impl_->arguments.empty()) {
    message.impl_->plain = message.format({});
    message.impl_->format.reset();
  }
  return message;
}

std::string Message::format(const MessageArguments& arguments) const {
  if (!impl_->format) return impl_->plain;
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(from_utf8(name));
    if (const auto* text = std::get_if<std::string>(&value))
      values.emplace_back(from_utf8(*text));
    else
      values.emplace_back(std::get<std::int64_t>(value));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  const std::lock_guard lock(impl_->mutex);
  impl_->format->format(names.data(), values.data(), static_cast<int>(names.size()), out, status);
  return U_FAILURE(status) ? std::string() : to_utf8(out);
}

const std::vector<std::string>& Message::arguments() const { return impl_->arguments; }

struct Intl::Impl {
  icu::Locale locale;
  std::unique_ptr<icu::SimpleDateFormat> day, moment, weekday;
  std::unique_ptr<icu::ListFormatter> lists;
  std::unique_ptr<icu::NumberFormat> percents;
  std::unique_ptr<icu::LocaleDisplayNames> names, menu_names;
  std::mutex mutex;  // the formats are given each date's own zone before they write it

  std::string write(icu::SimpleDateFormat* format, const ZonedTime& at) {
    const std::lock_guard lock(mutex);
    const auto minutes = static_cast<int>(at.offset.count());
    // "GMT+07:00" as the zone's name makes ICU write the offset, for we know no place.
    format->adoptTimeZone(new icu::SimpleTimeZone(minutes * 60'000, zone_id(minutes)));
    icu::UnicodeString out;
    format->format(to_udate(at.utc), out);
    return to_utf8(out);
  }

  static icu::UnicodeString zone_id(int minutes) {
    icu::UnicodeString id("GMT");
    if (minutes == 0) return id;
    const int size = std::abs(minutes);
    const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
    return id.append(minutes < 0 ? u'-' : u'+')
        .append(from_utf8(two(size / 60) + ":" + two(size % 60)));
  }
};

namespace {

std::unique_ptr<icu::SimpleDateFormat> date_format(const icu::Locale& locale,
                                                   const char* skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  icu::UnicodeString pattern("y-MM-dd");
  if (U_SUCCESS(status)) pattern = generator->getBestPattern(from_utf8(skeleton), status);
  status = U_ZERO_ERROR;
  return std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
}

std::unique_ptr<icu::LocaleDisplayNames> display_names(const icu::Locale& locale,
                                                       UDisplayContext capitals) {
  UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, capitals, UDISPCTX_LENGTH_FULL};
  return std::unique_ptr<icu::LocaleDisplayNames>(
      icu::LocaleDisplayNames::createInstance(locale, contexts, 3));
}

std::string name_in(const icu::LocaleDisplayNames& names, const LanguageTag& tag) {
  if (tag.empty()) return {};
  icu::UnicodeString out;
  names.localeDisplayName(locale_for(tag), out);
  return out.isEmpty() || out.isBogus() ? tag.value : to_utf8(out);
}

/// A reader of an outlet's country knows which English it is.
LanguageTag without_region(const LanguageTag& tag) {
  std::string kept;
  for (const auto& part : split(tag.value, '-')) {
    const bool digits = part.size() == 3 && std::isdigit(static_cast<unsigned char>(part[0]));
    if (!kept.empty() && (part.size() == 2 || digits)) continue;
    kept += (kept.empty() ? "" : "-") + std::string(part);
  }
  return LanguageTag(kept);
}

}  // namespace

Intl::Intl(const LanguageTag& language) : impl_(std::make_unique<Impl>()) {
  UErrorCode status = U_ZERO_ERROR;
  impl_->locale = locale_for(language);
  impl_->day = date_format(impl_->locale, "yMMMMd");
  impl_->moment = date_format(impl_->locale, "yMMMMdjmO");
  impl_->weekday = date_format(impl_->locale, "yMMMMEEEEd");
  impl_->lists.reset(icu::ListFormatter::createInstance(impl_->locale, status));
  status = U_ZERO_ERROR;
  impl_->percents.reset(icu::NumberFormat::createPercentInstance(impl_->locale, status));
  impl_->names = display_names(impl_->locale, UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE);
  impl_->menu_names = display_names(impl_->locale, UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU);
}
Intl::Intl(Intl&&) noexcept = default;
Intl::~Intl() = default;

std::string Intl::day(const ZonedTime& at) const { return impl_->write(impl_->day.get(), at); }

std::string Intl::day_and_time(const ZonedTime& at) const {
  return at.has_time ? impl_->write(impl_->moment.get(), at) : day(at);
}

std::string Intl::weekday_and_day(Time at) const {
  return impl_->write(impl_->weekday.get(), ZonedTime{at, std::chrono::minutes(0), true});
}

std::string Intl::list(const std::vector<std::string>& items) const {
  std::vector<icu::UnicodeString> texts;
  for (const auto& item : items) texts.push_back(from_utf8(item));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  impl_->lists->format(texts.data(), static_cast<int>(texts.size()), out, status);
  return to_utf8(out);
}

std::string Intl::as_sentence(const std::string& text) const {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToTitle(
      impl_->locale.getName(),
      U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE | U_TITLECASE_NO_BREAK_ADJUSTMENT,
      nullptr, icu::StringPiece(text.data(), static_cast<int>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

std::string Intl::percent(double share) const {
  const std::lock_guard lock(impl_->mutex);
  icu::UnicodeString out;
  impl_->percents->format(share, out);
  return to_utf8(out);
}

std::string Intl::language_name(const LanguageTag& tag) const {
  return name_in(*impl_->names, without_region(tag));
}
std::string Intl::language_name_alone(const LanguageTag& tag) const {
  return name_in(*impl_->menu_names, without_region(tag));
}

std::string Intl::region_name(const std::string& country) const {
  if (country.size() != 2 || !std::isalpha(static_cast<unsigned char>(country[0]))) return {};
  icu::UnicodeString out;
  impl_->menu_names->regionDisplayName(country.c_str(), out);
  return out.isBogus() ? country : to_utf8(out);
}

std::string own_language_name(const LanguageTag& tag) {
  const auto locale = locale_for(tag);
  auto name =
      from_utf8(name_in(*display_names(locale, UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU), tag));
  // Catalan writes it small even in menus; beside the other languages that looks like a slip.
  name.toTitle(nullptr, locale, U_TITLECASE_SENTENCES | U_TITLECASE_NO_LOWERCASE);
  return to_utf8(name);
}

}  // namespace kaynak::publish_detail
