#include "base/utf8.h"
#include "pattern/context.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kOpening =
    9;  ///< bytes (three Han characters) before a value that leave its bracket open to the left

}  // namespace

void Breaks::read(std::string_view text, Span paragraph) {
  paragraph_ = paragraph;
  breaks_.clear();
  for (std::size_t at = paragraph.begin; at + 2 < paragraph.end;) {
    auto lead = static_cast<unsigned char>(text[at]);
    if (lead != 0xEF && lead != 0xE3) {
      at += lead >= 0xE4 ? 3 : 1;
      continue;
    }
    std::size_t begin = at;
    switch (next_char(text, at)) {
      case U'，':
        breaks_.push_back({begin, at, Type::comma});
        break;
      case U'：':
        breaks_.push_back({begin, at, Type::colon});
        break;
      case U'；':
        breaks_.push_back({begin, at, Type::part});
        break;
      case U'。':
      case U'！':
      case U'？':
        breaks_.push_back({begin, at, Type::sentence});
        break;
      case U'（':
        breaks_.push_back({begin, at, Type::open});
        break;
      case U'）':
        breaks_.push_back({begin, at, Type::close});
        break;
      default:
        break;
    }
  }
}

std::size_t Breaks::index_before(std::size_t at) const {
  auto found =
      std::partition_point(breaks_.begin(), breaks_.end(), [&](const Break& b) { return b.end <= at; });
  return static_cast<std::size_t>(found - breaks_.begin());
}

Span Breaks::between(std::size_t at, bool parts_too) const {
  Span span = paragraph_;
  for (const Break& b : breaks_) {
    if (b.type != Type::sentence && !(parts_too && b.type == Type::part)) continue;
    if (b.end <= at)
      span.begin = b.end;
    else if (b.begin >= at) {
      span.end = b.end;
      break;
    }
  }
  return span;
}

Span Breaks::sentence(std::size_t at) const {
  return between(at, false);
}
Span Breaks::part(std::size_t at) const {
  return between(at, true);
}

std::size_t Breaks::clause_begin(std::string_view text, std::size_t at) const {
  int depth = 0;
  for (std::size_t i = index_before(at); i-- > 0;) {
    const Break& b = breaks_[i];
    if (b.type == Type::close)
      ++depth;
    else if (b.type == Type::open && depth > 0)
      --depth;
    else if (b.type == Type::open) {
      auto inside = text.substr(b.end, at - b.end);
      if (inside.size() > kOpening) return b.end;
    } else if (depth == 0 || b.type == Type::sentence)
      return b.end;
  }
  return paragraph_.begin;
}

std::size_t Breaks::clause_end(std::size_t at) const {
  auto found =
      std::partition_point(breaks_.begin(), breaks_.end(), [&](const Break& b) { return b.begin < at; });
  return found == breaks_.end() ? paragraph_.end : found->begin;
}

}  // namespace ziping
