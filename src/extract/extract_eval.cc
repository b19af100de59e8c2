// Development tool: runs extraction over the pages of a .tar.gz and prints what the scorer and the
// training read.
//   extract_eval PAGES.tar.gz                 JSON Lines: id, text, title, authors, date, lang
//   extract_eval --features FILE PAGES.tar.gz [SCORES]  one line per page with the texts of its
//   blocks; FILE gets the blocks' features
//                                              as 32-bit floats
//   extract_eval --names, --page-names        names of the features of blocks, of pages
//   extract_eval --pages PAGES.tar.gz         one line per page: id and the page's features
#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>

#include "base/json.h"
#include "extract/content.h"
#include "extract/extract.h"
#include "extract/headline.h"
#include "extract/page_features.h"
#include "extract/structured_data.h"
#include "html/document.h"
#include "text/unicode.h"

namespace {

using namespace kaynak;
using namespace kaynak::extract_detail;

bool for_each_page(const char* path, const std::function<void(std::string, std::string)>& visit) {
  archive* a = archive_read_new();
  archive_read_support_filter_all(a);
  archive_read_support_format_tar(a);
  if (archive_read_open_filename(a, path, 1 << 16) != ARCHIVE_OK) return false;
  archive_entry* entry = nullptr;
  while (archive_read_next_header(a, &entry) == ARCHIVE_OK) {
    std::string id = archive_entry_pathname(entry);
    if (const auto slash = id.rfind('/'); slash != std::string::npos) id.erase(0, slash + 1);
    if (const auto dot = id.rfind(".html"); dot != std::string::npos) id.erase(dot);
    std::string bytes(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
    if (archive_read_data(a, bytes.data(), bytes.size()) < 0) continue;
    visit(std::move(id), std::move(bytes));
  }
  archive_read_free(a);
  return true;
}

/// With `first`, a file of one float per block, those are taken as the first look's scores: the
/// training gives each page scores by weights that were fitted without it.
int dump_features(const char* file, const char* archive, const char* first) {
  std::FILE* const given = first ? std::fopen(first, "rb") : nullptr;
  if (first && !given) return 1;
  std::FILE* out = std::fopen(file, "wb");
  if (!out) return 1;
  for_each_page(archive, [&](std::string id, std::string bytes) {
    auto page = Document::parse(bytes);
    if (!page) return;
    const auto data = read_structured_data(*page, "", document_title(*page));
    const std::string description(
        plain_text(data.meta({"og:description", "description", "twitter:description"})));
    const PageMap map = map_page(*page);
    const std::string title = find_headline(*page, map, data, outlet_name(data), {}).text;
    Content content = score_content(*page, map, {title, description, data.article.body});
    if (given) {
      std::vector<float> scores(map.blocks.size());
      if (std::fread(scores.data(), sizeof(float), scores.size(), given) != scores.size()) return;
      add_context(*page, map, scores, find_main(*page, map, scores), &content.features);
    }
    Json line = Json::object();
    line.set("id", id);
    Json texts = Json::array();
    for (std::size_t i = 0; i < map.blocks.size(); ++i) {
      texts.push(fold_space(raw_text_of(*page, map.blocks[i])));
      std::fwrite(content.features[i].values.data(), sizeof(float), feature_count, out);
    }
    line.set("blocks", texts);
    std::puts(line.dump().c_str());
  });
  std::fclose(out);
  return 0;
}

/// One line a page: its features, for eval/train_pages.
int dump_pages(const char* archive) {
  return for_each_page(archive,
                       [](const std::string& id, const std::string& bytes) {
                         auto page = Document::parse(bytes);
                         if (!page) return;
                         Explanation why;
                         const auto ignored =
                             extract(*page, {}, {}, &why);  // only the features are wanted
                         Json line = Json::object();
                         Json values = Json::array();
                         for (const float v : why.page_features)
                           values.push(static_cast<double>(v));
                         line.set("id", id).set("features", values);
                         std::puts(line.dump().c_str());
                       })
             ? 0
             : 1;
}

double cpu_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

int run_extraction(const char* archive) {
  double total = 0, worst = 0;
  int pages = 0;
  std::string slowest;
  const bool opened = for_each_page(archive, [&](std::string id, std::string bytes) {
    const double start = cpu_ms();
    Json line = Json::object();
    line.set("id", id);
    auto page = Document::parse(bytes);
    PageContext context;
    context.record_id = id;
    auto article = page ? extract(*page, context) : Result<Article>(fail(page.error()));
    if (article) {
      line.set("text", body_text(*article));
      line.set("title", article->headline);
      Json authors = Json::array();
      for (const auto& name : article->authors) authors.push(name);
      line.set("authors", authors);
      if (article->published) line.set("date", to_rfc3339(*article->published));
      line.set("lang", article->language.value);
    } else {
      line.set("error", article.error().message());
    }
    const double spent = cpu_ms() - start;
    total += spent, ++pages;
    if (spent > worst) worst = spent, slowest = id;
    std::puts(line.dump().c_str());
  });
  std::fprintf(stderr, "%d pages, %.2f ms CPU a page, slowest %.1f ms (%s)\n", pages,
               total / std::max(pages, 1), worst, slowest.c_str());
  return opened ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "--names") {
    for (std::size_t i = 0; i < feature_count; ++i) std::puts(feature_name(i).c_str());
    return 0;
  }
  if (mode == "--features" && (argc == 4 || argc == 5))
    return dump_features(argv[2], argv[3], argc == 5 ? argv[4] : nullptr);
  if (mode == "--page-names") {
    for (std::size_t i = 0; i < page_feature_count; ++i)
      std::printf("%s\n", std::string(page_feature_name(i)).c_str());
    return 0;
  }
  if (mode == "--pages" && argc == 3) return dump_pages(argv[2]);
  if (argc == 2) return run_extraction(argv[1]);
  return 2;
}
