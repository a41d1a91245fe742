#include "record/document_result.h"

namespace ziping {

const char* name_of(Status status) {
  switch (status) {
    case Status::ok:
      return "ok";
    case Status::partial:
      return "partial";
    case Status::failed:
      return "failed";
    case Status::skipped:
      return "skipped";
  }
  return "";
}

}  // namespace ziping
