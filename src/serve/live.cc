#include "serve/live.h"

#include <algorithm>

#include "base/hash.h"
#include "base/log.h"
#include "base/strings.h"
#include "serve/origin.h"

namespace kaynak::serve_detail {
namespace {

constexpr std::size_t kMaxQueryBytes = 200;
constexpr std::size_t kMaxSent = 4096;
/// A comment takes two posts (the first one is answered by the form with its token), and mistakes
/// more.
constexpr int kFormsPerComment = 4;

bool is_article_id(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  });
}

CommentForm form_of(const LanguageTag& language, const Fields& fields) {
  CommentForm form;
  form.language = language;
  form.article = ArticleId(field(fields, "article"));
  form.author = field(fields, "author");
  form.text = field(fields, "text");
  form.token = field(fields, "token");
  form.back = safe_back(field(fields, "back"));
  return form;
}

bool is_urlencoded(const Request& request) {
  const auto type = header(request.headers, "Content-Type");
  return iequals(trim(type.substr(0, type.find(';'))), "application/x-www-form-urlencoded");
}

}  // namespace

const char* to_string(CommentOutcome outcome) {
  switch (outcome) {
    case CommentOutcome::kept:
      return "kept";
    case CommentOutcome::asked_to_confirm:
      return "asked_to_confirm";
    case CommentOutcome::refused:
      return "refused";
    case CommentOutcome::limited:
      return "limited";
    case CommentOutcome::wrong:
      return "wrong";
    case CommentOutcome::trapped:
      return "trapped";
    case CommentOutcome::failed:
      return "failed";
  }
  return "failed";
}

std::string safe_back(const std::string& back) {
  if (back.empty() || back.front() == '/') return {};
  const auto target = parse_target("/" + encode_path(back));
  return target ? back : std::string();
}

LiveParts::LiveParts(const ServeOptions& options, LivePages pages, const ServeHooks& hooks,
                     Clock clock, std::function<void(CommentOutcome)> count)
    : options_(options),
      pages_(std::move(pages)),
      hooks_(hooks),
      clock_(std::move(clock)),
      count_(std::move(count)),
      tokens_(options.csrf_key),
      comments_(options.comments_per_minute),
      forms_(options.comments_per_minute * kFormsPerComment),
      searches_(options.searches_per_minute) {}

Response LiveParts::notice(int status, const LanguageTag& language, const std::string& key,
                           const std::string& back) const {
  Response response = page_response(status, pages_.notice(language, key, back));
  if (status == 429) response.set("Retry-After", "60");
  return response;
}

/// The cookie is set anew only where the browser has none, so that forms in several tabs all work.
Response LiveParts::form(const Request& request, CommentForm form) {
  std::string value(cookie(request, FormTokens::kCookie));
  const bool fresh = !FormTokens::is_cookie(value);
  if (fresh) value = FormTokens::new_cookie();
  form.token = tokens_.issue(value, form.article, form.language, clock_());
  Response response = page_response(
      200, hooks_.render_form
               ? hooks_.render_form(form)
               : with_form(pages_.notice(form.language, "comment.confirm", form.back), form));
  if (fresh)
    response.set("Set-Cookie", std::string(FormTokens::kCookie) + "=" + value +
                                   "; Path=/; HttpOnly; SameSite=Strict" +
                                   (pages_.base_url.starts_with("https:") ? "; Secure" : ""));
  return response;
}

bool LiveParts::page_exists(const CommentForm& form) const {
  return is_article_id(form.article.value) && hooks_.page_exists &&
         hooks_.page_exists(form.article, form.language);
}

Response LiveParts::show_form(const Request& request, const LanguageTag& language,
                              const Fields& query) {
  CommentForm asked = form_of(language, query);
  asked.author.clear();  // a link must not put words into a reader's mouth
  asked.text.clear();
  if (!forms_.allow(rate_key(client_address(request, options_.proxies)), clock_()))
    return notice(429, language, "comment.too_many", asked.back);
  if (!page_exists(asked)) return notice(404, language, "comment.no_page", asked.back);
  return form(request, std::move(asked));
}

Response LiveParts::post_comment(const Request& request, const LanguageTag& language) {
  if (!is_urlencoded(request))
    return text_response(415, "A comment is sent as application/x-www-form-urlencoded.\n");
  const auto fields = parse_form(request.body);
  if (!fields) return text_response(400, "The form has too many fields.\n");
  CommentForm sent = form_of(language, *fields);
  const auto end = [&](CommentOutcome outcome, Response response) {
    count_(outcome);
    return response;
  };
  if (is_cross_site(request, pages_.base_url))
    return end(CommentOutcome::refused, notice(403, language, "comment.refused", {}));
  const std::string address = rate_key(client_address(request, options_.proxies));
  if (!forms_.allow(address, clock_()))
    return end(CommentOutcome::limited, notice(429, language, "comment.too_many", sent.back));
  if (!field(*fields, "website").empty()) return end(CommentOutcome::trapped, thank(sent));
  if (!page_exists(sent))
    return end(CommentOutcome::wrong, notice(404, language, "comment.no_page", sent.back));
  if (!tokens_.valid(sent.token, cookie(request, FormTokens::kCookie), sent.article, language,
                     clock_()))
    return end(CommentOutcome::asked_to_confirm, form(request, std::move(sent)));
  if (!comments_.allow(address, clock_()))
    return end(CommentOutcome::limited, notice(429, language, "comment.too_many", sent.back));
  return accept(sent);
}

Response LiveParts::accept(const CommentForm& form) {
  const auto comment =
      accept_comment(form.article, form.language, form.author, form.text, clock_());
  if (!comment) {
    count_(CommentOutcome::wrong);
    return notice(422, form.language, "comment." + comment.error().detail, form.back);
  }
  const std::string digest = sha256_hex(form.token + "\n" + form.author + "\n" + form.text);
  if (first_time(digest)) {
    const auto kept = hooks_.post_comment ? hooks_.post_comment(*comment)
                                          : fail(ErrorCode::unavailable, "serve", "no comments");
    if (!kept) {
      forget(digest);
      log_error("serve", "a comment was not kept: " + kept.error().message());
      count_(CommentOutcome::failed);
      return notice(503, form.language, "comment.unavailable", form.back);
    }
  }
  count_(CommentOutcome::kept);
  return thank(form);
}

/// Whether the same form with the same words was taken already: a second click on "send", or the
/// browser asking again. Forgets the oldest; a lifetime's tokens of one busy site are more than
/// fit.
bool LiveParts::first_time(const std::string& digest) {
  const std::lock_guard lock(sent_mutex_);
  if (sent_.contains(digest) || sent_before_.contains(digest)) return false;
  if (sent_.size() >= kMaxSent) sent_before_ = std::exchange(sent_, {});
  sent_.insert(digest);
  return true;
}

void LiveParts::forget(const std::string& digest) {
  const std::lock_guard lock(sent_mutex_);
  sent_.erase(digest);
}

/// To a page of its own, so that loading it again sends nothing again.
Response LiveParts::thank(const CommentForm& form) const {
  Response response = text_response(303, "Thank you.\n");
  std::string location = "/" + encode_path(form.language.value) + "/comment/thanks";
  if (!form.back.empty()) location += "?back=" + encode_value(form.back);
  response.set("Location", std::move(location));
  return response;
}

Response LiveParts::thanks(const LanguageTag& language, const Fields& query) {
  return notice(200, language, "comment.thanks", safe_back(field(query, "back")));
}

Response LiveParts::search(const Request& request, const LanguageTag& language,
                           const Fields& query) {
  const std::string words(trim(clip_utf8(field(query, "q"), kMaxQueryBytes)));
  Listing listing;
  listing.language = language;
  if (!words.empty()) {
    if (!searches_.allow(rate_key(client_address(request, options_.proxies)), clock_()))
      return notice(429, language, "search.too_many", {});
    auto found = hooks_.search(language, words);
    if (!found) {
      log_error("serve", "a search failed: " + found.error().message());
      return notice(503, language, "search.unavailable", {});
    }
    listing = std::move(*found);
  }
  return page_response(200, pages_.search(language, words, listing));
}

}  // namespace kaynak::serve_detail
