#include "translate/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <filesystem>
#include <thread>

namespace kaynak::translate_detail {
namespace {

constexpr Milliseconds patience{10000};

std::size_t open_descriptors() {
  const std::filesystem::directory_iterator all("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

TEST(Pipeline, CarriesBlocksThroughEveryProgram) {
  auto p = Pipeline::start({{"cat"}, {"cat"}});
  ASSERT_TRUE(p);
  const std::string input("one\0two\0", 8);
  const auto got = (*p)->exchange(input, 2, patience, 1000);
  EXPECT_EQ(got.end, Exchange::End::complete);
  EXPECT_EQ(got.blocks, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ((*p)->exchange(std::string("3\0", 2), 1, patience, 1000).blocks[0], "3");
}

TEST(Pipeline, DoesNotBlockOnMoreThanPipesHold) {
  auto p = Pipeline::start({{"cat"}, {"cat"}});
  ASSERT_TRUE(p);
  const std::string block = std::string(1 << 20, 'x') + '\0';
  const auto got = (*p)->exchange(block + block + block, 3, patience, 8 << 20);
  ASSERT_EQ(got.end, Exchange::End::complete);
  EXPECT_EQ(got.blocks[2].size(), 1u << 20);
}

TEST(Pipeline, NamesAProgramThatIsNotThere) {
  const auto before = open_descriptors();
  const auto p = Pipeline::start({{"cat"}, {"no-such-program-of-ours"}});
  ASSERT_FALSE(p);
  EXPECT_EQ(p.error().code, ErrorCode::unavailable);
  EXPECT_NE(p.error().detail.find("no-such-program-of-ours"), std::string::npos);
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Pipeline, SaysThatAProgramEnded) {
  auto p = Pipeline::start({{"cat"}, {"true"}});
  ASSERT_TRUE(p);
  // More than a pipe holds, so that the first program dies of SIGPIPE and we write to nobody.
  const auto got = (*p)->exchange(std::string(4 << 20, 'x') + '\0', 1, patience, 8 << 20);
  EXPECT_EQ(got.end, Exchange::End::ended);
  const auto deaths = (*p)->end(Milliseconds(1000));
  EXPECT_EQ(deaths.crashed, -1);
  EXPECT_FALSE(deaths.killed);
}

TEST(Pipeline, KnowsWhoCrashed) {
  auto p = Pipeline::start({{"cat"}, {"sh", "-c", "kill -SEGV $$"}, {"cat"}});
  ASSERT_TRUE(p);
  EXPECT_EQ((*p)->exchange(std::string("a\0", 2), 1, patience, 100).end, Exchange::End::ended);
  const auto deaths = (*p)->end(Milliseconds(1000));
  EXPECT_EQ(deaths.crashed, 1);
  EXPECT_FALSE(deaths.killed);
}

TEST(Pipeline, KnowsThatSomebodyElseEndedAProgram) {
  auto p = Pipeline::start({{"cat"}, {"cat"}});
  ASSERT_TRUE(p);
  ASSERT_EQ(::kill((*p)->processes()[1], SIGKILL), 0);
  EXPECT_EQ((*p)->exchange(std::string("a\0", 2), 1, patience, 100).end, Exchange::End::ended);
  const auto deaths = (*p)->end(Milliseconds(1000));
  EXPECT_EQ(deaths.crashed, -1);
  EXPECT_TRUE(deaths.killed);
}

TEST(Pipeline, GivesUpAtItsTimeAndAtItsSize) {
  auto silent = Pipeline::start({{"sleep", "60"}});
  ASSERT_TRUE(silent);
  EXPECT_EQ((*silent)->exchange("a", 1, Milliseconds(50), 100).end, Exchange::End::timed_out);
  auto talker = Pipeline::start({{"yes"}});
  ASSERT_TRUE(talker);
  EXPECT_EQ((*talker)->exchange("a", 1, patience, 100000).end, Exchange::End::too_large);
}

TEST(Pipeline, KeepsTheLastComplaintsAndReadsThemAll) {
  auto p = Pipeline::start(
      {{"sh", "-c", "yes complaint | head -c 2000000 >&2; echo last >&2; exec cat"}});
  ASSERT_TRUE(p);
  EXPECT_EQ((*p)->exchange(std::string("a\0", 2), 1, patience, 100).end, Exchange::End::complete);
  EXPECT_LE((*p)->complaints().size(), 500u);
  EXPECT_NE((*p)->complaints().find("last"), std::string::npos);
}

TEST(Pipeline, LeavesNoProcessAndNoDescriptorBehind) {
  const auto before = open_descriptors();
  std::vector<pid_t> processes;
  {
    auto p = Pipeline::start({{"sleep", "60"}, {"cat"}});
    ASSERT_TRUE(p);
    processes = (*p)->processes();
    ASSERT_EQ(processes.size(), 2u);
  }
  for (const pid_t pid : processes) EXPECT_NE(::kill(pid, 0), 0) << "a zombie or alive";
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Pipeline, ProgramsInheritTheirThreeDescriptorsAlone) {
  auto other = Pipeline::start({{"cat"}});
  auto p = Pipeline::start({{"sh", "-c", "ls /proc/self/fd | wc -l"}});
  ASSERT_TRUE(other && p);
  const auto said = (*p)->read_all(patience, 100);
  EXPECT_EQ(said, "4\n") << "in, out, err, and the folder ls reads";
}

}  // namespace
}  // namespace kaynak::translate_detail
