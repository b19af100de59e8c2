/// @file What pages and wire items share on their way from capture to article. Internal to
/// pipeline/.
#pragma once

#include <string>

#include "extract/extract.h"
#include "pipeline/look.h"

namespace kaynak::pipeline_detail {

/// What is known of a capture before it is read.
PageContext page_context(const Newsroom& newsroom, const CaptureRow& row);
/// Gives the article the source that has the host, which is made where the newsroom has none.
Result<void> settle_source(const Newsroom& newsroom, const std::string& host, Article* article);
/// Nothing is kept of the capture but the reason.
Effects refused(const StageContext& context, const CaptureRow& row, const Error& error);
/// Errors that say something of the page, not of this machine.
bool is_of_the_page(ErrorCode code);

/// A capture in a newsroom's exchange format: all its items.
Result<Effects> extract_wire(const StageContext& context, const Look& look,
                             const std::string& body);

}  // namespace kaynak::pipeline_detail
