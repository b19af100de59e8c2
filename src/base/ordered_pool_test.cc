#include "base/ordered_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace kaynak {
namespace {

std::function<std::optional<int>()> count_to(int n) {
  return [i = 0, n]() mutable { return i < n ? std::optional<int>(i++) : std::nullopt; };
}

TEST(OrderedPool, KeepsTheOrderOfTheInput) {
  std::vector<int> out;
  run_ordered<int, int>(
      4, count_to(1000),
      [](int&& i) {
        if (i % 97 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return i * 2;
      },
      [&](int&& i) { out.push_back(i); });
  ASSERT_EQ(out.size(), 1000u);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(out[static_cast<std::size_t>(i)], 2 * i);
}

TEST(OrderedPool, HoldsNoMoreThanItsWindow) {
  std::atomic<int> taken = 0, emitted = 0;
  int most = 0;
  run_ordered<int, int>(
      3,
      [&]() -> std::optional<int> {
        most = std::max(most, taken - emitted);
        return taken < 500 ? std::optional<int>(taken++) : std::nullopt;
      },
      [](int&& i) {
        if (i % 50 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return i;
      },
      [&](int&&) { ++emitted; });
  EXPECT_EQ(emitted, 500);
  EXPECT_LE(most, 12);
}

TEST(OrderedPool, WorksOnOneThreadAndOnNoInput) {
  int n = 0;
  run_ordered<int, int>(
      1, count_to(5), [](int&& i) { return i; }, [&](int&&) { ++n; });
  run_ordered<int, int>(
      2, count_to(0), [](int&& i) { return i; }, [&](int&&) { ++n; });
  EXPECT_EQ(n, 5);
}

TEST(OrderedPool, AnExceptionEndsTheRun) {
  EXPECT_THROW(
      (run_ordered<int, int>(
          3, count_to(100), [](int&& i) { return i == 50 ? throw std::runtime_error("bug") : i; },
          [](int&&) {})),
      std::runtime_error);
}

}  // namespace
}  // namespace kaynak
