# The fold table: one look-up a character. Made while building from ICU and Unicode's
# EquivalentUnifiedIdeograph.txt (Debian package unicode-data).
find_file(ZIPING_EQUIVALENT_IDEOGRAPHS EquivalentUnifiedIdeograph.txt
  PATHS /usr/share/unicode REQUIRED)

add_executable(make_fold_table ${CMAKE_CURRENT_LIST_DIR}/generate/fold_table.cpp)
target_link_libraries(make_fold_table PRIVATE ICU::uc ICU::i18n)

set(fold_table ${PROJECT_BINARY_DIR}/generated/normalize/fold_table.h)
add_custom_command(
  OUTPUT ${fold_table}
  COMMAND make_fold_table ${ZIPING_EQUIVALENT_IDEOGRAPHS} ${fold_table}
  DEPENDS make_fold_table ${ZIPING_EQUIVALENT_IDEOGRAPHS}
  VERBATIM)
target_sources(ziping_normalize PRIVATE ${fold_table})
target_include_directories(ziping_normalize PRIVATE ${PROJECT_BINARY_DIR}/generated)
