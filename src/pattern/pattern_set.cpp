#include "pattern/pattern_set.h"

#include "base/error.h"
#include "base/files.h"
#include "pattern/lint.h"
#include "pattern/rule_file.h"
#include "pattern/rules.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <string_view>

namespace ziping {
namespace {

namespace fs = std::filesystem;

/// A file's text with LF line ends and no trailing blanks: what the digest is taken over.
std::string normalised(std::string text) {
  std::erase(text, '\r');
  std::string out;
  out.reserve(text.size());
  std::string_view rest = text;
  for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n')) {
    std::string_view line = rest.substr(0, end);
    out += line.substr(0, line.find_last_not_of(" \t") + 1);
    out += '\n';
    rest.remove_prefix(end + 1);
  }
  return out += rest;
}

/// The pattern files of a folder by name; `prefix` is the folder's own name within the pattern folder.
std::vector<PatternFile> read_folder(const fs::path& folder, const std::string& prefix) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) throw SetupError("no pattern folder at " + folder.string());
  std::vector<PatternFile> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".toml")
      files.push_back(
          {prefix + entry.path().filename().string(), normalised(read_file(entry.path().string()))});
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  if (files.empty()) throw SetupError("no *.toml files in the pattern folder " + folder.string());
  return files;
}

constexpr const char* kForms = "forms/";

void check_header(const TomlFile& file, PatternSet::Impl& set) {
  if (file.whole(file.root(), "schema", 0) != 1) file.fail(file.root(), "schema = 1 is missing");
  const toml::table* header = file.table(file.root(), "set");
  if (header == nullptr) file.fail(file.root(), "[set] with name and version is missing");
  file.only(*header, {"name", "version"});
  auto stem = fs::path(file.name()).stem().string();
  if (file.need_text(*header, "name") != stem) file.fail(*header, "name must be " + stem + ", as the file's");
  set.version = std::max(set.version, file.need_text(*header, "version"));
}

void read_file_into(const PatternFile& source, bool proven, PatternSet::Impl& set) {
  TomlFile file(source.name, source.text, proven);
  check_header(file, set);
  auto stem = fs::path(source.name).stem().string();
  if (source.name.starts_with(kForms))
    read_form_words(file, set.form_words);
  else if (stem == "units")
    set.units = Units(file);
  else if (stem == "concepts")
    read_concepts(file, set);
  else if (stem == "context")
    read_context(file, set);
  else if (stem == "sections")
    read_sections(file, set);
  else if (stem == "fields")
    read_fields(file, set);
  else if (stem == "skips")
    read_skips(file, set);
  else if (stem == "ocr")
    read_ocr(file, set);
  else if (stem == "relations")
    read_relations(file, set.relations);
  else
    read_rules(file, set);
  ++set.counts.files;
}

void count(PatternSet::Impl& set) {
  set.counts.rules = static_cast<int>(set.rules.size() + set.skips.size() + set.relations.size());
  auto add = [&](const std::vector<Example>& examples) {
    for (const Example& example : examples) {
      set.counts.examples += example.type == Example::example;
      set.counts.near_misses += example.type == Example::near_miss;
      set.counts.known_misses += example.type == Example::known_miss;
    }
  };
  for (const CueRule& rule : set.rules) add(rule.examples);
  for (const SkipRule& skip : set.skips) add(skip.examples);
  for (const Relation& relation : set.relations)
    for (const RelationExample& example : relation.examples)
      ++(example.near_miss ? set.counts.near_misses : set.counts.examples);
}

void add_cue(CueMatcher& cues, std::uint32_t index, const std::string& cue, const std::string& where) {
  try {
    cues.add(index, cue);
  } catch (const std::invalid_argument& error) {
    throw PatternError(fmt::format("{}cue {} beside ocr.toml: {}", where, cue, error.what()));
  }
}

void compile_cues(PatternSet::Impl& set) {
  set.cues = CueMatcher(set.confusions);
  std::uint32_t index = 0;
  for (const CueRule& rule : set.rules) add_cue(set.cues, index++, rule.cue, rule.where);
  for (const ContextCue& cue : set.context) add_cue(set.cues, index++, cue.cue, cue.where);
  set.cues.compile();
  set.heading_cues = CueMatcher(set.confusions);
  for (std::uint32_t i = 0; i < set.sections.size(); ++i)
    for (const auto& heading : set.sections[i].headings)
      add_cue(set.heading_cues, i, heading, set.sections[i].where);
  set.heading_cues.compile();
}

std::unique_ptr<PatternSet::Impl> read_set(const std::vector<PatternFile>& files, bool proven) {
  auto set = std::make_unique<PatternSet::Impl>();
  for (const PatternFile& file : files) read_file_into(file, proven, *set);
  set->digest = digest_of(files);
  count(*set);
  compile_cues(*set);
  return set;
}

}  // namespace

std::vector<PatternFile> read_pattern_files(const std::string& folder) {
  std::vector<PatternFile> files = read_folder(folder, "");
  std::error_code error;
  if (!fs::is_directory(fs::path(folder) / kForms, error)) return files;
  std::vector<PatternFile> forms = read_folder(fs::path(folder) / kForms, kForms);
  std::move(forms.begin(), forms.end(), std::back_inserter(files));
  return files;
}

std::string digest_of(const std::vector<PatternFile>& files) {
  std::string all;
  for (const PatternFile& file : files) all += file.name + "\n" + file.text;
  return sha256_hex(all);
}

bool glob_matches(std::string_view glob, std::string_view text) {
  if (glob.ends_with('*')) return text.starts_with(glob.substr(0, glob.size() - 1));
  return glob == text;
}

PatternSet::PatternSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

PatternSet PatternSet::load(const std::vector<PatternFile>& files, PatternChecks checks) {
  PatternSet patterns(read_set(files, checks == PatternChecks::none));
  if (checks == PatternChecks::none) return patterns;
  if (auto faults = lint(patterns.impl()); !faults.empty()) throw PatternError(faults.front());
  if (checks == PatternChecks::examples)
    if (auto faults = run_examples(patterns); !faults.empty()) throw PatternError(faults.front());
  return patterns;
}

std::vector<std::string> PatternSet::check(const std::vector<PatternFile>& files) try {
  PatternSet patterns(read_set(files, false));
  auto faults = lint(patterns.impl());
  return faults.empty() ? run_examples(patterns) : faults;
} catch (const PatternError& error) {
  return {error.what()};
}

PatternSet PatternSet::load(const std::string& folder, PatternChecks checks) {
  return load(read_pattern_files(folder), checks);
}

std::vector<std::string> PatternSet::check(const std::string& folder) {
  return check(read_pattern_files(folder));
}

const std::string& PatternSet::version() const {
  return impl_->version;
}
const std::string& PatternSet::digest() const {
  return impl_->digest;
}
const OutlineWords& PatternSet::outline_words() const {
  return impl_->words;
}
const FormWords& PatternSet::form_words() const {
  return impl_->form_words;
}
const std::vector<Relation>& PatternSet::relations() const {
  return impl_->relations;
}
PatternSet::Counts PatternSet::counts() const {
  return impl_->counts;
}

}  // namespace ziping
