#pragma once

#include "ingest/poppler_glue.h"

#include <vector>

namespace ziping::content {

/// The open marks of a page's content: those of hidden layers, and those with an ActualText.
class MarkedContent {
 public:
  enum class Mark { plain, hidden, actual_text };

  void clear();
  void begin(Mark mark);
  bool empty() const { return open_.empty(); }
  /// Ends the mark that began last; there must be one.
  Mark end();
  /// Whether what is drawn now belongs to a hidden layer.
  bool hidden() const { return hidden_ > 0; }

 private:
  std::vector<Mark> open_;
  int hidden_ = 0;
};

}  // namespace ziping::content
