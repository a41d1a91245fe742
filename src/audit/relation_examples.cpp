#include "audit/relation_examples.h"

#include "audit/audit.h"
#include "form/example_table.h"
#include "form/read_forms.h"
#include "form/report_forms.h"
#include "form/table_records.h"
#include "outline/date.h"
#include "pattern/one_report.h"

#include <fmt/format.h>

#include <exception>
#include <sstream>

namespace ziping {
namespace {

/// A line of the text is a paragraph; one that is a date signs the report.
std::vector<Finding> findings_of_text(const RelationExample& example, const PatternSet& patterns) {
  OneReport stage("");
  stage.clean.text.clear();
  std::istringstream lines(example.text);
  for (std::string line; std::getline(lines, line);) {
    stage.clean.text += fold(line) + "\n";
    if (auto date = date_line(line)) stage.outline.reports.front().report_date = date->iso();
  }
  stage.clean.origin.assign(stage.clean.text.size(), 0);
  stage.outline.reports.front().span = {0, stage.clean.text.size()};
  std::vector<Mention> mentions = find_mentions(stage.clean, stage.outline, patterns, false);
  return audit({stage.clean, stage.outline, {}, mentions}, patterns);
}

/// The lines above the table are prose of the same report.
std::vector<Finding> findings_of_table(const std::string& drawing, const PatternSet& patterns) {
  ExampleTable drawn = read_example_table(drawing);
  OneReport stage("");
  stage.outline.reports.front().span = {0, drawn.clean.text.size()};
  FormPages pages;
  pages.tables.push_back(std::move(drawn.table));
  read_forms_in(drawn.clean, patterns, pages);
  std::vector<Mention> mentions = find_mentions(drawn.clean, stage.outline, patterns, false);
  add_table_records(drawn.clean, stage.outline, pages, patterns, false, mentions);
  return audit({drawn.clean, stage.outline, pages, mentions}, patterns);
}

std::string shown(const Finding& finding) {
  return fmt::format("{} {} {}", name_of(finding.severity), finding.stated, finding.computed);
}

std::string fault_of(const Relation& relation, const RelationExample& example, const PatternSet& patterns) {
  std::vector<std::string> found;
  for (const Finding& finding : findings_of(example, patterns))
    if (finding.rule == relation.name() && (!example.near_miss || finding.severity == Severity::disagree))
      found.push_back(shown(finding));
  if (found == example.expect) return "";
  return example.near_miss ? fmt::format("near miss is accused: {}", fmt::join(found, ", "))
                           : fmt::format("found [{}], expected [{}]", fmt::join(found, ", "),
                                         fmt::join(example.expect, ", "));
}

}  // namespace

std::vector<Finding> findings_of(const RelationExample& example, const PatternSet& patterns) {
  return example.text.empty() ? findings_of_table(example.table, patterns)
                              : findings_of_text(example, patterns);
}

std::vector<std::string> check_relation_examples(const PatternSet& patterns) {
  std::vector<std::string> faults;
  for (const Relation& relation : patterns.relations())
    for (const RelationExample& example : relation.examples) {
      std::string fault;
      try {
        fault = fault_of(relation, example, patterns);
      } catch (const std::exception& error) {
        fault = error.what();
      }
      if (!fault.empty())
        faults.push_back(fmt::format("{}relation {}: {}", example.where, relation.id, fault));
    }
  return faults;
}

}  // namespace ziping
