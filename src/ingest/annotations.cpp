#include "ingest/annotations.h"

#include <algorithm>
#include <tuple>

namespace ziping {
namespace {

constexpr int kMaxAnnotations = 2'000;  // of a page
constexpr int kHidden = 1 << 1, kNoView = 1 << 5;

bool is_seen(const Object& annotation, Catalog& catalog) {
  const Object subtype = annotation.dictLookup("Subtype");
  if (subtype.isName("Popup") || subtype.isName("Link")) return false;
  const Object flags = annotation.dictLookup("F");
  if (flags.isInt() && (flags.getInt() & (kHidden | kNoView)) != 0) return false;
  auto* layers = catalog.getOptContentConfig();
  return !layers || layers->optContentIsVisible(&annotation.dictLookupNF("OC"));
}

/// The normal appearance; of several the one of the annotation's state.
Object form_of(const Object& annotation) {
  const Object appearances = annotation.dictLookup("AP");
  if (!appearances.isDict()) return Object(objNull);
  Object normal = appearances.dictLookup("N");
  if (!normal.isDict()) return normal;
  const Object state = annotation.dictLookup("AS");
  return state.isName() ? normal.dictLookup(state.getName()) : Object(objNull);
}

bool read_rectangle(const Object& annotation, Appearance& out) {
  const Object sides = annotation.dictLookup("Rect");
  if (!sides.isArray() || sides.arrayGetLength() != 4) return false;
  double four[4];
  for (int i = 0; i < 4; ++i) {
    const Object side = sides.arrayGet(i);
    if (!side.isNum()) return false;
    four[i] = side.getNum();
  }
  std::tie(out.x0, out.x1) = std::minmax(four[0], four[2]);
  std::tie(out.y0, out.y1) = std::minmax(four[1], four[3]);
  return out.x0 < out.x1 && out.y0 < out.y1;
}

}  // namespace

std::vector<Appearance> appearances_of(::Page& page, Catalog& catalog) {
  std::vector<Appearance> found;
  const Object annotations = page.getAnnotsObject();
  if (!annotations.isArray()) return found;
  for (int i = 0; i < std::min(annotations.arrayGetLength(), kMaxAnnotations); ++i) {
    const Object annotation = annotations.arrayGet(i);
    if (!annotation.isDict() || !is_seen(annotation, catalog)) continue;
    Appearance appearance;
    appearance.form = form_of(annotation);
    if (!appearance.form.isStream() || poppler::is_odd_stream(appearance.form)) continue;
    if (read_rectangle(annotation, appearance)) found.push_back(std::move(appearance));
  }
  return found;
}

}  // namespace ziping
