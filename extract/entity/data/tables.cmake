# Turns the tables of this folder into string constants of actant::internal (declared in extract/entity/tables.h).
set(ENTITY_TABLES countries regions cities igos events forenames nouns titles pronouns)
set(generated "#include \"extract/entity/tables.h\"\n\nnamespace actant::internal {\n\n")
foreach(table ${ENTITY_TABLES})
  set(file ${CMAKE_CURRENT_LIST_DIR}/${table}.tsv)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} content)
  string(APPEND generated "const std::string_view k_${table}_table = R\"tsv(" "${content}" ")tsv\";\n\n")
endforeach()
string(APPEND generated "}  // namespace actant::internal\n")
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/entity_tables.cc.new "${generated}")
# Copied only when it differs, so that a configure run compiles nothing anew.
configure_file(${CMAKE_CURRENT_BINARY_DIR}/entity_tables.cc.new ${CMAKE_CURRENT_BINARY_DIR}/entity_tables.cc COPYONLY)
target_sources(actant_extract PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/entity_tables.cc)
