/// @file The commands below `kaynak source`.
#pragma once

#include "cli/args.h"

namespace kaynak {

void add_source_list(Args& source);      ///< list, show
void add_source_changes(Args& source);   ///< add, pause, resume, poll, remove
void add_source_exchange(Args& source);  ///< import, export
void add_source_tests(Args& source);     ///< test, check, rules

}  // namespace kaynak
