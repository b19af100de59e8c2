/// @file The pages of a web archive. Internal to inputs.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>

#include "gather/warc.h"
#include "pipeline/inputs.h"

namespace kaynak::pipeline_detail {

/// Where the pages of the archives read so far are, so that a revisit finds its original. Holds at
/// most two million names; what comes after is not found.
class OriginalPages {
 public:
  struct Place {
    std::shared_ptr<const std::string> path;
    std::uint64_t offset = 0;
    std::uint32_t index_in_member = 0;
  };
  void add(const WarcRecord& record, const std::shared_ptr<const std::string>& path);
  /// Of what a revisit refers to: by the record's id, else address and date, else payload digest.
  const Place* find(const WarcRecord& revisit) const;

 private:
  void name(std::string key, const Place& place);
  std::unordered_map<std::string, Place> places_;
};

/// What the archives of one list of inputs share.
struct WarcInputs {
  InputOptions options;
  OriginalPages originals;
  std::deque<OriginalPages::Place> waiting;  ///< revisits whose original has not been met yet
  PassedOver passed;
};

/// Pages of one archive; one error at its end tells how many records could not be read.
std::unique_ptr<PageReader> open_warc_pages(const std::string& path, WarcInputs* shared);

/// The page of a revisit that waited, now that all inputs were read; nothing where its original is
/// in none of them.
std::optional<InputPage> late_page(const OriginalPages::Place& revisit, WarcInputs* shared);

}  // namespace kaynak::pipeline_detail
