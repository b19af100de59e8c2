#include "cli/commands.h"
#include "cli/room.h"
#include "model/json.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string status = "held";
  std::vector<std::string> ids;
  std::string reason;
  bool json = false;
};

Result<int> list(Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto comments, store.comments_with(*comment_status_from(o.status)));
  std::vector<std::vector<std::string>> rows;
  for (const auto& c : comments) {
    if (o.json) print_line(to_json(c).dump());
    rows.push_back(
        {c.id.value, to_rfc3339(c.created), c.language.value, c.author, c.reason, c.text});
  }
  if (!o.json && !rows.empty())
    print_table({"COMMENT", "WRITTEN", "LANG", "NAME", "LOOK AT", "TEXT"}, rows);
  if (rows.empty()) print_note("no " + o.status + " comments");
  return exit_ok;
}

Result<void> decide_one(Store& store, const std::string& id, CommentStatus status,
                        const std::string& reason) {
  KAYNAK_ASSIGN(auto comment, store.comment(CommentId(id)));
  comment.status = status;
  if (!reason.empty()) comment.reason = reason;
  return store.transaction([&]() -> Result<void> {
    KAYNAK_TRY(store.put_comment(comment));
    Event event;
    event.at = system_now();
    event.kind = status == CommentStatus::approved ? "approved" : "rejected";
    event.subject = id;
    event.detail.set("article", comment.article.value).set_if("reason", reason);
    KAYNAK_TRY(store.append_event(event));
    return store.enqueue("publish", comment.article.value, Time{});
  });
}

/// Keeps the decisions, then rebuilds the pages; a run that is under way will do that instead.
Result<int> decide(const Newsroom& newsroom, Store& store, const Options& o, CommentStatus status) {
  for (const auto& id : o.ids) KAYNAK_TRY(decide_one(store, id, status, o.reason));
  RunOptions options;
  options.gather = false;
  const auto report = run_newsroom(newsroom, options);
  if (!report && report.error().code == ErrorCode::conflict)
    print_note("kept; the run that is under way rebuilds the page");
  else if (!report)
    return fail(report.error());
  else
    print_note(std::string(to_string(status)) + "; page rebuilt");
  return exit_ok;
}

}  // namespace

void add_comment(Args& program) {
  auto& comment = program.command("comment", "moderate readers' comments");
  const auto o = std::make_shared<Options>();
  auto& l = comment.command("list", "comments waiting for a decision", [o] {
    return with_store(o->folder, [&](const Newsroom&, Store& store) { return list(store, *o); });
  });
  add_folder_option(l, &o->folder);
  l.choice("--status", &o->status, {"held", "approved", "rejected"}, "which (held)");
  l.flag("--json", &o->json, "one JSON object a line");
  for (const auto status : {CommentStatus::approved, CommentStatus::rejected}) {
    const bool approve = status == CommentStatus::approved;
    auto& c =
        comment.command(approve ? "approve" : "reject",
                        approve ? "publish comments" : "keep comments from the site", [o, status] {
                          return with_store(o->folder, [&](const Newsroom& n, Store& store) {
                            return decide(n, store, *o, status);
                          });
                        });
    add_folder_option(c, &o->folder);
    c.list("COMMENT", &o->ids, "ids, as `comment list` shows them", true);
    if (!approve) c.text("--reason", &o->reason, "kept in the log");
  }
}

}  // namespace kaynak
