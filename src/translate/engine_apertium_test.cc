#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "base/file.h"
#include "text/encoding.h"
#include "text/unicode.h"
#include "translate/engine.h"

namespace kaynak {
namespace {

using Texts = std::vector<std::string>;

const LanguagePair en_es{LanguageTag("en"), LanguageTag("es")};
const LanguagePair es_ca{LanguageTag("es"), LanguageTag("ca")};
const LanguagePair ru_uk{LanguageTag("ru"), LanguageTag("uk")};

/// Processes that are our children now.
std::set<pid_t> children() {
  std::set<pid_t> out;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream list(entry.path() / "children");
    for (pid_t pid = 0; list >> pid;) out.insert(pid);
  }
  return out;
}

class Apertium : public testing::Test {
 protected:
  void SetUp() override {
    auto made = make_apertium_engine();
    if (!made) GTEST_SKIP() << made.error().message();
    engine_ = std::move(*made);
  }
  Texts ask(const LanguagePair& pair, const Texts& texts) {
    auto answer = engine_->translate(pair, texts);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message());
    return answer ? *answer : Texts();
  }
  bool has(const LanguagePair& pair) {
    const auto pairs = engine_->pairs();
    return std::find(pairs.begin(), pairs.end(), pair) != pairs.end();
  }
  std::unique_ptr<Engine> engine_;
};

TEST_F(Apertium, SaysItsNameAndPairs) {
  EXPECT_TRUE(engine_->name().starts_with("Apertium 3")) << engine_->name();
  EXPECT_TRUE(has(en_es));
  EXPECT_TRUE(has(es_ca));
  EXPECT_EQ(engine_->translate({LanguageTag("en"), LanguageTag("tlh")}, {"a"}).error().code,
            ErrorCode::unsupported);
}

TEST_F(Apertium, TranslatesEachTextOnItsOwn) {
  const auto got =
      ask(en_es, {"The minister spoke yesterday.", "The brown bear", "", "The bridge is closed."});
  ASSERT_EQ(got.size(), 4u);
  EXPECT_EQ(got[0], "El ministro habló ayer.");
  EXPECT_EQ(got[1], "El oso marrón");
  EXPECT_EQ(got[2], "");
  EXPECT_EQ(ask(es_ca, {"El puente está cerrado."}), Texts{"El pont està tancat."});
}

TEST_F(Apertium, AnswersAlikeWhateverCameBefore) {
  const Texts texts = {"ZMapp served as a control.", "They included known names.",
                       "The results are known and included.",
                       "Bush spokesman Gordon Johndroe called the pledge a step."};
  auto reversed = texts;
  std::reverse(reversed.begin(), reversed.end());
  const auto one = ask(en_es, texts);
  auto other = ask(en_es, reversed);
  std::reverse(other.begin(), other.end());
  EXPECT_EQ(one, other);
  Texts alone;
  for (const auto& text : texts) {
    const auto fresh = make_apertium_engine();
    alone.push_back((*(*fresh)->translate(en_es, {text}))[0]);
  }
  EXPECT_EQ(one, alone);
}

TEST_F(Apertium, LetsSpecialsOfItsStreamThrough) {
  const Texts texts = {"He [sic] paid $5 / 3 {x} ^y^ \\ @ <b> 5* #6 a_b ~ 3.",
                       "^word<n>$",
                       "[[t:a:1]]x[[/]]",
                       "]",
                       "\\",
                       "*star",
                       "@",
                       "a\tb\nc",
                       std::string("nul\0nul", 7)};
  const auto got = ask(en_es, texts);
  ASSERT_EQ(got.size(), texts.size());
  for (const char* part : {"[sic]", "$5", "{x}", "\\", "@", "<b>", "5*", "#6"})
    EXPECT_NE(got[0].find(part), std::string::npos) << part << " in " << got[0];
  EXPECT_EQ(ask(en_es, {"The bridge is closed."}), Texts{"El puente está cerrado."});
}

TEST_F(Apertium, MeansTheSameByABillion) {
  EXPECT_NE(ask(en_es, {"It paid $2.4 billion for it."})[0].find("2.400 millones"),
            std::string::npos);
}

TEST_F(Apertium, KeepsTheBlanksOfCompounds) {
  const auto got = ask(en_es, {"The London-based agency met a 68-year-old woman."})[0];
  EXPECT_NE(got.find("basada en Londres"), std::string::npos) << got;
  EXPECT_NE(got.find(" de 68 años"), std::string::npos) << got;
}

TEST_F(Apertium, MarksNoUnknownWord) {
  for (const auto& text : ask(en_es, {"The xqwzt frobnicated the blorf.", "Qwzx and Zzyzx."}))
    EXPECT_EQ(text.find_first_of("*#@"), std::string::npos) << text;
}

TEST_F(Apertium, SurvivesAnyText) {
  std::mt19937 random(7);
  const std::u32string alphabet =
      U"abc ABC "
      U".,;:!?'\"[]{}^$/"
      U"\\@<>*#~+_-=&%|()`0123456789éñçßžабвЖ中国語عربى\u200b\u00ad😀\u0301\ufeff\u2028";
  Texts texts;
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (auto n = random() % 60; n > 0; --n)
      append_utf8(&text, alphabet[random() % alphabet.size()]);
    texts.push_back(text);
  }
  for (const auto& pair : {en_es, es_ca, ru_uk}) {
    if (!has(pair)) continue;
    const auto got = ask(pair, texts);
    ASSERT_EQ(got.size(), texts.size());
    for (const auto& text : got) EXPECT_TRUE(is_valid_utf8(text));
  }
}

TEST_F(Apertium, GoesOnWhenAStageIsKilled) {
  const auto want = ask(en_es, {"The bridge is closed."});
  std::mt19937 random(3);
  for (int round = 0; round < 5; ++round) {
    const auto now = children();
    ASSERT_FALSE(now.empty());
    auto victim = now.begin();
    std::advance(victim, random() % now.size());
    ASSERT_EQ(::kill(*victim, SIGKILL), 0);
    EXPECT_EQ(ask(en_es, {"The bridge is closed."}), want);
  }
}

TEST_F(Apertium, GoesOnWhenAStageIsKilledInTheMiddle) {
  ask(en_es, {"warm"});
  const Texts texts(400, "The bridge is closed.");
  std::thread killer([] {
    for (int i = 0; i < 3; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(60));
      const auto now = children();
      if (!now.empty()) ::kill(*now.begin(), SIGKILL);
    }
  });
  const auto got = ask(en_es, texts);
  killer.join();
  ASSERT_EQ(got.size(), texts.size());
  for (const auto& text : got) EXPECT_EQ(text, "El puente está cerrado.");
}

TEST_F(Apertium, DoesWithoutATaggerThatCrashes) {
  if (!has(ru_uk)) GTEST_SKIP() << "apertium-rus-ukr is not installed";
  const auto got =
      ask(ru_uk, {"Министр заявил, что мост открыт.", "Президент прибыл в столицу 15 августа."});
  ASSERT_EQ(got.size(), 2u);
  EXPECT_TRUE(got[0].starts_with("Міністр заявив, що")) << got[0];
  EXPECT_NE(got[1].find("15 серпня"), std::string::npos) << got[1];
}

TEST_F(Apertium, ServesManyThreads) {
  std::vector<std::thread> threads;
  std::vector<Texts> got(6);
  for (std::size_t t = 0; t < got.size(); ++t)
    threads.emplace_back([&, t] {
      const auto number = std::to_string(100 + t);
      got[t] = *engine_->translate(en_es, Texts(20, "He has " + number + " cars."));
    });
  for (auto& thread : threads) thread.join();
  for (std::size_t t = 0; t < got.size(); ++t)
    for (const auto& text : got[t])
      EXPECT_EQ(text, "Tiene " + std::to_string(100 + t) + " coches.");
}

TEST_F(Apertium, LeavesNoProcessBehind) {
  const auto before = children();
  ask(en_es, {"a"});
  EXPECT_GT(children().size(), before.size());
  engine_.reset();
  EXPECT_EQ(children(), before);
}

/// A folder with one mode file, and programs of ours in the place of Apertium's.
class FakeModes : public testing::Test {
 protected:
  FakeModes() : folder_(*TemporaryFolder::make()) {
    path_ = std::getenv("PATH");
    ::setenv("PATH", (folder_.path().string() + ":" + path_).c_str(), 1);
    EXPECT_TRUE(write_file_atomically(folder_.path() / "eng-spa.mode", "lt-proc x\n"));
    EXPECT_TRUE(write_file_atomically(folder_.path() / "eng-deu.mode", "lt-proc x > /tmp/y\n"));
  }
  ~FakeModes() override { ::setenv("PATH", path_.c_str(), 1); }
  std::unique_ptr<Engine> engine(const std::string& program, Milliseconds timeout) {
    const auto file = folder_.path() / "lt-proc";
    EXPECT_TRUE(write_file_atomically(file, "#!/bin/sh\n" + program + "\n"));
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    ApertiumOptions options;
    options.modes_folder = folder_.path().string();
    options.timeout = timeout;
    auto made = make_apertium_engine(options);
    EXPECT_TRUE(made);
    return std::move(*made);
  }
  TemporaryFolder folder_;
  std::string path_;
};

TEST_F(FakeModes, PassesOverABrokenModeFile) {
  EXPECT_EQ(engine("exec cat", Milliseconds(5000))->pairs().size(), 1u);
}

TEST_F(FakeModes, EndsAPipelineThatDoesNotAnswer) {
  const auto hangs = engine("exec sleep 60", Milliseconds(200));
  const auto before = children();
  EXPECT_EQ(hangs->translate(en_es, {"a"}).error().code, ErrorCode::timed_out);
  EXPECT_EQ(children(), before);
}

TEST_F(FakeModes, GivesUpOnAPipelineThatAlwaysCrashes) {
  const auto crashes = engine("kill -SEGV $$", Milliseconds(20000));
  EXPECT_EQ(crashes->translate(en_es, Texts(40, "a")).error().code, ErrorCode::unavailable);
}

TEST_F(FakeModes, LeavesOutTheOneTextThatCrashesIt) {
  // Ends when it reads a block with "poison", and passes all others on.
  const auto poisoned = engine(
      "exec python3 -c 'import os\nwhile True:\n b = os.read(0, 65536)\n if not b or b\"poison\" "
      "in b: break\n os.write(1, b)'",
      Milliseconds(20000));
  const auto got = poisoned->translate(en_es, {"one", "poison", "three"});
  ASSERT_TRUE(got) << got.error().message();
  EXPECT_EQ(*got, (Texts{"one", "", "three"}));
}

TEST(MakeApertium, SaysWhatToInstall) {
  ApertiumOptions options;
  options.modes_folder = "/nonexistent";
  const auto made = make_apertium_engine(options);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::unavailable);
  EXPECT_NE(made.error().detail.find("apertium-eng-spa"), std::string::npos);
}

}  // namespace
}  // namespace kaynak
