/// @file Which language a text is in (CLD2 behind one file).
#pragma once

#include <string>
#include <string_view>

namespace kaynak {

struct DetectedLanguage {
  std::string tag;  ///< BCP 47, lower-case primary subtag ("zh-Hant" with script where it matters);
                    ///< empty: unknown
  double confidence = 0;  ///< 0 to 1
};

/// `text` is UTF-8 plain text; `hint` a language tag the page claims, weighed when the text is
/// short. Thread-safe.
DetectedLanguage detect_language(std::string_view text, std::string_view hint = {});

}  // namespace kaynak
