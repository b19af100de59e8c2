// Development tool: extracts and attributes HTML files and prints one record a line, as `kaynak
// extract` does.
//   attribute_tool SHARE_FOLDER FILE.html…     (--time: also microseconds an article on standard
//   error; --declared: what extraction says of the text's way, before it is weighed)
#include <chrono>
#include <cstdio>
#include <cstring>

#include "attribute/attribute.h"
#include "base/json.h"
#include "extract/extract.h"
#include "model/json.h"

namespace {

using namespace kaynak;

Json words(const std::vector<std::string>& list) {
  Json out = Json::array();
  for (const std::string& s : list) out.push(s);
  return out;
}

Json figures(const Article& article) {
  Json out = Json::array();
  for (const Block& block : article.blocks) {
    if (!block.figure) continue;
    Json f = Json::object();
    f.set("caption", block.figure->caption).set("credit", block.figure->credit);
    f.set("photographers", words(block.figure->photographers))
        .set("agencies", words(block.figure->agencies));
    f.set("alt", block.figure->alt);
    out.push(std::move(f));
  }
  return out;
}

Json quotes(const Article& article) {
  Json out = Json::array();
  for (const Quote& q : article.quotes) {
    Json j = Json::object();
    j.set("text", q.text).set("speaker", q.speaker).set("speaker_as_written", q.speaker_as_written);
    j.set("via", q.via).set("cue", q.cue);
    out.push(std::move(j));
  }
  return out;
}

Json hops(const Article& article) {
  Json out = Json::array();
  for (const Hop& h : article.hops)
    out.push(Json::object().set("role", h.role).set("name", h.name).set("url", h.url));
  return out;
}

Json record(const Article& article) {
  Json out = Json::object();
  out.set("id", article.record_id)
      .set("language", article.language.value)
      .set("outlet", article.outlet);
  out.set("byline", article.byline).set("authors", words(article.authors));
  out.set("text_agencies", words(article.text_agencies)).set("text_credit", article.text_credit);
  if (!article.dateline.empty())
    out.set("dateline", Json::object()
                            .set("place", article.dateline.place)
                            .set("agency", article.dateline.agency)
                            .set("date", article.dateline.date));
  out.set("figures", figures(article)).set("cited_sources", words(article.cited_sources));
  out.set("quotes", quotes(article)).set("hops", hops(article));
  Json dates = Json::array();
  for (const DateMention& d : article.dates)
    dates.push(Json::object().set("text", d.text).set("resolved", d.resolved));
  out.set("dates", std::move(dates)).set("body_text", body_text(article));
  return out;
}

struct Print {
  bool timed = false;
  bool declared = false;
};

void print_declared(const Article& article) {
  for (const Hop& h : article.declared)
    std::fprintf(stderr, "%s\t%s\t%s\t%s\n", h.role.c_str(), h.name.c_str(), h.url.c_str(),
                 h.proof.c_str());
}

void print_page(const char* file, const AttributionData& data, const Print& print) {
  auto bytes = read_file(file);
  if (!bytes) return;
  auto page = Document::parse(*bytes);
  if (!page) return;
  PageContext context;
  context.record_id = Path(file).stem().string();
  auto article = extract(*page, context);
  if (!article) {
    std::fprintf(stderr, "%s: %s\n", file, article.error().message().c_str());
    return;
  }
  if (print.declared) print_declared(*article);
  const auto begin = std::chrono::steady_clock::now();
  const Article done = attribute(*std::move(article), data);
  const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
  if (print.timed)
    std::fprintf(stderr, "%.0f %zu %s\n", took.count(), body_text(done).size(), file);
  if (const Article again = attribute(done, data); again != done)
    std::fprintf(stderr, "not idempotent: %s\n< %s\n> %s\n", file, to_json(done).dump().c_str(),
                 to_json(again).dump().c_str());
  std::printf("%s\n", record(done).dump().c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  auto data = AttributionData::load(argv[1]);
  if (!data) {
    std::fprintf(stderr, "%s\n", data.error().message().c_str());
    return 1;
  }
  Print print;
  for (int i = 2; i < argc; ++i) {
    if (std::strcmp(argv[i], "--time") == 0)
      print.timed = true;
    else if (std::strcmp(argv[i], "--declared") == 0)
      print.declared = true;
    else
      print_page(argv[i], *data, print);
  }
  return 0;
}
