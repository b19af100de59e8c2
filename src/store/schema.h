/// @file The numbered SQL files of store/schema, as they were when this program was built.
#pragma once

#include <vector>

#include "base/result.h"

namespace kaynak::store_detail {

class Database;

struct SchemaFile {
  int version;
  const char* name;
  const char* sha256;
  const char* sql;
};

/// In order, versions from 1 without a gap. The definition is generated (schema/embed.cmake).
const std::vector<SchemaFile>& schema_files();

/// Brings the database up to the last of `files`, each file in one transaction, each recorded with
/// its digest. Errors: unsupported (made by a newer program, by another program, or by other files
/// than these).
Result<void> migrate(Database& database, const std::vector<SchemaFile>& files);

}  // namespace kaynak::store_detail
