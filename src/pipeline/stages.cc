#include "pipeline/stages.h"

#include "pipeline/stage_jobs.h"

namespace kaynak {

using namespace pipeline_detail;

const std::vector<std::vector<std::string>>& stage_order() {
  static const std::vector<std::vector<std::string>> order = {
      {"withdraw", "extract"}, {"trace"}, {"translate"}, {"publish"}, {"outlet", "listings"}};
  return order;
}

Result<Effects> run_stage(const Newsroom& newsroom, Store& store, const Job& job, Time now) {
  const StageContext context{newsroom, store, now};
  if (job.stage == "extract") return extract_capture(context, job.item);
  if (job.stage == "trace") return trace_article(context, job.item);
  if (job.stage == "translate") return translate_article(context, job.item);
  if (job.stage == "publish") return publish_article(context, job.item);
  if (job.stage == "listings") return publish_listings(context, job.item);
  if (job.stage == "outlet") return publish_outlet(context, job.item);
  if (job.stage == "withdraw") return withdraw_article(context, job.item);
  return fail(ErrorCode::unsupported, "pipeline",
              "no stage '" + job.stage + "'; was this newsroom made by a newer Kaynak?");
}

std::string pair_item(std::string_view a, std::string_view b) {
  return std::string(a) + "|" + std::string(b);
}

std::string look_again_item(const CaptureId& capture, Time seen) {
  return pair_item(capture.value, to_rfc3339(seen));
}

namespace pipeline_detail {

std::pair<std::string, std::string> split_pair(const std::string& item) {
  const auto bar = item.find('|');
  return {item.substr(0, bar), bar == std::string::npos ? std::string() : item.substr(bar + 1)};
}

Event make_event(const StageContext& context, const char* kind, std::string subject, Json detail) {
  Event event;
  event.at = context.now;
  event.kind = kind;
  event.subject = std::move(subject);
  event.detail = detail.is_object() ? std::move(detail) : Json::object();
  return event;
}

}  // namespace pipeline_detail
}  // namespace kaynak
