/// @file Templates: the theme's files, compiled once, filled with values (the Mustache library
/// behind one file).
///
/// Internal to publish. The language is Mustache (https://mustache.github.io/mustache.5.html)
/// without lambdas; partials
/// ({{> name}}) are put in place at loading, so they cannot call themselves. `{{name}}` is escaped
/// for HTML and XML and loses characters neither may hold; `{{{name}}}` is not, and stands in the
/// shipped theme for our own JSON alone. "Falsy" are: absent, false, null, empty string, empty
/// list. Names that begin with "w." are the interface's words.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/file.h"
#include "base/json.h"
#include "base/result.h"

namespace kaynak::publish_detail {

using WordMap = std::unordered_map<std::string, std::string>;  ///< "w.key" → text

/// Values prepared once and shared by many pages: looked up where the page itself has no such name.
class SharedValues {
 public:
  SharedValues(const Json& values, const WordMap& words);
  SharedValues(SharedValues&&) noexcept;
  ~SharedValues();
  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

/// Immutable after loading; rendering is thread-safe.
class Templates {
 public:
  /// Loads NAME.mustache for every name, each from the first folder that has it. Errors: not_found
  /// (names the template and the folders), malformed (file and line).
  static Result<Templates> load(const std::vector<std::string>& names,
                                const std::vector<Path>& folders);
  Templates(Templates&&) noexcept;
  ~Templates();
  /// Requires: `name` was loaded (throws std::out_of_range: a bug).
  std::string render(const std::string& name, const Json& page, const SharedValues& shared) const;

 private:
  struct Impl;
  explicit Templates(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// `text` as HTML and XML text or attribute value.
std::string escape_markup(std::string_view text);

}  // namespace kaynak::publish_detail
