# The files of the review page, put into the program: page_files.cpp holds their bytes.
file(GLOB page_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/page/*)
set(page_code ${PROJECT_BINARY_DIR}/generated/review/page_files.cpp)
add_custom_command(
  OUTPUT ${page_code}
  COMMAND ${CMAKE_COMMAND} "-DOUT=${page_code}" "-DFILES=${page_sources}"
          -P ${CMAKE_CURRENT_LIST_DIR}/generate/page_files.cmake
  DEPENDS ${page_sources} ${CMAKE_CURRENT_LIST_DIR}/generate/page_files.cmake
  VERBATIM)
target_sources(ziping_review PRIVATE ${page_code})
