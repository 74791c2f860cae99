# What `cmake --install` puts where: the program, its models, the libraries with their public headers, CMake and pkg-config files.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(ACTANT_INSTALL_MODEL_DIR ${CMAKE_INSTALL_DATADIR}/actant/model)
set(ACTANT_LIBRARIES actant_model actant_graph actant_extract actant_export)
foreach(library ${ACTANT_LIBRARIES})
  string(REPLACE "actant_" "" short ${library})
  set_target_properties(${library} PROPERTIES EXPORT_NAME ${short})
endforeach()
target_include_directories(actant_model INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/actant>)

install(TARGETS actant RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ${ACTANT_LIBRARIES} actant_warnings EXPORT actantTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
foreach(folder graph extract export)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/actant
    FILES_MATCHING PATTERN "*.h" PATTERN "internal" EXCLUDE PATTERN "data" EXCLUDE)
endforeach()
install(FILES ${PROJECT_SOURCE_DIR}/extract/model/en.actm ${PROJECT_SOURCE_DIR}/extract/model/en.segmenter.actm
  ${PROJECT_SOURCE_DIR}/extract/model/en.relations.actm ${PROJECT_SOURCE_DIR}/extract/model/en.coref.actm
  ${PROJECT_SOURCE_DIR}/extract/model/CARD.md DESTINATION ${ACTANT_INSTALL_MODEL_DIR})
install(FILES ${PROJECT_SOURCE_DIR}/extract/model/accurate/en.transformer.actm DESTINATION ${ACTANT_INSTALL_MODEL_DIR}/accurate)
install(EXPORT actantTargets NAMESPACE actant:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/actant)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/actantConfig.cmake.in ${PROJECT_BINARY_DIR}/actantConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/actant PATH_VARS ACTANT_INSTALL_MODEL_DIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/actantConfigVersion.cmake COMPATIBILITY SameMinorVersion)
configure_file(${CMAKE_CURRENT_LIST_DIR}/actant.pc.in ${PROJECT_BINARY_DIR}/actant.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/actantConfig.cmake ${PROJECT_BINARY_DIR}/actantConfigVersion.cmake
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/actant)
install(FILES ${PROJECT_BINARY_DIR}/actant.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
