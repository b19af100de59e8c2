# stage(NAME SOURCES a.cc … [TESTS a_test.cc …] [USES stage …] [HIDES library …])
#
# One static library `kaynak_NAME` from src/NAME, and one test program `NAME_tests` from the tests beside its code.
# USES are our own libraries, visible to who links this one; HIDES are third-party ones, known to the .cc files alone.
# tests/includes_check.py holds #includes against USES.
function(stage NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;TESTS;USES;HIDES" ${ARGN})
  add_library(kaynak_${NAME} STATIC ${ARG_SOURCES})
  target_include_directories(kaynak_${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  foreach(used ${ARG_USES})
    target_link_libraries(kaynak_${NAME} PUBLIC kaynak_${used})
  endforeach()
  target_link_libraries(kaynak_${NAME} PRIVATE ${ARG_HIDES})
  if(KAYNAK_TESTS AND ARG_TESTS)
    add_executable(${NAME}_tests ${ARG_TESTS})
    target_link_libraries(${NAME}_tests PRIVATE kaynak_${NAME} GTest::gtest GTest::gmock GTest::gtest_main)
    target_compile_definitions(${NAME}_tests PRIVATE KAYNAK_ROOT="${PROJECT_SOURCE_DIR}"
                               KAYNAK_SHARED_DATA="${KAYNAK_SHARED_DATA}")
    add_test(NAME unit.${NAME} COMMAND ${NAME}_tests)
    set_property(TEST unit.${NAME} PROPERTY LABELS unit)
    set_tests_properties(unit.${NAME} PROPERTIES TIMEOUT 300)
  endif()
endfunction()
