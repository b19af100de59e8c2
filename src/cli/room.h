/// @file What the commands on a newsroom share.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "cli/args.h"
#include "cli/console.h"
#include "pipeline/newsroom.h"
#include "pipeline/run.h"

namespace kaynak {

/// Declares `-C DIR`, the newsroom's folder: the current one, or $KAYNAK_NEWSROOM.
void add_folder_option(Args& command, std::string* folder);
/// The folder that -C, $KAYNAK_NEWSROOM or the current folder names.
Path chosen_folder(const std::string& folder);

/// Opens the newsroom and calls `act`; prints the error and gives its exit code where something
/// fails.
int with_newsroom(const std::string& folder,
                  const std::function<Result<int>(const Newsroom&)>& act);
/// The same with a store opened.
int with_store(const std::string& folder,
               const std::function<Result<int>(const Newsroom&, Store&)>& act);

/// Runs the newsroom with a progress line, and prints problems, and the table (or, with `json`, one
/// object a line).
Result<int> run_and_report(const Newsroom& newsroom, bool gather, bool json);

/// Gathers (and, with `work`, publishes) until a signal comes; failures go to the log as they
/// happen.
Result<int> follow_and_report(const Newsroom& newsroom, bool work);

}  // namespace kaynak
