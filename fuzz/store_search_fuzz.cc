// Whatever a reader searches for is a query without an error: there is no syntax to break.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/file.h"
#include "store/store.h"

using namespace kaynak;

namespace {

struct Newsroom {
  Result<TemporaryFolder> folder = TemporaryFolder::make("kaynak-fuzz");
  std::unique_ptr<Store> store;
  Newsroom() {
    if (!folder) abort();
    auto opened = open_sqlite_store(folder->path() / "kaynak.db");
    if (!opened) abort();
    store = std::move(*opened);
    Article article;
    article.id = ArticleId("0123456789abcdef");
    if (!store->put_article(article, CaptureId{})) abort();
    if (!store->index_text(article.id, LanguageTag("tr"), "Haber",
                           "Bir iki üç bão 東京 or not near"))
      abort();
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Newsroom newsroom;
  if (!newsroom.store->search(std::string(reinterpret_cast<const char*>(data), size), 5)) abort();
  return 0;
}
