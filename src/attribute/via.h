/// @file Through which medium words came: what the sentences around a quotation say, and an
/// interview that goes on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribute/relays.h"

namespace kaynak::attribute_detail {

/// Whether a word means an interview, in one of many languages.
bool is_interview_word(std::string_view folded);

/// A medium that relayed words, and where the text names it.
struct Relayed {
  std::string name;
  Evidence evidence;
};

/// Reads a page's blocks in order: ask with `of` for the quotations of a block, then `note` what
/// the block says of media that somebody spoke to.
class Via {
 public:
  /// One entry a block; both must outlive this. What somebody told a medium in one of the blocks
  /// before `opening_end` holds for the whole text.
  Via(const std::vector<Scan>& scans, const std::vector<std::vector<Relay>>& relays,
      std::int32_t opening_end)
      : scans_(scans), relays_(relays), opening_end_(opening_end) {}

  /// The medium that relayed bytes `inner` of block `b`, marks at `outer`, said by `speaker`.
  Relayed of(std::int32_t b, ByteRange inner, ByteRange outer, std::string_view speaker) const;
  /// After a quotation was read: the next one of the same speaker in this block has its medium.
  void quoted(std::int32_t b, std::string_view speaker, const Relayed& relayed);
  /// After block `b` was read. `who(from, to)` gives the person that bytes of the block are about.
  template <typename Who>
  void note(std::int32_t b, Who who) {
    for (const Relay& relay : relays_[static_cast<std::size_t>(b)]) {
      if (!relay.told && !relay.published) continue;
      const ByteRange sentence = sentence_range(b, relay.sentence);
      note_one(b, relay, who(sentence.begin, sentence.end));
    }
  }

 private:
  struct Told {
    std::string name, speaker;
    Evidence evidence;
    std::int32_t block = -1000;
    std::int32_t reach = 0;  ///< blocks for which it holds
    bool interview = false;
  };
  ByteRange sentence_range(std::int32_t b, std::uint32_t sentence) const;
  std::uint32_t sentence_of(std::int32_t b, std::uint32_t byte) const;
  void note_one(std::int32_t b, const Relay& relay, std::string speaker);
  bool is_interview(std::int32_t b, const Relay& relay) const;
  const Relay* beside(std::int32_t b, ByteRange inner, ByteRange outer,
                      std::string_view speaker) const;
  const Relay* just_before(std::int32_t b, std::uint32_t sentence, std::string_view speaker) const;
  Relayed governing(std::int32_t b, std::string_view speaker) const;

  const std::vector<Scan>& scans_;
  const std::vector<std::vector<Relay>>& relays_;
  std::int32_t opening_end_;
  std::vector<Told> told_;
  Told last_;  ///< what the last quotation had
};

}  // namespace kaynak::attribute_detail
