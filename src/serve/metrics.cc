#include "serve/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <limits>

namespace kaynak::serve_detail {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

MetricFamily family(const char* name, const char* help, MetricType type) {
  MetricFamily made;
  made.name = name;
  made.help = help;
  made.type = type;
  return made;
}

void add_count(MetricFamily* to, const char* label, std::string value, double count) {
  ClientMetric metric;
  metric.label.push_back({label, std::move(value)});
  metric.counter.value = count;
  to->metric.push_back(std::move(metric));
}

void add_gauge(std::vector<MetricFamily>* to, const std::string& name, const char* help,
               double value) {
  MetricFamily made = family(name.c_str(), help, MetricType::Gauge);
  made.metric.emplace_back().gauge.value = value;
  to->push_back(std::move(made));
}

bool is_metric_name(const std::string& name) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
  };
  return !name.empty() && letter(name[0]) && std::all_of(name.begin(), name.end(), [&](char c) {
    return letter(c) || (c >= '0' && c <= '9');
  });
}

}  // namespace

void Metrics::request(int status, std::chrono::nanoseconds took) {
  ++by_class_[static_cast<std::size_t>(std::clamp(status / 100, 0, 5))];
  const double seconds = std::chrono::duration<double>(took).count();
  const auto bucket = std::lower_bound(kBuckets.begin(), kBuckets.end(), seconds);
  ++took_[static_cast<std::size_t>(bucket - kBuckets.begin())];
  nanoseconds_ += static_cast<std::uint64_t>(took.count());
}

std::string Metrics::text(const std::vector<std::pair<std::string, double>>& gauges,
                          std::size_t connections) const {
  std::vector<MetricFamily> families;
  auto requests = family("kaynak_http_requests_total", "Requests answered", MetricType::Counter);
  for (std::size_t i = 1; i < by_class_.size(); ++i)
    add_count(&requests, "status", std::to_string(i) + "xx", static_cast<double>(by_class_[i]));
  families.push_back(std::move(requests));

  auto took =
      family("kaynak_http_request_seconds", "Time to make an answer", MetricType::Histogram);
  auto& histogram = took.metric.emplace_back().histogram;
  for (std::size_t i = 0; i < took_.size(); ++i) {
    histogram.sample_count += took_[i];
    const double bound =
        i < kBuckets.size() ? kBuckets[i] : std::numeric_limits<double>::infinity();
    histogram.bucket.push_back({histogram.sample_count, bound});
  }
  histogram.sample_sum = static_cast<double>(nanoseconds_) / 1e9;
  families.push_back(std::move(took));

  auto comments = family("kaynak_comments_posted_total",
                         "Comment forms sent, by what became of them", MetricType::Counter);
  for (std::size_t i = 0; i < comments_.size(); ++i)
    add_count(&comments, "outcome", to_string(static_cast<CommentOutcome>(i)),
              static_cast<double>(comments_[i]));
  families.push_back(std::move(comments));

  add_gauge(&families, "kaynak_http_connections", "Open connections",
            static_cast<double>(connections));
  for (const auto& [name, value] : gauges)
    if (is_metric_name(name)) add_gauge(&families, name, "", value);
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace kaynak::serve_detail
