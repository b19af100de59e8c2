/// @file Pages for the tests of this room, in the languages whose letters, direction and grammar
/// differ most. Their outlets and people do not exist.
#pragma once

#include "publish/site.h"

namespace kaynak::samples {

/// "a. b." and so on → a block with sentences; parts are joined by a blank.
Block block_of(BlockKind kind, const std::vector<std::string>& sentences);
/// The edition's blocks from sentences of the same shape as the article's.
Edition edition_of(const Article& article, const LanguageTag& language, EditionKind kind,
                   const std::vector<std::vector<std::string>>& sentences);

/// Vietnamese, made from two agencies, with every kind of block.
Article vietnamese_story();
Source vietnamese_source();
ArticlePage vietnamese_page();         ///< in its own language
ArticlePage turkish_page();            ///< a person's translation of it
ArticlePage spanish_page();            ///< machine translation of an English wire story
ArticlePage english_wire_page();       ///< the same in its own language
ArticlePage arabic_page();             ///< right-to-left, in its own language
ArticlePage arabic_page_in_english();  ///< no translation: Arabic text on an English page
ArticlePage excerpt_page();            ///< an outlet that allows only excerpts
ArticlePage withdrawn_page();
Listing front_listing(const LanguageTag& language);

/// A site in seven languages from the shipped theme and words.
Site site(SiteOptions options = {});
/// The same with default options, loaded once.
const Site& shipped_site();
/// What it makes of the page.
std::string article(const ArticlePage& page);
SiteOptions options();

}  // namespace kaynak::samples
