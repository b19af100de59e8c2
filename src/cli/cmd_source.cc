#include "cli/commands.h"
#include "cli/source_commands.h"

namespace kaynak {

void add_source(Args& program) {
  auto& source = program.command("source", "the outlets that news comes from");
  add_source_list(source);
  add_source_changes(source);
  add_source_exchange(source);
  add_source_tests(source);
}

}  // namespace kaynak
