#include <iostream>

#include "cli/console.h"
#include "cli/inspect_dates.h"
#include "text/dates.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxLine = 4u << 20;

struct Options : DateQuestion {
  std::vector<std::string> words;
  bool json = false, lines = false;
};

Json one_date(const std::string& text, const DateInText& date) {
  Json j;
  j.set("text", text.substr(date.begin, date.end - date.begin))
      .set("begin", date.begin)
      .set("end", date.end)
      .set("resolved", date.resolved);
  if (const auto slash = date.resolved.find('/'); slash != std::string::npos)
    j.set("first", date.resolved.substr(0, slash)).set("last", date.resolved.substr(slash + 1));
  return j;
}

int inspect_lines(const Options& o) {
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.empty()) continue;
    if (!print_line(answer_date_line(line, o).dump())) break;
  }
  return exit_ok;
}

int inspect_words(const Options& o) {
  std::string text;
  for (const auto& word : o.words) text += (text.empty() ? "" : " ") + word;
  const auto dates = dates_json(text, o);
  if (!dates) return print_error(dates.error());
  if (o.json) {
    print_line(dates->dump());
    return exit_ok;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& date : dates->items())
    rows.push_back({date["resolved"].as_string(), std::to_string(date["begin"].as_int()),
                    std::to_string(date["end"].as_int()), date["text"].as_string()});
  print_table({"RESOLVED", "BEGIN", "END", "TEXT"}, rows);
  return exit_ok;
}

int inspect_dates(const Options& o) {
  if (o.lines) return inspect_lines(o);
  if (o.words.empty() || o.published.empty())
    return print_error({ErrorCode::usage, "inspect", "give a text and --published, or --jsonl"});
  return inspect_words(o);
}

}  // namespace

Result<Json> dates_json(const std::string& text, const DateQuestion& question) {
  const auto published = parse_iso8601(question.published);
  if (!published)
    return fail(ErrorCode::usage, "inspect",
                "published '" + question.published + "' is no RFC 3339 time");
  Json::Array out;
  for (const auto& date : find_dates(text, question.language, *published))
    out.push_back(one_date(text, date));
  return Json(std::move(out));
}

Json answer_date_line(const std::string& line, const DateQuestion& defaults) {
  Json answer;
  const auto asked = parse_json(line, kMaxLine);
  if (!asked || !(*asked)["text"].is_string())
    return answer.set("error", asked ? "no \"text\"" : asked.error().detail);
  if (asked->contains("id")) answer.set("id", (*asked)["id"]);
  DateQuestion question = defaults;
  if ((*asked)["language"].is_string()) question.language = (*asked)["language"].as_string();
  if ((*asked)["published"].is_string()) question.published = (*asked)["published"].as_string();
  auto dates = dates_json((*asked)["text"].as_string(), question);
  if (!dates) return answer.set("error", dates.error().detail);
  return answer.set("dates", std::move(*dates));
}

void add_inspect_dates(Args& inspect) {
  const auto o = std::make_shared<Options>();
  auto& dates = inspect.command("dates", "dates in a text, resolved to days, months, years, spans",
                                [o] { return inspect_dates(*o); });
  dates.list("TEXT", &o->words, "the text; several words are joined by blanks");
  dates.text("--lang,--language", &o->language, "language of the text, BCP 47 (en)");
  dates.text("--published", &o->published,
             "RFC 3339 time that relative dates are resolved against");
  dates.flag("--json", &o->json, "one array; begin and end are bytes of the text in UTF-8");
  dates.flag(
      "--jsonl", &o->lines,
      "answer lines of standard input, {\"text\", \"language\", \"published\", \"id\"}, with "
      "lines {\"id\", \"dates\"}; the options stand in for what a line leaves out");
  dates.footer(
      "An interval is resolved to FIRST/LAST, both days included. BEGIN and END count bytes of\n"
      "UTF-8, END is one past the last.\n\n"
      "  kaynak inspect dates --lang de --published 2026-11-20 \"vom 3. bis 5. Mai\"\n"
      "  kaynak inspect dates --jsonl < questions.jsonl");
}

}  // namespace kaynak
