// An article's page never holds markup or a script address that its article brought along.
#include <cstdlib>
#include <string>

#include "model/json.h"
#include "publish/site.h"

namespace {

using namespace kaynak;

const Site& site() {
  static const Site loaded = [] {
    SiteOptions options;
    options.languages = {LanguageTag("en"), LanguageTag("ar")};
    const auto share = share_folder();
    if (!share) std::abort();
    auto result = Site::load(options, {*share / "theme"}, *share / "locale");
    if (!result) std::abort();
    return std::move(*result);
  }();
  return loaded;
}

/// An article from a JSON record, else one whose every text is the input.
Article article_from(const std::string& input) {
  if (auto json = parse_json(input)) {
    if (auto article = article_from_json(*json)) return *article;
  }
  Article article;
  article.headline = article.kicker = article.byline = article.outlet = article.correction = input;
  article.url = input;
  article.language = LanguageTag("vi");
  Block block;
  block.text = input;
  const auto half = static_cast<std::uint32_t>(input.size() / 2);
  block.sentences = {{{0, half}, {}}, {{half, half * 3}, {}}};
  block.spans = {{SpanKind::link, {half / 2, half + 1}, input},
                 {SpanKind::strong, {half, half}, ""}};
  article.blocks.push_back(block);
  block.kind = BlockKind::table;
  article.blocks.push_back(block);
  return article;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ArticlePage page;
  page.article = article_from(std::string(reinterpret_cast<const char*>(data), size));
  page.language = LanguageTag(size % 2 == 0 ? "en" : "ar");
  page.path = "en/x.html";
  page.source.rights = size % 5 == 0 ? Rights::excerpt : Rights::full;
  const auto html = site().render_article(page).bytes;
  if (count_of(html, "<script") != 1 || count_of(html, "</script") != 1) std::abort();
  for (const std::string attribute : {" href=\"", " src=\"", " action=\""}) {
    if (count_of(html, attribute + "javascript:") + count_of(html, attribute + "data:") != 0)
      std::abort();
  }
  if (html.compare(html.size() - 8, 8, "</html>\n") != 0) std::abort();
  return 0;
}
