#pragma once

#include "ingest/poppler_glue.h"

#include <vector>

namespace ziping {

/// What an annotation shows: a form, fitted into a rectangle of the page's user space.
struct Appearance {
  Object form;
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// The appearances of a page's annotations that are seen on a screen, in their order: filled-in fields, typed
/// text, stamps. Those without an appearance of their own, links and pop-ups show none. The tree of form
/// fields is not loaded, as Poppler would do.
std::vector<Appearance> appearances_of(::Page& page, Catalog& catalog);

}  // namespace ziping
