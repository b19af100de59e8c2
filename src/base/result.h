/// @file The one error type, and the value-or-error that every fallible function returns.
///
/// Method names are those of C++23 `std::expected`, so `Result` can become an alias of it.
/// Expected failures are returned; exceptions are for bugs and out-of-memory, and stop at the
/// edges.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace kaynak {

/// What a caller can act on.
enum class ErrorCode {
  not_found,    ///< the named thing does not exist
  refused,      ///< understood and not allowed (robots, rights, private address, bad token)
  timed_out,    ///< took longer than its limit
  too_large,    ///< over a size, depth or count limit
  malformed,    ///< the input breaks its format
  not_article,  ///< a well-formed page that holds no article
  conflict,     ///< somebody else changed or holds it
  unsupported,  ///< a format, language pair or scheme we do not serve
  unavailable,  ///< an outside thing (network, engine, disk) failed; trying again may help
  usage,        ///< the person's command or configuration is wrong
  internal,     ///< a bug of ours
};

/// Stable lower-case word for logs and JSON ("not_found").
const char* to_string(ErrorCode code);

/// Why something could not be done. `stage` is the room that noticed ("gather"); `detail` is one
/// English sentence for the operator that names the thing and, where there is one, what to do next.
/// Never shown to readers of the site.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string stage;
  std::string detail;

  /// "gather: detail (timed_out)"
  std::string message() const;
};

/// Wrapper that makes a Result from an Error: `return fail(ErrorCode::malformed, "html", "…")`.
struct Unexpected {
  Error error;
};

inline Unexpected fail(ErrorCode code, std::string stage, std::string detail) {
  return Unexpected{Error{code, std::move(stage), std::move(detail)}};
}
inline Unexpected fail(Error error) { return Unexpected{std::move(error)}; }

/// A `T`, or the Error that stood in its way. Reading the absent side is a bug and throws
/// std::bad_variant_access.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected u) : state_(std::in_place_index<1>, std::move(u.error)) {}

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const& { return std::get<1>(state_); }
  Error&& error() && { return std::get<1>(std::move(state_)); }
  template <class U>
  T value_or(U&& other) const& {
    return has_value() ? value() : static_cast<T>(std::forward<U>(other));
  }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value.
template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;
  Result() = default;
  Result(Unexpected u) : error_(std::move(u.error)) {}
  bool has_value() const noexcept { return !error_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  const Error& error() const& { return error_.value(); }
  Error&& error() && { return std::move(error_).value(); }

 private:
  std::optional<Error> error_;
};

/// Leaves the calling function with the error of `expression`, if it has one.
#define KAYNAK_TRY(expression)                                     \
  do {                                                             \
    if (auto kaynak_try_result = (expression); !kaynak_try_result) \
      return ::kaynak::fail(std::move(kaynak_try_result).error()); \
  } while (false)

#define KAYNAK_CONCAT_(a, b) a##b
#define KAYNAK_CONCAT(a, b) KAYNAK_CONCAT_(a, b)
/// `KAYNAK_ASSIGN(auto page, read_file(path));` declares `page`, or leaves the calling function
/// with the error.
#define KAYNAK_ASSIGN(declaration, expression) \
  KAYNAK_ASSIGN_(declaration, expression, KAYNAK_CONCAT(kaynak_assign_, __LINE__))
#define KAYNAK_ASSIGN_(declaration, expression, temporary)             \
  auto temporary = (expression);                                       \
  if (!temporary) return ::kaynak::fail(std::move(temporary).error()); \
  declaration = std::move(temporary).value()

}  // namespace kaynak
