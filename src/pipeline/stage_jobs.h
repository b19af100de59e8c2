/// @file The stages one by one. Internal to pipeline/.
#pragma once

#include "pipeline/stages.h"

namespace kaynak::pipeline_detail {

/// What every stage is given.
struct StageContext {
  const Newsroom& newsroom;
  Store& store;
  Time now;
};

Result<Effects> extract_capture(const StageContext& context, const std::string& capture_id);
Result<Effects> trace_article(const StageContext& context, const std::string& article_id);
Result<Effects> translate_article(const StageContext& context, const std::string& pair);
Result<Effects> publish_article(const StageContext& context, const std::string& article_id);
Result<Effects> publish_listings(const StageContext& context, const std::string& language);
Result<Effects> publish_outlet(const StageContext& context, const std::string& pair);
Result<Effects> withdraw_article(const StageContext& context, const std::string& item);

/// Splits what pair_item() joined.
std::pair<std::string, std::string> split_pair(const std::string& item);
Event make_event(const StageContext& context, const char* kind, std::string subject, Json detail);

}  // namespace kaynak::pipeline_detail
