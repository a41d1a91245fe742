#pragma once

#include "audit/finding.h"
#include "form/form.h"
#include "normalize/clean_text.h"
#include "outline/outline.h"
#include "pattern/mention.h"
#include "pattern/pattern_set.h"

#include <vector>

namespace ziping {

/// What the audit reads of a document whose reading has ended. It changes nothing.
struct AuditInput {
  const CleanText& clean;
  const Outline& outline;
  const FormPages& forms;
  const std::vector<Mention>& mentions;
};

/// Checks every relation of patterns/relations.toml on every report: its text, its forms, and one against
/// the other. Findings stand in the order of reports, then of their places, then of the relations.
std::vector<Finding> audit(const AuditInput& input, const PatternSet& patterns);

}  // namespace ziping
