/// @file Numbers found by the hash of their key, flat in memory. The keys are the caller's to keep.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kaynak {

/// Open addressing with linear probing. Only grows; free to read from several threads once made.
class HashSlots {
 public:
  /// Adds a number, not 0, whose key is not yet in.
  void add(std::uint32_t hash, std::uint32_t number) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    put({hash, number});
    ++used_;
  }
  /// The number with that hash for which `is` holds: the caller compares keys. 0 where none is.
  template <class Is>
  std::uint32_t find(std::uint32_t hash, Is is) const {
    if (slots_.empty()) return 0;
    for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[i];
      if (slot.number == 0) return 0;
      if (slot.hash == hash && is(slot.number)) return slot.number;
    }
  }

 private:
  struct Slot {
    std::uint32_t hash = 0, number = 0;
  };
  void put(Slot slot) {
    std::size_t i = slot.hash & (slots_.size() - 1);
    while (slots_[i].number != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = slot;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.number != 0) put(slot);
  }

  std::vector<Slot> slots_;  ///< a power of two of them, at most half in use
  std::size_t used_ = 0;
};

}  // namespace kaynak
