# cmake -D FOLDER=… -D OUT=… -P embed.cmake
#
# Writes a .cc with every numbered SQL file of FOLDER and its SHA-256, for store/schema.h.
file(GLOB files ${FOLDER}/[0-9][0-9][0-9][0-9]_*.sql)
list(SORT files)
set(text "// Made by store/schema/embed.cmake.\n#include \"store/schema.h\"\n\n")
string(APPEND text "namespace kaynak::store_detail {\n\n")
string(APPEND text "const std::vector<SchemaFile>& schema_files() {\n")
string(APPEND text "  static const std::vector<SchemaFile> files = {\n")
foreach(file ${files})
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "^0*([0-9]+)_.*$" "\\1" version ${name})
  file(READ ${file} sql)
  file(SHA256 ${file} digest)
  string(APPEND text "      {${version}, \"${name}\", \"${digest}\", R\"kaynak_sql(${sql})kaynak_sql\"},\n")
endforeach()
string(APPEND text "  };\n  return files;\n}\n\n}  // namespace kaynak::store_detail\n")
file(WRITE ${OUT} "${text}")
