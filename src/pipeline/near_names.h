/// @file Which known name somebody may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kaynak {

/// Of `names`, those a slip of the hand or a part away from `word`, nearest first, at most `most`.
/// ASCII case does not count; only the first 64 bytes are compared.
std::vector<std::string> near_names(std::string_view word, const std::vector<std::string>& names,
                                    std::size_t most = 3);

}  // namespace kaynak
