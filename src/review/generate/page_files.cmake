# Writes OUT, a C++ file with the bytes of FILES: cmake -DOUT=… "-DFILES=a;b" -P page_files.cmake
set(arrays "")
set(rows "")
set(number 0)
foreach(path ${FILES})
  get_filename_component(name ${path} NAME)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND arrays "constexpr char k${number}[] = {${bytes}'\\0'};\n")
  string(APPEND rows "      {\"${name}\", {k${number}, sizeof k${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT} "#include \"review/page_files.h\"

namespace ziping {
namespace {

${arrays}
}  // namespace

const std::vector<PageFile>& page_files() {
  static const std::vector<PageFile> all = {
${rows}  };
  return all;
}

}  // namespace ziping
")
