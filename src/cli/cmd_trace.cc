#include <filesystem>

#include "cli/commands.h"
#include "cli/page_article.h"
#include "cli/room.h"
#include "cli/trace_view.h"
#include "model/json.h"
#include "pipeline/import.h"
#include "pipeline/pages.h"
#include "trace/unwind.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string article;
  bool json = false;
  bool html = false;
};

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

bool is_address(const std::string& name) {
  return name.starts_with("http://") || name.starts_with("https://");
}

/// Claims as the person wants them; `story` is null for a page that no newsroom knows.
void print_article(const Article& article, const Json& story, const Options& o) {
  if (o.html) {
    print_line(traced_as_html(article));
  } else if (o.json) {
    Json::Array claims;
    for (const Claim& claim : claims_of(article)) claims.push_back(claim_json(claim));
    print_line(Json()
                   .set("article", to_json(article))
                   .set("claims", std::move(claims))
                   .set("story", story)
                   .dump());
  } else {
    print_line(traced_as_text(article));
  }
}

Result<void> print_holders(const Newsroom& newsroom, Store& store, const Story& story) {
  std::vector<std::vector<std::string>> holders;
  for (const auto& id : story.articles) {
    KAYNAK_ASSIGN(const auto other, article_view(newsroom, store, id));
    std::string share = id == story.first ? "had it first" : "", evidence;
    for (const auto& edge : story.edges)
      if (edge.to == id) share = percent(edge.share), evidence = edge.evidence;
    holders.push_back({other.source.name,
                       other.article.published ? to_rfc3339(*other.article.published) : "", share,
                       other.article.url, evidence});
  }
  print_line("Who has the text, first first:");
  print_table({"OUTLET", "PUBLISHED", "SHARED", "ADDRESS", "A PASSAGE BOTH HAVE"}, holders);
  return {};
}

Result<int> trace_known(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(auto article, find_article(newsroom, store, o.article));
  KAYNAK_ASSIGN(const auto view, article_view(newsroom, store, article.id));
  article.hops = unwound(article, [&](const std::string& url) -> std::optional<Article> {
    auto original = find_article(newsroom, store, url);
    if (!original) return std::nullopt;  // not here: the chain ends at its address
    return std::move(*original);
  });
  print_article(article, to_json(view.story), o);
  if (!o.html && !o.json) KAYNAK_TRY(print_holders(newsroom, store, view.story));
  return exit_ok;
}

Result<Article> article_in(const InputPage& page, const AttributionData& data) {
  if (page.error || !sniff_wire(page.bytes, page.content_type))
    return attributed(page, {}, data, nullptr);
  KAYNAK_ASSIGN(auto document, read_wire(page.bytes, page.content_type));
  for (WireItem& item : document.items) {
    if (!has_text(item)) continue;
    if (item.article.outlet.empty()) item.article.outlet = item.provider;
    return attribute(std::move(item.article), data);
  }
  return fail(ErrorCode::not_article, "trace", "'" + page.id + "' holds no item with a text");
}

/// A page that is in no newsroom: a file, an address, standard input.
Result<int> trace_page(const Options& o) {
  KAYNAK_ASSIGN(const auto share, share_folder());
  KAYNAK_ASSIGN(const auto data, AttributionData::load(share));
  const auto transport = make_http_transport(HttpOptions{});
  InputOptions input;
  input.transport = transport.get();
  const auto pages = open_pages({o.article}, input);
  KAYNAK_ASSIGN(const auto page, pages->next());
  if (!page) return fail(ErrorCode::not_found, "trace", "'" + o.article + "' holds no page");
  KAYNAK_ASSIGN(const auto article, article_in(*page, data));
  print_article(article, {}, o);
  return exit_ok;
}

bool is_newsroom(const Path& folder) {
  std::error_code ignored;  // what cannot be looked at is none for us
  return std::filesystem::exists(folder / "kaynak.toml", ignored);
}

bool is_file(const std::string& name) {
  std::error_code ignored;  // a name that is no path names an article
  return name == "-" || std::filesystem::is_regular_file(name, ignored);
}

int answer(const Result<int>& result) { return result ? *result : print_error(result.error()); }

/// A file is read; anything else is looked for in the newsroom first, and an address that is not
/// there is fetched.
int trace(const Options& o) {
  if (is_file(o.article)) return answer(trace_page(o));
  const bool newsroom = is_newsroom(chosen_folder(o.folder));
  if (is_address(o.article) && !newsroom) return answer(trace_page(o));
  if (!newsroom)
    return print_error({ErrorCode::not_found, "trace",
                        "'" + o.article + "' is no file and no web address, and '" +
                            chosen_folder(o.folder).string() +
                            "' is no newsroom that could know it; name its newsroom with -C DIR"});
  return with_store(o.folder, [&](const Newsroom& n, Store& store) -> Result<int> {
    auto known = trace_known(n, store, o);
    if (known || known.error().code != ErrorCode::not_found || !is_address(o.article)) return known;
    return trace_page(o);
  });
}

}  // namespace

void add_trace(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command(
      "trace", "whose words an article holds: its way here, quotations, credits, with the proof",
      [o] { return trace(*o); });
  add_folder_option(c, &o->folder);
  c.text(
      "ARTICLE", &o->article,
      "a page's file, its address, or of an article of the newsroom its id or the address of its "
      "page on the site; - for a page on standard input",
      true);
  c.flag("--json", &o->json, "as JSON: the article, its claims, the story it belongs to");
  c.flag("--html", &o->html, "as an HTML page with every claim marked in the text");
  c.footer(
      "Claims are shown with the words that prove them; doubtful ones begin with \"?\".\n"
      "  kaynak trace page.html\n"
      "  kaynak trace https://news.example/story --html > claims.html\n"
      "  kaynak -C newsroom trace 3f9c… --json | jq '.claims[] | select(.kind == \"hop\")'");
}

}  // namespace kaynak
