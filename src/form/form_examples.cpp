#include "form/form_examples.h"

#include "form/example_table.h"
#include "form/read_forms.h"

#include <fmt/format.h>

#include <exception>
#include <map>

namespace ziping {
namespace {

/// A row as examples speak of it: its fields by name.
using Fields = std::map<std::string, std::string>;

void put(Fields& fields, const char* name, const std::optional<Decimal>& value) {
  fields[name] = value ? value->str() : "";
}

void put(Fields& fields, const std::string& name, const StatedValue& stated) {
  fields[name] = stated.text;
  fields[name + "_value"] = stated.quantity ? stated.quantity->str() : "";
  fields[name + "_comparator"] = stated.quantity ? name_of(stated.quantity->comparator) : "";
  fields[name + "_unit"] = stated.quantity ? stated.quantity->unit : "";
}

Fields fields_of(const FundRow& row) {
  Fields fields{{"row", "fund"}, {"label", row.label}, {"source", row.source}};
  put(fields, "initial", row.initial);
  put(fields, "adjusted", row.adjusted);
  put(fields, "executed", row.executed);
  put(fields, "weight", row.weight);
  put(fields, "rate", row.rate);
  put(fields, "score", row.score);
  return fields;
}

Fields fields_of(const IndicatorRow& row) {
  Fields fields{{"row", "indicator"},
                {"level1", row.level1},
                {"level2", row.level2},
                {"level3", row.level3},
                {"reason", row.reason}};
  put(fields, "target", row.target);
  put(fields, "actual", row.actual);
  put(fields, "weight", row.weight);
  put(fields, "score", row.score);
  return fields;
}

Fields fields_of(const Form& form) {
  Fields fields{{"row", "form"},
                {"variant", form.variant},
                {"project", form.head.project},
                {"organisation", form.head.organisation},
                {"department", form.head.department},
                {"goal_target", form.head.goal_target},
                {"goal_actual", form.head.goal_actual},
                {"grade", form.head.grade}};
  put(fields, "total_weight", form.head.total_weight);
  put(fields, "total_score", form.head.total_score);
  return fields;
}

/// `fund label=年度资金总额 source=total`.
Fields parse(const std::string& line) {
  Fields fields;
  std::size_t at = line.find(' ');
  fields["row"] = line.substr(0, at);
  while (at < line.size()) {
    std::size_t end = std::min(line.find(' ', at + 1), line.size());
    std::string part = line.substr(at + 1, end - at - 1);
    if (std::size_t sign = part.find('='); sign != std::string::npos)
      fields[part.substr(0, sign)] = part.substr(sign + 1);
    at = end;
  }
  return fields;
}

/// What is wrong with a row that was read; empty where it is as expected.
std::string difference(const Fields& expected, const Fields& read) {
  for (const auto& [name, value] : expected) {
    auto found = read.find(name);
    if (found == read.end()) return fmt::format("there is no field {}", name);
    if (found->second != value) return fmt::format("{} is `{}`, not `{}`", name, found->second, value);
  }
  return "";
}

std::vector<Fields> rows_of(const FormPages& pages) {
  std::vector<Fields> rows;
  for (const Form& form : pages.forms) {
    rows.push_back(fields_of(form));
    for (const FundRow& row : form.funds) rows.push_back(fields_of(row));
    for (const IndicatorRow& row : form.indicators) rows.push_back(fields_of(row));
  }
  return rows;
}

std::string fault_of(const FormVariant::Example& example, const PatternSet& patterns) {
  ExampleTable drawn = read_example_table(example.table);
  FormPages pages;
  pages.tables.push_back(std::move(drawn.table));
  read_forms_in(drawn.clean, patterns, pages);
  std::vector<Fields> rows = rows_of(pages);
  if (rows.size() != example.expect.size())
    return fmt::format("{} rows were read, {} are expected (form, funds, indicators)", rows.size(),
                       example.expect.size());
  for (std::size_t at = 0; at < rows.size(); ++at)
    if (auto wrong = difference(parse(example.expect[at]), rows[at]); !wrong.empty())
      return fmt::format("in `{}`: {}", example.expect[at], wrong);
  return "";
}

}  // namespace

std::vector<std::string> check_form_examples(const PatternSet& patterns) {
  std::vector<std::string> faults;
  for (const FormVariant& variant : patterns.form_words().variants)
    for (const FormVariant::Example& example : variant.examples) {
      std::string fault;
      try {
        fault = fault_of(example, patterns);
      } catch (const std::exception& error) {
        fault = error.what();
      }
      if (!fault.empty()) faults.push_back(fmt::format("{}form {}: {}", example.place, variant.code, fault));
    }
  return faults;
}

}  // namespace ziping
