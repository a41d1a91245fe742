#include "batch/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ziping {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

TEST(ListDocuments, KeepsTheOrderOfInputsAndSortsFolders) {
  std::string name = (fs::temp_directory_path() / "ziping-batch-XXXXXX").string();
  std::string folder = mkdtemp(name.data());
  fs::create_directories(folder + "/empty");
  for (const char* file : {"/b.txt", "/a.pdf", "/notes.doc"}) std::ofstream(folder + file) << "x";
  EXPECT_THAT(
      list_documents({folder + "/notes.doc", folder + "/", folder + "/a.pdf", "absent", folder + "/empty"}),
      ElementsAre(folder + "/notes.doc", folder + "/a.pdf", folder + "/b.txt", "absent", folder + "/empty"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace ziping
