/// @file A request and a response as plain values: what every part of the server but the listener
/// works with.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <string>
#include <utility>

#include "model/capture.h"

namespace kaynak::serve_detail {

struct Request {
  std::string method;  ///< as sent
  std::string target;  ///< as sent
  Headers headers;
  std::string body;
  std::string peer;  ///< the other end's address
};

/// An open file and how much of it is sent. Move-only; closes.
class OpenFile {
 public:
  OpenFile() = default;
  OpenFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  OpenFile(OpenFile&& other) noexcept
      : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}
  OpenFile& operator=(OpenFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~OpenFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  explicit operator bool() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  int release() { return std::exchange(descriptor_, -1); }
  std::uint64_t size() const { return size_; }

 private:
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

/// The body is `file` where there is one, else `body`. A HEAD request's is left out by the
/// listener.
struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  OpenFile file;

  Response& set(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

inline Response text_response(int status, std::string text) {
  Response response;
  response.status = status;
  response.body = std::move(text);
  response.set("Content-Type", "text/plain; charset=utf-8").set("Cache-Control", "no-store");
  return response;
}

inline Response page_response(int status, std::string html) {
  Response response;
  response.status = status;
  response.body = std::move(html);
  response.set("Content-Type", "text/html; charset=utf-8").set("Cache-Control", "no-store");
  return response;
}

}  // namespace kaynak::serve_detail
