# The pattern files are checked while building: a set of the same bytes need not be checked again at each start.
file(GLOB pattern_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/patterns/*.toml ${PROJECT_SOURCE_DIR}/patterns/forms/*.toml)

add_executable(prove_patterns ${CMAKE_CURRENT_LIST_DIR}/generate/proven_patterns.cpp)
target_link_libraries(prove_patterns PRIVATE ziping_audit ziping_options)

set(proven_patterns ${PROJECT_BINARY_DIR}/generated/app/proven_patterns.h)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated/app)
set(pattern_list ${PROJECT_BINARY_DIR}/generated/app/pattern_files.txt)  # changes when a file goes
file(CONFIGURE OUTPUT ${pattern_list} CONTENT "${pattern_files}\n" @ONLY)
add_custom_command(
  OUTPUT ${proven_patterns}
  COMMAND prove_patterns ${PROJECT_SOURCE_DIR}/patterns ${proven_patterns}
  DEPENDS prove_patterns ${pattern_files} ${pattern_list}
  VERBATIM)
target_sources(ziping_app PRIVATE ${proven_patterns})
target_include_directories(ziping_app PUBLIC ${PROJECT_BINARY_DIR}/generated)
