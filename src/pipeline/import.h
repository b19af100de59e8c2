/// @file Pages a person brings: kept as captures and set on the same way as gathered ones.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/inputs.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct ImportCounts {
  std::int64_t pages = 0, fresh = 0, known = 0;
  PassedOver passed;
  std::vector<Error> problems;
};

/// Keeps every page of the inputs (see pipeline/inputs.h) and enqueues its extraction. A file
/// without an address of its own is kept under file:///NAME; extraction then takes the address the
/// page itself gives. A page out of an archive keeps its date, headers, request and the feed item
/// that named it; revisits get the body of their original. Errors: conflict (another process works
/// on the newsroom), those of store and disk. A page or input that can't be read is a problem, not
/// an error.
Result<ImportCounts> import_pages(const Newsroom& newsroom, const std::vector<std::string>& inputs,
                                  const std::function<void(const ImportCounts&)>& progress);

/// Puts a person's translation in. `text` is as import_human_edition() wants it. The edition is
/// published by the next run. Errors: not_found (no article at that address or id), malformed
/// (paragraphs do not fit).
Result<EditionId> import_edition(const Newsroom& newsroom, const std::string& article,
                                 const LanguageTag& language, const std::string& translator,
                                 const std::string& text, Time now);

/// Puts the translations in that editions/editions.toml names ([[edition]] article, language,
/// translator, file), each once, as soon as its original is there. Problems name the file. Errors:
/// malformed (the list itself), those of the store.
struct WaitingEditions {
  int fresh = 0;
  std::vector<Error> problems;
};
Result<WaitingEditions> import_waiting_editions(const Newsroom& newsroom, Time now);

/// The article that a person names: by id, by address as fetched, or by its page's address on the
/// site.
Result<Article> find_article(const Newsroom& newsroom, Store& store, const std::string& name);

}  // namespace kaynak
