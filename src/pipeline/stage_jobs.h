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

/// `item` is a capture's id, or look_again_item().
Result<Effects> extract_capture(const StageContext& context, const std::string& item);
Result<Effects> trace_article(const StageContext& context, const std::string& article_id);
Result<Effects> translate_article(const StageContext& context, const std::string& pair);
Result<Effects> publish_article(const StageContext& context, const std::string& article_id);
Result<Effects> publish_listings(const StageContext& context, const std::string& language);
Result<Effects> publish_outlet(const StageContext& context, const std::string& pair);
Result<Effects> withdraw_article(const StageContext& context, const std::string& item);

/// Whether another address than `gone` gave the article when it was last asked: an outlet that
/// tidies up one of its twins takes nothing back.
Result<bool> stands_elsewhere(Store& store, const Article& article, const std::string& gone);
/// Takes an article down: canceled, its editions withdrawn, its pages and its story's written anew.
/// Nothing where it is canceled already. `why` is for the log and the operator.
Result<Effects> withdraw(const StageContext& context, const Article& article,
                         const std::string& why);
/// Gives the editions that were made from this very text back what they were before it was
/// withdrawn. Called inside the transaction that keeps the restored article.
Result<void> restore_editions(Store& store, const Article& article);

/// Splits what pair_item() joined.
std::pair<std::string, std::string> split_pair(const std::string& item);
Event make_event(const StageContext& context, const char* kind, std::string subject, Json detail);

}  // namespace kaynak::pipeline_detail
