#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/args.h"

namespace kaynak {

struct Args::Impl {
  std::unique_ptr<CLI::App> owned;  ///< of the program; commands are owned by it
  CLI::App* app = nullptr;
  std::string heading = "Commands";
  std::function<void()> before;
  std::vector<std::pair<CLI::App*, std::function<int()>>> runs;
  std::vector<std::unique_ptr<Args>> commands;

  /// The function of the deepest command that was named.
  int run_named() {
    for (const auto& command : commands)
      if (command->impl_->app->parsed()) return command->impl_->run_named();
    for (const auto& [app_of, run] : runs)
      if (app_of == app && run) return run();
    std::fputs(app->help().c_str(), stdout);
    return exit_usage;
  }
};

Args::Args(const std::string& name, const std::string& description)
    : impl_(std::make_unique<Impl>()) {
  impl_->owned = std::make_unique<CLI::App>(description, name);
  impl_->app = impl_->owned.get();
  impl_->app->get_formatter()->column_width(34);
  impl_->app->set_version_flag("--version", "kaynak " KAYNAK_VERSION);
}

Args::Args(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Args::~Args() = default;

void Args::text(const std::string& names, std::string* target, const std::string& help,
                bool required) {
  impl_->app->add_option(names, *target, help)->required(required)->type_name("TEXT");
}

void Args::list(const std::string& names, std::vector<std::string>* target, const std::string& help,
                bool required) {
  impl_->app->add_option(names, *target, help)->required(required)->type_name("");
}

void Args::number(const std::string& names, int* target, const std::string& help, int least,
                  int most) {
  impl_->app->add_option(names, *target, help)->check(CLI::Range(least, most))->type_name("N");
}

void Args::flag(const std::string& names, bool* target, const std::string& help) {
  impl_->app->add_flag(names, *target, help);
}

void Args::choice(const std::string& names, std::string* target,
                  const std::vector<std::string>& choices, const std::string& help) {
  std::string shown;
  for (const auto& c : choices) shown += (shown.empty() ? "" : "|") + c;
  impl_->app->add_option(names, *target, help)
      ->type_name(shown)
      ->check(CLI::IsMember(choices).description(""));
}

void Args::footer(const std::string& text) { impl_->app->footer(text); }
void Args::before(std::function<void()> act) { impl_->before = std::move(act); }
void Args::group(const std::string& heading) { impl_->heading = heading; }

Args& Args::command(const std::string& name, const std::string& description,
                    std::function<int()> run) {
  auto made = std::make_unique<Impl>();
  made->app = impl_->app->add_subcommand(name, description)->group(impl_->heading);
  made->runs.emplace_back(made->app, std::move(run));
  impl_->app->require_subcommand(0, 1);
  impl_->commands.push_back(std::unique_ptr<Args>(new Args(std::move(made))));
  return *impl_->commands.back();
}

int Args::run(int argc, const char* const* argv) {
  try {
    impl_->app->parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return impl_->app->exit(e) == 0 ? exit_ok : exit_usage;
  }
  if (impl_->before) impl_->before();
  return impl_->run_named();
}

}  // namespace kaynak
