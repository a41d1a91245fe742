#include "record/missing.h"

#include <algorithm>

namespace ziping {
namespace {

/// Whether `name` is one of the words of a list that blanks part.
bool lists(std::string_view words, std::string_view name) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = std::min(words.find(' ', at), words.size());
    if (std::string_view word = words.substr(at, end - at); word == name || word == "*") return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

const char* name_of(Missing missing) {
  switch (missing) {
    case Missing::not_stated:
      return "not_stated";
    case Missing::illegible:
      return "illegible";
    case Missing::not_applicable:
      return "not_applicable";
  }
  return "";
}

const char* name_zh_of(Missing missing) {
  switch (missing) {
    case Missing::not_stated:
      return "未说明";
    case Missing::illegible:
      return "无法辨认";
    case Missing::not_applicable:
      return "不适用";
  }
  return "";
}

Missing why_not_stated(Status status, std::string_view document_kind) {
  if (document_kind == "template" || document_kind == "model_text") return Missing::not_applicable;
  return status == Status::partial ? Missing::illegible : Missing::not_stated;
}

Missing missing_in(std::string_view cell, std::string_view name, Missing otherwise) {
  while (!cell.empty()) {
    std::string_view part = cell.substr(0, cell.find(';'));
    std::size_t colon = part.find(": ");
    for (Missing missing : kMissing)
      if (colon != part.npos && part.substr(0, colon).ends_with(name_of(missing)) &&
          lists(part.substr(colon + 2), name))
        return missing;
    cell.remove_prefix(std::min(cell.size(), part.size() + 1));
  }
  return otherwise;
}

}  // namespace ziping
