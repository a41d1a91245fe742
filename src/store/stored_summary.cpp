#include "store/stored_summary.h"

#include "store/database.h"

#include <string_view>

namespace ziping {
namespace {

Status status_named(std::string_view name) {
  for (Status status : {Status::ok, Status::partial, Status::skipped})
    if (name == name_of(status)) return status;
  return Status::failed;
}

}  // namespace

StoredSummary read_summary(const Query& query, int first) {
  return {status_named(query.text_at(first)), std::string(query.text_at(first + 1)),
          std::string(query.text_at(first + 2)), static_cast<int>(query.integer_at(first + 3)),
          static_cast<std::size_t>(query.integer_at(first + 4)),
          static_cast<std::size_t>(query.integer_at(first + 5))};
}

}  // namespace ziping
