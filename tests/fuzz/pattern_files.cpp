// Any text as pattern files, each behind a line `=== name`: read, checked, and used on a few sentences.
#include "fuzz.h"

#include "form/form_examples.h"
#include "pattern/one_report.h"

namespace ziping::fuzz {
namespace {

constexpr const char* kReport =
    "一、基本情况。2023年预算80万元，其中省级资金三成，支出76.5万元，执行率95.63%，较上年增长5个百分点。"
    "二、培训12期、360人次，自评得分98.5分，等级为优。";

std::vector<PatternFile> files_of(const std::string& text) {
  static const std::string kMark = "=== ";
  std::vector<PatternFile> files;
  for (std::size_t at = text.find(kMark); at != std::string::npos;) {
    const std::size_t line = std::min(text.find('\n', at), text.size());
    const std::size_t next = text.find("\n" + kMark, line);
    const std::size_t name = at + kMark.size();
    files.push_back({text.substr(name, std::max(line, name) - name), text.substr(line, next - line)});
    at = next == std::string::npos ? next : next + 1;
  }
  return files;
}

void use(const PatternSet& patterns) {
  OneReport stage(kReport);
  stage.outline = outline(stage.clean, patterns.outline_words());
  code_sections(stage.outline, patterns);
  const auto mentions = find_mentions(stage.clean, stage.outline, patterns, true);
  check(mentions, stage.outline, stage.clean.text);
  report_figures(stage.outline, mentions, patterns);
  check_form_examples(patterns);
}

}  // namespace
}  // namespace ziping::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ziping;
  const auto files = fuzz::files_of(fuzz::text_of(data, size));
  if (PatternSet::check(files).empty()) fuzz::use(PatternSet::load(files));
  return 0;
}
