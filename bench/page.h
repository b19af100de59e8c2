/// @file The page that all benchmarks work on: a demo article of 20 kB or so, and the article it
/// gives.
#pragma once

#include <stdexcept>

#include "base/file.h"
#include "extract/extract.h"
#include "html/document.h"

namespace kaynak::bench {

inline std::string page_bytes() {
  const auto path =
      Path(KAYNAK_ROOT) /
      "samples/demo/captures/harbourledger.example/2026/11/seed-bank-kestrel-hill.html";
  auto bytes = read_file(path);
  if (!bytes) throw std::runtime_error(bytes.error().message());
  return std::move(*bytes);
}

inline Article page_article() {
  auto article = extract(Document::parse(page_bytes()).value(), PageContext{});
  if (!article) throw std::runtime_error(article.error().message());
  article->id = article_id_for("bench");
  return std::move(*article);
}

}  // namespace kaynak::bench
