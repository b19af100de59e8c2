#include "pipeline/config.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

Environment table(std::map<std::string, std::string> values) {
  return [values](const std::string& name) -> std::optional<std::string> {
    const auto it = values.find(name);
    return it != values.end() ? std::optional(it->second) : std::nullopt;
  };
}

TEST(Config, WhatInitWritesIsReadBack) {
  const auto config = parse_config(default_config_text("My \"news\"", {"en", "tr"}), table({}));
  ASSERT_TRUE(config) << config.error().detail;
  EXPECT_EQ(config->site.title, "My \"news\"");
  ASSERT_EQ(config->site.languages.size(), 2u);
  EXPECT_EQ(config->site.languages[1].value, "tr");
  EXPECT_EQ(config->import_rights, Rights::full);
}

TEST(Config, TheEnvironmentWinsOverTheFile) {
  const auto config = parse_config("[serve]\nport = 1\n[site]\nlanguages = ['en']\n",
                                   table({{"KAYNAK_SERVE_PORT", "9000"},
                                          {"KAYNAK_SITE_LANGUAGES", "vi, tr"},
                                          {"KAYNAK_SITE_COMMENTS", "false"}}));
  ASSERT_TRUE(config) << config.error().detail;
  EXPECT_EQ(config->serve_port, 9000);
  ASSERT_EQ(config->site.languages.size(), 2u);
  EXPECT_EQ(config->site.languages[0].value, "vi");
  EXPECT_FALSE(config->site.comments);
}

TEST(Config, ASecretCanComeFromAFile) {
  const auto folder = TemporaryFolder::make().value();
  ASSERT_TRUE(write_file_atomically(folder.path() / "agent", "Desk/1.0\n"));
  const auto config = parse_config(
      "", table({{"KAYNAK_GATHER_USER_AGENT_FILE", (folder.path() / "agent").string()}}));
  ASSERT_TRUE(config);
  EXPECT_EQ(config->http.user_agent, "Desk/1.0");
  EXPECT_FALSE(parse_config("", table({{"KAYNAK_GATHER_USER_AGENT_FILE", "/nowhere/x"}})));
}

TEST(Config, NamesWhatIsWrong) {
  const auto problem = [](const char* toml) {
    const auto config = parse_config(toml, table({}));
    EXPECT_FALSE(config) << toml;
    return config ? std::string()
                  : std::string(to_string(config.error().code)) + " " + config.error().detail;
  };
  EXPECT_TRUE(problem("[site]\ntitel = 'x'\n")
                  .starts_with("usage kaynak.toml: 'site.titel' is no setting"));
  EXPECT_NE(problem("[serve]\nport = 70000\n").find("'serve.port' is not a number from 0 to 65535"),
            std::string::npos);
  EXPECT_NE(problem("[site]\nlanguages = ['../x']\n").find("no language tag"), std::string::npos);
  EXPECT_NE(problem("[translate]\neditions = ['en-es']\n").find("en>es"), std::string::npos);
  EXPECT_NE(problem("[import]\nrights = 'all'\n").find("none of full"), std::string::npos);
  EXPECT_NE(problem("[site]\nbase_url = 'ftp://x'\n").find("no http"), std::string::npos);
  EXPECT_NE(problem("[site\n").find("kaynak.toml:1"), std::string::npos);
  EXPECT_NE(problem("title = 'x'\n").find("outside of any [section]"), std::string::npos);
}

}  // namespace
}  // namespace kaynak
