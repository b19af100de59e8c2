#include "cli/args.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

struct Program {
  std::string name;
  std::vector<std::string> inputs;
  int jobs = 0;
  bool json = false;
  int ran = 0;

  int run(std::vector<const char*> argv) {
    Args args("kaynak", "test");
    auto& c = args.command("extract", "articles", [this] {
      ++ran;
      return 7;
    });
    c.text("--name", &name, "a text");
    c.list("INPUT", &inputs, "inputs", true);
    c.number("-j,--jobs", &jobs, "threads", 1, 8);
    c.flag("--json", &json, "json");
    argv.insert(argv.begin(), "kaynak");
    return args.run(static_cast<int>(argv.size()), argv.data());
  }
};

TEST(Args, RunsTheCommandThatWasNamed) {
  Program p;
  EXPECT_EQ(p.run({"extract", "a", "b", "-j", "2", "--json", "--name", "x"}), 7);
  EXPECT_EQ(p.inputs, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(p.jobs, 2);
  EXPECT_TRUE(p.json);
  EXPECT_EQ(p.name, "x");
}

TEST(Args, WrongUsageIsExitTwoAndRunsNothing) {
  Program p;
  EXPECT_EQ(p.run({}), exit_usage);
  EXPECT_EQ(p.run({"extract"}), exit_usage);
  EXPECT_EQ(p.run({"extract", "a", "-j", "99"}), exit_usage);
  EXPECT_EQ(p.run({"extract", "a", "--colour"}), exit_usage);
  EXPECT_EQ(p.run({"extrct", "a"}), exit_usage);
  EXPECT_EQ(p.ran, 0);
}

TEST(Args, HelpIsNoError) {
  Program p;
  EXPECT_EQ(p.run({"--help"}), exit_ok);
  EXPECT_EQ(p.run({"extract", "--help"}), exit_ok);
  EXPECT_EQ(p.run({"--version"}), exit_ok);
}

}  // namespace
}  // namespace kaynak
