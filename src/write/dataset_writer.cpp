#include "write/dataset_writer.h"

#include "write/review_link.h"
#include "write/verdicts.h"

#include <utility>

namespace ziping {

DatasetWriter::DatasetWriter(std::string folder)
    : folder_(std::move(folder)),
      dataset_(folder_ + "/dataset.sqlite"),
      tables_(dataset_.database()),
      transaction_(dataset_.database()) {}

void DatasetWriter::finish() {
  if (Verdicts verdicts = kept_verdicts(folder_); !verdicts.empty())
    write_verdicts(dataset_.database(), verdicts);
  transaction_.commit();
  dataset_.finish();
  tell_review(folder_);
}

}  // namespace ziping
