#include "cli/commands.h"
#include "cli/room.h"
#include "model/json.h"
#include "pipeline/import.h"
#include "pipeline/pages.h"
#include "translate/translate.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder, article, file, language, translator, edition, from, to;
  std::vector<std::string> text;
  bool json = false;
};

Result<int> list(Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto editions, store.held_editions());
  std::vector<std::vector<std::string>> rows;
  for (const auto& e : editions) {
    if (o.json) print_line(to_json(e).dump());
    std::string why;
    for (const auto& finding : e.findings)
      if (finding.holds) why += (why.empty() ? "" : "; ") + finding.check + ": " + finding.detail;
    rows.push_back({e.id.value, e.from.value + ">" + e.language.value, e.headline, why});
  }
  if (!o.json && !rows.empty())
    print_table({"EDITION", "PAIR", "HEADLINE", "WHY IT IS HELD"}, rows);
  if (rows.empty()) print_note("no translations are held");
  return exit_ok;
}

std::string slice(const std::string& text, const ByteRange& range) {
  return text.substr(range.begin, range.size());
}

/// Each sentence beside its original, with what a check found.
Result<int> show(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto e, store.edition(EditionId(o.edition)));
  KAYNAK_ASSIGN(const auto view, article_view(newsroom, store, e.article));
  print_line(view.article.headline + "\n" + e.headline + "\n" +
             (e.engine.empty() ? e.translator : e.engine) + ", " + to_string(e.status) + "\n");
  for (std::size_t b = 0; b < e.blocks.size() && b < view.article.blocks.size(); ++b) {
    for (std::size_t s = 0; s < e.blocks[b].sentences.size(); ++s) {
      const auto& original = view.article.blocks[b];
      if (s < original.sentences.size())
        print_line("  " + slice(original.text, original.sentences[s].range));
      print_line("  " + slice(e.blocks[b].text, e.blocks[b].sentences[s]));
      for (const auto& f : e.findings)
        if (f.block == static_cast<int>(b) && f.sentence == static_cast<int>(s))
          print_line(std::string("  ") + (f.holds ? "!! " : "?  ") + f.check + ": " + f.detail);
      print_line("");
    }
  }
  return exit_ok;
}

Result<int> approve(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(auto edition, store.edition(EditionId(o.edition)));
  if (edition.status != EditionStatus::held)
    return fail(ErrorCode::conflict, "translate",
                "'" + o.edition + "' is not held but " + to_string(edition.status));
  KAYNAK_ASSIGN(const auto article, store.article(edition.article));
  edition.status = EditionStatus::ready;
  edition.source_digest =
      text_digest(article);  // who approves it has read it against the text as it is now
  const auto kept = store.transaction([&]() -> Result<void> {
    KAYNAK_TRY(store.put_edition(edition));
    Event event;
    event.at = system_now();
    event.kind = "approved";
    event.subject = edition.id.value;
    event.detail.set("language", edition.language.value);
    KAYNAK_TRY(store.append_event(event));
    return store.enqueue("publish", edition.article.value, Time{});
  });
  if (!kept) return fail(kept.error());
  print_note("approved; publishing");
  return run_and_report(newsroom, false, o.json);
}

Result<int> import(const Newsroom& newsroom, const Options& o) {
  KAYNAK_ASSIGN(const auto text, read_file(o.file, 4 << 20));
  KAYNAK_ASSIGN(const auto id,
                import_edition(newsroom, o.article, LanguageTag(std::string_view(o.language)),
                               o.translator, text, system_now()));
  print_note("kept " + id.value + "; publishing");
  return run_and_report(newsroom, false, o.json);
}

/// Translates words of the command line: to try an engine out.
Result<int> try_text(const Newsroom& newsroom, const Options& o) {
  const LanguagePair pair{LanguageTag(std::string_view(o.from)),
                          LanguageTag(std::string_view(o.to))};
  const auto route = find_route(newsroom.engines(), pair);
  if (!route)
    return fail(
        ErrorCode::unsupported, "translate",
        "no engine serves " + o.from + " to " + o.to + "; kaynak doctor lists the pairs at hand");
  std::string text;
  for (const auto& word : o.text) text += (text.empty() ? "" : " ") + word;
  Article article;
  article.language = pair.from;
  article.headline = text;
  KAYNAK_ASSIGN(const auto edition, translate(article, pair.to, *route, system_now()));
  print_line(edition.headline);
  for (const auto& f : edition.findings) print_note(f.check + ": " + f.detail);
  return exit_ok;
}

}  // namespace

void add_translate(Args& program) {
  auto& translate = program.command("translate", "translations: held ones, people's, and a try");
  const auto o = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* help,
                       Result<int> (*act)(const Newsroom&, Store&, const Options&)) -> Args& {
    auto& c = translate.command(name, help, [o, act] {
      return with_store(o->folder,
                        [&](const Newsroom& n, Store& store) { return act(n, store, *o); });
    });
    add_folder_option(c, &o->folder);
    return c;
  };
  add("list", "translations that a check holds back, and why",
      [](const Newsroom&, Store& s, const Options& x) { return list(s, x); })
      .flag("--json", &o->json, "one JSON object a line");
  add("show", "a translation beside its original, sentence by sentence", show)
      .text("EDITION", &o->edition, "id, as `list` shows it", true);
  add("approve", "publish a held translation", approve)
      .text("EDITION", &o->edition, "id, as `list` shows it", true);
  auto& i = add("import", "put a person's translation in",
                [](const Newsroom& n, Store&, const Options& x) { return import(n, x); });
  i.text("ARTICLE", &o->article, "its id or address", true);
  i.text("FILE", &o->file,
         "plain text: the headline, then one paragraph for each of the article's, parted by blank "
         "lines",
         true);
  i.text("--language", &o->language, "BCP 47", true);
  i.text("--translator", &o->translator, "who is credited", true);
  auto& t = add("text", "translate words, to try an engine",
                [](const Newsroom& n, Store&, const Options& x) { return try_text(n, x); });
  t.text("FROM", &o->from, "BCP 47", true);
  t.text("TO", &o->to, "BCP 47", true);
  t.list("WORDS", &o->text, "what to translate", true);
}

}  // namespace kaynak
