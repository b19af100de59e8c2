#include "base/hash_slots.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(HashSlots, FindsWhatWasAddedThroughAllGrowth) {
  HashSlots slots;
  EXPECT_EQ(slots.find(7, [](std::uint32_t) { return true; }), 0u);
  for (std::uint32_t n = 1; n <= 5000; ++n) slots.add(n * 2654435761u, n);
  for (std::uint32_t n = 1; n <= 5000; ++n)
    EXPECT_EQ(slots.find(n * 2654435761u, [&](std::uint32_t found) { return found == n; }), n);
}

TEST(HashSlots, LeavesItToTheCallerToTellKeysOfOneHashApart) {
  HashSlots slots;
  for (std::uint32_t n = 1; n <= 40; ++n) slots.add(9, n);
  EXPECT_EQ(slots.find(9, [](std::uint32_t found) { return found == 33; }), 33u);
  EXPECT_EQ(slots.find(9, [](std::uint32_t found) { return found == 41; }), 0u);
  EXPECT_EQ(slots.find(10, [](std::uint32_t) { return true; }), 0u);
}

}  // namespace
}  // namespace kaynak
