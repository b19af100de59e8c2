#include "base/hash.h"

#include <gtest/gtest.h>

#include <set>

namespace kaynak {
namespace {

TEST(Hash, AgreesWithPublishedVectors) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha1_hex("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(sha1_base32("abc"), "VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5");
  EXPECT_EQ(hmac_sha256_hex("Jefe", "what do ya want for nothing?"),  // RFC 4231, case 2
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Hash, Hash64TellsNeighboursApart) {
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 10000; ++i) seen.insert(hash64(std::to_string(i)));
  EXPECT_EQ(seen.size(), 10000u);
  EXPECT_NE(hash64("a"), hash64(std::string("a\0", 2)));
  EXPECT_NE(hash64("a", 1), hash64("a", 2));
}

TEST(Hash, ComparesSecrets) {
  EXPECT_TRUE(equal_in_constant_time("same", "same"));
  EXPECT_FALSE(equal_in_constant_time("same", "sane"));
  EXPECT_FALSE(equal_in_constant_time("same", "sam"));
  EXPECT_NE(random_hex(16), random_hex(16));
  EXPECT_EQ(random_hex(16).size(), 32u);
}

}  // namespace
}  // namespace kaynak
