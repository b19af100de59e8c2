#include "translate/apertium_mode.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace kaynak::translate_detail {
namespace {

constexpr std::size_t max_mode_bytes = 64 << 10;
constexpr std::size_t max_commands = 64;

/// Programs of Apertium's family whose `-z` is null flush.
constexpr std::array null_flushing = {
    "lt-proc",
    "cg-proc",
    "lrx-proc",
    "lsx-proc",
    "hfst-proc",
    "rtx-proc",
    "apertium-tagger",
    "apertium-pretransfer",
    "apertium-transfer",
    "apertium-interchunk",
    "apertium-postchunk",
    "apertium-anaphora",
};

Unexpected malformed(std::string why) {
  return fail(ErrorCode::malformed, "translate", "the mode file " + std::move(why));
}

/// Reads the words of one pipeline, as a shell would that knows quotes, `|`, `$1` and `$2` alone.
class ModeReader {
 public:
  explicit ModeReader(std::string_view text) : text_(text) {}

  Result<std::vector<Command>> read() {
    commands_.emplace_back();
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        ++at_;
      } else if (c == '|') {
        if (commands_.back().empty()) return malformed("has an empty command");
        if (commands_.size() == max_commands)
          return fail(ErrorCode::too_large, "translate", "the mode file has over 64 commands");
        commands_.emplace_back();
        ++at_;
      } else {
        KAYNAK_TRY(read_word());
      }
    }
    if (commands_.back().empty()) return malformed("has an empty command");
    return std::move(commands_);
  }

 private:
  Result<void> read_word() {
    std::string word;
    bool dropped = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '|') break;
      if (c == '\'' || c == '"') {
        const auto end = text_.find(c, at_ + 1);
        if (end == std::string_view::npos) return malformed("has an open quotation");
        word += text_.substr(at_ + 1, end - at_ - 1);
        at_ = end;
      } else if (c == '$' && at_ + 1 < text_.size() &&
                 (text_[at_ + 1] == '1' || text_[at_ + 1] == '2')) {
        if (text_[++at_] == '1')
          word += "-n";
        else
          dropped = true;
      } else if (std::string_view("$;&<>()`\\*?[]{}!#~").find(c) != std::string_view::npos ||
                 c == '\0') {
        return malformed(std::string("has a '") + c + "' outside quotation marks");
      } else {
        word += c;
      }
    }
    if (word.find('\0') != std::string::npos) return malformed("has a zero byte");
    if (!dropped || !word.empty()) commands_.back().push_back(std::move(word));
    return {};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Command> commands_;
};

/// Two-letter codes (BCP 47 wants them where they exist) of the languages Apertium has released
/// pairs for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 62> short_codes = {{
    {"afr", "af"}, {"ara", "ar"}, {"arg", "an"}, {"bel", "be"}, {"ben", "bn"}, {"bre", "br"},
    {"bul", "bg"}, {"cat", "ca"}, {"ces", "cs"}, {"cym", "cy"}, {"dan", "da"}, {"deu", "de"},
    {"ell", "el"}, {"eng", "en"}, {"epo", "eo"}, {"est", "et"}, {"eus", "eu"}, {"fas", "fa"},
    {"fin", "fi"}, {"fra", "fr"}, {"gle", "ga"}, {"glg", "gl"}, {"guj", "gu"}, {"hbs", "sh"},
    {"heb", "he"}, {"hin", "hi"}, {"hrv", "hr"}, {"hun", "hu"}, {"hye", "hy"}, {"ind", "id"},
    {"isl", "is"}, {"ita", "it"}, {"kan", "kn"}, {"kat", "ka"}, {"kaz", "kk"}, {"kir", "ky"},
    {"lav", "lv"}, {"lit", "lt"}, {"mar", "mr"}, {"mkd", "mk"}, {"mlt", "mt"}, {"msa", "ms"},
    {"nld", "nl"}, {"nno", "nn"}, {"nob", "nb"}, {"oci", "oc"}, {"pan", "pa"}, {"pol", "pl"},
    {"por", "pt"}, {"ron", "ro"}, {"rus", "ru"}, {"slk", "sk"}, {"slv", "sl"}, {"spa", "es"},
    {"sqi", "sq"}, {"srd", "sc"}, {"srp", "sr"}, {"swe", "sv"}, {"tat", "tt"}, {"tur", "tr"},
    {"ukr", "uk"}, {"urd", "ur"},
}};

bool is_lower_word(std::string_view s) {
  return s.size() >= 2 && s.size() <= 3 &&
         std::all_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "eng" → "en", "eng_US" → "en-US", "cat_valencia" → "ca-valencia"; empty for anything else.
LanguageTag tag_of(std::string_view code) {
  const auto underscore = code.find('_');
  std::string tag(code.substr(0, underscore));
  if (!is_lower_word(tag)) return {};
  for (const auto& [three, two] : short_codes)
    if (tag == three) tag = two;
  if (underscore == std::string_view::npos) return LanguageTag(tag);
  const auto variant = code.substr(underscore + 1);
  const bool region =
      variant.size() == 2 &&
      std::all_of(variant.begin(), variant.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  // The other variants ("iec2017", "pre2017", "uni") are spelling norms without a registered
  // subtag.
  if (!region && variant != "valencia") return {};
  return LanguageTag(tag + "-" + std::string(variant));
}

bool is_special(char c) {
  return std::string_view("[]{}^$/\\@<>").find(c) != std::string_view::npos;
}

}  // namespace

Result<std::vector<Command>> parse_mode(std::string_view text) {
  if (text.size() > max_mode_bytes)
    return fail(ErrorCode::too_large, "translate", "the mode file is over 64 KiB");
  KAYNAK_ASSIGN(auto commands, ModeReader(text).read());
  for (auto& command : commands) {
    if (std::find(null_flushing.begin(), null_flushing.end(), command[0]) == null_flushing.end())
      return fail(ErrorCode::unsupported, "translate",
                  "the mode file runs '" + command[0] + "', which is not known to take -z");
    if (std::find(command.begin(), command.end(), "-z") == command.end())
      command.insert(command.begin() + 1, "-z");
  }
  return commands;
}

std::optional<std::vector<Command>> without_tagger(const std::vector<Command>& commands) {
  for (std::size_t i = 1; i < commands.size(); ++i) {
    if (commands[i][0] != "apertium-tagger" || commands[i - 1][0] != "cg-proc") continue;
    auto shorter = commands;
    shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
    auto& grammar = shorter[i - 1];
    grammar.insert(grammar.begin() + 1,
                   {"-1", "-n"});  // first analysis; no surface forms, as a tagger prints
    return shorter;
  }
  return std::nullopt;
}

std::optional<LanguagePair> pair_of_mode(std::string_view name) {
  const auto dash = name.find('-');
  if (dash == std::string_view::npos || name.size() > 64) return std::nullopt;
  LanguagePair pair{tag_of(name.substr(0, dash)), tag_of(name.substr(dash + 1))};
  if (pair.from.empty() || pair.to.empty()) return std::nullopt;
  return pair;
}

std::string to_stream(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i).starts_with(glue)) {
      out += std::string("[") + glue + "]";
      i += std::string_view(glue).size() - 1;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += ' ';
    } else if (c == '~') {
      out +=
          "[~]";  // an order to the post-generator, also when escaped: only as a blank does it pass
    } else {
      if (is_special(c)) out += '\\';
      out += c;
    }
  }
  return out + "[]";
}

std::string from_stream(std::string_view block) {
  std::string out;
  out.reserve(block.size());
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (block[i] == '\\' && i + 1 < block.size())
      out += block[++i];
    else if (block[i] != '[' && block[i] != ']')
      out += block[i];
  }
  return out;
}

}  // namespace kaynak::translate_detail
