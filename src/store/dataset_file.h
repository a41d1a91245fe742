#pragma once

#include "store/database.h"

#include <optional>
#include <string>

namespace ziping {

/// What stands at the path of a dataset.
enum class FileState {
  absent,   ///< nothing, or an empty file
  older,    ///< a dataset of an earlier ziping, whose rows are of no use
  running,  ///< a store that a run has not closed
  closed,   ///< a store or a finished dataset, whole in its one file
};

/// Looks at the head of the file, without SQLite, so that nothing is changed. Throws OutputError for a file
/// that is no dataset, or is one of a newer ziping.
FileState state_of(const std::string& path);

/// Removes a dataset with what SQLite has left beside it.
void remove_dataset(const std::string& path);

/// Makes the internal tables of a dataset that has no tables yet, in one transaction.
void create_store_tables(Database& database);

/// `dataset.sqlite` as a run leaves it: built as `<path>.part` with what the store at `path` holds of this
/// run, in the order of keys, and renamed over it. Without finish() the part is removed. Failures throw
/// OutputError.
class NewDataset {
 public:
  explicit NewDataset(const std::string& path);

  Database& database() { return *database_; }
  void finish();

 private:
  struct Part {
    explicit Part(std::string name);
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    ~Part();

    std::string path;
  };
  void copy_store();

  std::string path_;
  Part part_;
  std::optional<Database> database_;
};

}  // namespace ziping
