# Turns the tables of this folder into string constants of actant::internal (declared in graph/merge/internal/fact_table.h).
set(generated "#include <string_view>\n\nnamespace actant::internal {\n\n")
foreach(table countries cities country_names city_names organization_names)
  set(file ${CMAKE_CURRENT_LIST_DIR}/${table}.tsv)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} content)
  string(APPEND generated "extern const std::string_view k_known_${table};\n")
  string(APPEND generated "const std::string_view k_known_${table} = R\"tsv(" "${content}" ")tsv\";\n\n")
endforeach()
string(APPEND generated "}  // namespace actant::internal\n")
file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/known_tables.cc.new "${generated}")
# Copied only when it differs, so that a configure run compiles nothing anew.
configure_file(${CMAKE_CURRENT_BINARY_DIR}/known_tables.cc.new ${CMAKE_CURRENT_BINARY_DIR}/known_tables.cc COPYONLY)
target_sources(actant_graph PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/known_tables.cc)
