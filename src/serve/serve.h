/// @file HTTP server (Boost.Beast): the site's files, and what must be live.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "model/comment.h"
#include "publish/site.h"

namespace kaynak {

struct ServeOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;  ///< 0: the system chooses; Server::port() says
  int threads = 2;
  std::size_t max_request_bytes = 64u << 10;
  std::size_t max_delivery_bytes = 8u << 20;  ///< of what is sent to /push/ and /websub/
  std::size_t max_connections = 1000;         ///< more are closed at once
  int comments_per_minute = 5;                ///< from one address
  int searches_per_minute = 60;               ///< from one address
  int deliveries_per_minute = 600;            ///< from one address
  std::string
      csrf_key;  ///< secret for form tokens; empty: a random one, so forms end with the server
  /// Addresses of reverse proxies: for a request from one of them, the last address of
  /// X-Forwarded-For is the reader's.
  std::vector<std::string> proxies;
  Seconds header_timeout{
      10};  ///< for a whole request head, from its first byte (and for an idle connection)
  Seconds body_timeout{20};   ///< for a whole request body
  Seconds write_timeout{60};  ///< without the client taking any byte
};

/// The form to write a comment with, filled with what the reader typed before.
struct CommentForm {
  LanguageTag language;
  ArticleId article;
  std::string author;
  std::string text;
  std::string token;  ///< to be sent back as the field "token"
  std::string back;   ///< path of the page it is about, relative to the site; may be empty
};

/// What an outlet or a hub sends.
struct Delivery {
  std::string to;             ///< source of a push, id of a WebSub callback
  std::string authorization;  ///< header, as sent
  std::string signature;      ///< X-Hub-Signature
  std::string content_type;
  std::string location;  ///< Content-Location: the article's own address
  std::string body;
};

/// What the server asks of the newsroom. Called from the server's threads; implementations are
/// thread-safe.
struct ServeHooks {
  std::function<Result<void>(const Comment&)> post_comment;  ///< keeps a held comment
  std::function<Result<Listing>(const LanguageTag&, const std::string& query)> search;
  std::function<std::vector<std::pair<std::string, double>>()>
      gauges;  ///< for /metrics: name and value
  std::function<Result<void>()> healthy;
  std::function<bool(const ArticleId&, const LanguageTag&)> page_exists;
  /// An outlet pushes an article. Errors decide the answer: refused 401, not_found 404, unsupported
  /// 415, unavailable 503; the detail of these goes to the sender.
  std::function<Result<void>(Delivery)> push;
  /// A hub asks whether a subscription was meant (any error: it was not), and sends what is new.
  std::function<Result<void>(const std::string& id, const std::string& mode,
                             const std::string& topic, Seconds lease)>
      websub_confirm;
  std::function<Result<void>(Delivery)> websub_deliver;
  /// Page with the form: fields article, author, text, token, back, website (a trap: hidden, to be
  /// left empty). Where it is not given, the server puts a plain form into the theme's notice page.
  std::function<std::string(const CommentForm&)> render_form;
};

/// What it serves, GET and HEAD unless said otherwise:
/// - files of the site's folder: never a hidden one, never through a symbolic link; `PATH.br`,
/// `PATH.gz` beside a file are
///   its compressed forms, if they are not older;
/// - `/<language>/search?q=`;
/// - `/<language>/comment?article=ID&back=PATH`: the form. POST to it from any page of the site:
/// without a token that
///   belongs to the browser's cookie the answer is the same form, filled, with one; so the page of
///   another site can never post for a reader. `/<language>/comment/thanks` follows;
/// - POST `/push/<source>`, GET and POST `/websub/<id>`: what outlets and hubs send, where the
/// hooks are given;
/// - `/healthz`: 200 "ok" or 503; `/metrics`: Prometheus text, for clients on private addresses and
/// not through a proxy.
///
/// Locale keys it shows by Site::render_notice: comment.thanks, .confirm, .no_author, .no_text,
/// .author_too_long, .text_too_long, .too_many, .no_page, .refused, .unavailable; search.too_many,
/// .unavailable.
class Server {
 public:
  /// Binds and starts. Errors: unavailable (port busy: the detail says so and what to do), usage
  /// (address).
  static Result<std::unique_ptr<Server>> start(const ServeOptions& options, const Path& site_folder,
                                               const Site& site, ServeHooks hooks, Clock clock);
  virtual ~Server() = default;
  virtual unsigned short port() const = 0;
  /// Takes no more connections, lets running requests end (at most `grace`), returns when all
  /// threads have ended.
  virtual void stop(Seconds grace = Seconds(5)) = 0;
};

}  // namespace kaynak
