#pragma once

#include "base/notice.h"
#include "form/form.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"

#include <vector>

namespace ziping {

/// Where the forms stand, for the outline.
FormPlaces places_of(const FormPages& pages);

/// The form that speaks for a report (0-based): its first one that states results; else its first one;
/// null where it has none.
const Form* form_of(const FormPages& pages, const Outline& outline, int report);

/// The report is a blank form or a model text: nothing in it is a fact.
bool states_nothing(const Report& report);

/// Fills the fields of reports that are forms from their heads, which say it better than the lines around
/// them; a report with a form as its annex takes only what it lacks. Sets the kind of forms, of targets,
/// and of blank forms (`template`).
void fill_reports(const FormPages& pages, Outline& outline);

/// Empties the forms of reports that state nothing, and says so.
void drop_blank_forms(const CleanText& clean, const PlacedText& placed, const Outline& outline,
                      FormPages& pages, std::vector<Notice>& notices);

/// The figures of each report as a whole. A report that is a form states them in it; one with a form as
/// its annex states them in its text, else in the form; what is then missing is looked for in its other
/// tables. A form of targets has no results.
std::vector<ReportFigures> figures_with_forms(const FormPages& pages, const Outline& outline,
                                              const std::vector<Mention>& mentions,
                                              const PatternSet& patterns);

}  // namespace ziping
