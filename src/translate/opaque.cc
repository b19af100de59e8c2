// Which parts of a text are no words of its language.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/unicode.h"
#include "translate/mask.h"

namespace kaynak::translate_detail {
namespace {

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_host(char c) { return is_alnum(c) || c == '-' || c == '.'; }
bool is_ident(char c) { return is_alnum(c) || c == '_'; }

/// Whether a word may begin at `at`: the byte before is no letter or digit.
bool at_word_start(std::string_view text, std::size_t at) {
  return at == 0 || (!is_ident(text[at - 1]) && static_cast<unsigned char>(text[at - 1]) < 0x80) ||
         (at >= 3 && static_cast<unsigned char>(text[at - 3]) == 0xe2);  // after “ ‘ — and the like
}

std::size_t run(std::string_view text, std::size_t at, bool (*is)(char)) {
  while (at < text.size() && is(text[at])) ++at;
  return at;
}

/// End of a URL that begins at `begin`: blanks, quotation marks and angle brackets end it, and
/// punctuation at its end is the sentence's.
std::size_t url_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, &next);
    const bool ends = c <= 0x20 || c == '"' || c == '<' || c == '>' || c == '|' ||
                      (c >= 0x80 && !is_letter(c) && !is_digit(c));
    if (ends) break;
    end = next;
  }
  while (end > begin) {
    const char last = text[end - 1];
    const auto url = text.substr(begin, end - begin);
    if (last == ')' &&
        std::count(url.begin(), url.end(), '(') >= std::count(url.begin(), url.end(), ')'))
      break;
    if (std::string_view(".,;:!?)]}'*").find(last) == std::string_view::npos) break;
    --end;
  }
  return end;
}

std::size_t match_url(std::string_view text, std::size_t at) {
  if (!at_word_start(text, at)) return at;
  for (const std::string_view prefix : {"https://", "http://", "ftp://", "www.", "mailto:"})
    if (istarts_with(text.substr(at), prefix)) {
      const auto end = url_end(text, at);
      return end > at + prefix.size() ? end : at;
    }
  return at;
}

/// "songbao.example", "tin.songbao.example/cau": ends of host names that are no ends of words.
bool is_known_ending(std::string_view label) {
  static constexpr std::array endings = {
      "com", "org", "net", "int", "gov", "edu", "info", "example", "tv", "news", "app",   "dev",
      "io",  "co",  "vn",  "tr",  "ru",  "ua",  "uk",   "eu",      "fr", "cat",  "press", "media"};
  return std::find(endings.begin(), endings.end(), label) != endings.end();
}

std::size_t match_host(std::string_view text, std::size_t at) {
  if (!at_word_start(text, at) || !is_alnum(text[at])) return at;
  auto end = run(text, at, is_host);
  while (end > at && !is_alnum(text[end - 1])) --end;
  const auto host = text.substr(at, end - at);
  const auto dot = host.rfind('.');
  if (dot == std::string_view::npos || dot < 3 || !is_known_ending(host.substr(dot + 1))) return at;
  if (host.find("..") != std::string_view::npos) return at;
  return end < text.size() && text[end] == '/' ? url_end(text, at) : end;
}

std::size_t match_email(std::string_view text, std::size_t at) {
  if (!at_word_start(text, at) || !is_alnum(text[at])) return at;
  const auto is_local = [](char c) {
    return is_ident(c) || c == '.' || c == '%' || c == '+' || c == '-';
  };
  const auto sign = run(text, at, is_local);
  if (sign >= text.size() || text[sign] != '@') return at;
  auto end = run(text, sign + 1, is_host);
  while (end > sign + 1 && !is_alnum(text[end - 1])) --end;
  return text.substr(sign, end - sign).find('.') == std::string_view::npos ? at : end;
}

std::size_t match_handle(std::string_view text, std::size_t at) {
  if (text[at] != '@' || !at_word_start(text, at)) return at;
  const auto end = run(text, at + 1, is_ident);
  return end - at > 2 ? end : at;
}

std::size_t match_hashtag(std::string_view text, std::size_t at) {
  if (text[at] != '#' || !at_word_start(text, at)) return at;
  std::size_t end = at + 1, letters = 0;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = next_code_point(text, &next);
    if (!is_letter(c) && !is_digit(c) && c != '_') break;
    letters += is_letter(c) ? 1 : 0;
    end = next;
  }
  return letters >= 2 ? end : at;
}

/// "[reklam_2]", "[gallery ids=1,2]", "[/caption]"; not "[sic]" or an editor's "[the minister]".
bool is_shortcode(std::string_view inside) {
  if (inside.empty() || inside.size() > 200 || !(is_ident(inside[0]) || inside[0] == '/'))
    return false;
  if (inside[0] == '/' || inside.find('=') != std::string_view::npos) return true;
  if (inside.find(' ') != std::string_view::npos) return false;
  const bool letter = std::any_of(inside.begin(), inside.end(),
                                  [](char c) { return is_alnum(c) && (c < '0' || c > '9'); });
  return letter && inside.find_first_of("_-/:0123456789") != std::string_view::npos;
}

std::size_t match_enclosed(std::string_view text, std::size_t at, std::string_view open,
                           std::string_view close, std::size_t max_bytes) {
  if (text.substr(at, open.size()) != open) return at;
  const auto end = text.find(close, at + open.size());
  return end == std::string_view::npos || end - at > max_bytes ? at : end + close.size();
}

std::size_t match_placeholder(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '[': {
      const auto end = match_enclosed(text, at, "[", "]", 202);
      return end > at + 2 && is_shortcode(text.substr(at + 1, end - at - 2)) ? end : at;
    }
    case '{': {
      for (const auto& [open, close] : {std::pair{"{{", "}}"}, {"{%", "%}"}})
        if (const auto end = match_enclosed(text, at, open, close, 200); end != at) return end;
      const auto end = match_enclosed(text, at, "{", "}", 60);
      return text.substr(at, end - at).find(' ') == std::string_view::npos ? end : at;
    }
    case '$':
      return match_enclosed(text, at, "${", "}", 60);
    case '%': {
      const auto end = run(text, at + 1, is_ident);
      const bool printf =
          end == at + 2 && std::string_view("sdi").find(text[at + 1]) != std::string_view::npos;
      const bool named = end > at + 2 && end < text.size() && text[end] == '%';
      return (printf || named) && at_word_start(text, at) ? end + (named ? 1 : 0) : at;
    }
    case '<': {
      const auto end = match_enclosed(text, at, "<", ">", 300);
      const bool tag =
          end > at + 2 && (is_alnum(text[at + 1]) || text[at + 1] == '/' || text[at + 1] == '!');
      return tag ? end : at;
    }
    case '&': {
      const auto end =
          run(text, at + 1 + (at + 1 < text.size() && text[at + 1] == '#' ? 1 : 0), is_alnum);
      return end > at + 2 && end < at + 12 && end < text.size() && text[end] == ';' ? end + 1 : at;
    }
    default:
      return at;
  }
}

/// "user_id"
std::size_t match_identifier(std::string_view text, std::size_t at) {
  if (!at_word_start(text, at) || !is_alnum(text[at])) return at;
  auto end = run(text, at, is_ident);
  while (end > at && text[end - 1] == '_') --end;
  return text.substr(at, end - at).find('_') == std::string_view::npos ? at : end;
}

using Matcher = std::size_t (*)(std::string_view, std::size_t);

std::vector<ByteRange> find(std::string_view text, std::initializer_list<Matcher> matchers) {
  std::vector<ByteRange> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    for (const auto matcher : matchers)
      if (end = matcher(text, at); end != at) break;
    if (end != at) out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = std::max(end, at + 1);
  }
  return out;
}

}  // namespace

std::vector<ByteRange> find_opaque(std::string_view text) {
  return find(text, {match_url, match_email, match_host, match_handle, match_hashtag,
                     match_placeholder, match_identifier});
}

std::vector<ByteRange> find_urls(std::string_view text) { return find(text, {match_url}); }

std::vector<ByteRange> merge_parts(std::vector<ByteRange> a, const std::vector<ByteRange>& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end(), [](const auto& x, const auto& y) { return x.begin < y.begin; });
  std::vector<ByteRange> out;
  for (const auto& part : a) {
    if (part.empty()) continue;
    if (!out.empty() && part.begin < out.back().end)
      out.back().end = std::max(out.back().end, part.end);
    else
      out.push_back(part);
  }
  return out;
}

}  // namespace kaynak::translate_detail
