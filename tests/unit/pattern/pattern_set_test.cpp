// Loading a folder of pattern files: its faults as messages, its version and digest.
#include "pattern/pattern_set.h"

#include "base/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace ziping {
namespace {

namespace fs = std::filesystem;

std::string head(const std::string& name, const std::string& version = "2026.1") {
  return "schema = 1\n[set]\nname = \"" + name + "\"\nversion = \"" + version + "\"\n";
}

const char* const kUnits =
    "[[unit]]\ntext = ['元']\nkind = 'amount'\nunit = 'CNY'\n[[unit]]\ntext = ['%']\nkind = 'rate'\nunit = "
    "'percent'\n";
const char* const kConcepts =
    "[[concept]]\ncode = 'spend.total'\nkind = 'amount'\nlabel = 'A'\n"
    "[[concept]]\ncode = 'rate.execution'\nkind = 'rate'\nlabel = 'B'\n";

/// A rule of amount.toml that is sound by itself, line 5 to 14 of the file.
struct RuleText {
  std::string id = "amount.spend", measure = "spend.total", cue = "支出", more, status = "stable";
  std::string example =
      "[[rule.example]]\ntext = '支出5万元。'\nexpect = [{ raw = '5万元', concept = 'spend.total' }]\n";
  std::string near_miss = "[[rule.near_miss]]\ntext = '收入5万元。'\n";

  std::string str() const {
    return "[[rule]]\nid = '" + id + "'\nrev = 1\nconcept = '" + measure + "'\nkind = 'amount'\nstatus = '" +
           status + "'\ncue = '" + cue + "'\n" + more + example + near_miss;
  }
};

/// A folder of pattern files that goes away again.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() /
              ("ziping-patterns-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "-" +
               std::to_string(reinterpret_cast<std::uintptr_t>(this)))) {
    fs::create_directories(path_);
    write("units.toml", head("units") + kUnits);
    write("concepts.toml", head("concepts") + kConcepts);
    write("amount.toml", head("amount") + RuleText().str());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  void rules(const std::vector<RuleText>& rules, const std::string& before = "") const {
    std::string text = head("amount") + before;
    for (const RuleText& rule : rules) text += rule.str();
    write("amount.toml", text);
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

void expect_fault(const Folder& folder, const std::string& message) {
  auto faults = PatternSet::check(folder.path());
  bool found = std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
    return fault.find(message) != std::string::npos;
  });
  std::string all;
  for (const auto& fault : faults) all += "\n  " + fault;
  EXPECT_TRUE(found) << "expected " << message << "\nfound" << all;
}

TEST(PatternSet, OfTheHouseIsSound) {
  auto faults = PatternSet::check(ZIPING_PATTERN_DIR);
  EXPECT_TRUE(faults.empty());
  for (const auto& fault : faults) ADD_FAILURE() << fault;
  auto counts = PatternSet::load(ZIPING_PATTERN_DIR).counts();
  EXPECT_GT(counts.rules, 100);
  EXPECT_GE(counts.examples, counts.rules) << "every rule is shown by an example";
}

TEST(PatternSet, SmallFolderIsSound) {
  Folder folder;
  for (const auto& fault : PatternSet::check(folder.path())) ADD_FAILURE() << fault;
  EXPECT_EQ(PatternSet::load(folder.path(), PatternChecks::examples).counts().rules, 1);
}

TEST(PatternSet, FilesInMemoryAreReadLikeThoseOfAFolder) {
  const std::vector<PatternFile> files = {{"units.toml", head("units") + kUnits},
                                          {"concepts.toml", head("concepts") + kConcepts},
                                          {"amount.toml", head("amount") + RuleText().str()}};
  EXPECT_TRUE(PatternSet::check(files).empty());
  EXPECT_EQ(PatternSet::load(files, PatternChecks::examples).counts().rules, 1);
}

TEST(PatternSet, NamesFileAndLineOfAFaultOfForm) {
  const struct {
    const char *file, *text, *message;
  } rows[] = {
      {"amount.toml", "schema = 1\n[set\n", "amount.toml:2: "},
      {"amount.toml", "[set]\nname = 'amount'\nversion = '1'\n", "schema = 1 is missing"},
      {"amount.toml", "schema = 1\n", "[set] with name and version is missing"},
      {"amount.toml", "schema = 1\n[set]\nname = 'amounts'\nversion = '1'\n",
       "amount.toml:2: name must be amount, as the file's"},
      {"amount.toml", "schema = 1\n[set]\nname = 'amount'\nverison = '1'\n",
       "amount.toml:4: unknown key verison; did you mean version?"},
      {"units.toml",
       "schema = 1\n[set]\nname = 'units'\nversion = '1'\n[[unit]]\ntext = ['元']\nkind = 'coin'\n",
       "units.toml:5: kind must be"},
      {"units.toml",
       "schema = 1\n[set]\nname = 'units'\nversion = '1'\n[[unit]]\ntext = ['']\nkind = 'count'\n",
       "units.toml:5: text must hold no empty word"},
      {"units.toml",
       "schema = 1\n[set]\nname = 'units'\nversion = '1'\n[[unit]]\ntext = ['元']\nkind = 'amount'\npower = "
       "-2147483648\n",
       "units.toml:5: power must lie between -12 and 12"},
  };
  for (const auto& row : rows) {
    Folder folder;
    folder.write(row.file, row.text);
    expect_fault(folder, row.message);
    EXPECT_THROW(PatternSet::load(folder.path()), PatternError) << row.message;
  }
}

TEST(PatternSet, NamesFileAndLineOfAFaultyRule) {
  auto with = [](auto change) {
    RuleText rule;
    change(rule);
    return std::vector<RuleText>{rule};
  };
  const struct {
    std::vector<RuleText> rules;
    const char* message;
  } rows[] = {
      {with([](RuleText& r) { r.more = "witin = 5\n"; }),
       "amount.toml:12: unknown key witin; did you mean within?"},
      {with([](RuleText& r) { r.cue = "支出("; }), "amount.toml:"},
      {with([](RuleText& r) { r.id = "Amount.Spend"; }), "amount.toml:5: id Amount.Spend may hold"},
      {with([](RuleText& r) { r.measure = "spend.totl"; }),
       "amount.toml:5: rule amount.spend: unknown concept spend.totl; did you mean spend.total?"},
      {with([](RuleText& r) { r.measure = "rate.execution"; }),
       "concept rate.execution is of kind rate, not amount"},
      {with([](RuleText& r) { r.status = "final"; }), "status must be draft, stable or retired"},
      {with([](RuleText& r) { r.cue = "(?:支出)?"; }), "the cue matches nothing at all"},
      {with([](RuleText& r) { r.cue = "(支出)"; }), "captures are not used"},
      {with([](RuleText& r) { r.cue = "支.*出"; }), ".* has no place in a cue"},
      {with([](RuleText& r) { r.cue = "支[^收]出"; }), "[^ has no place in a cue"},
      {with([](RuleText& r) { r.cue = "支出{1,2}"; }), "digits and counted repeats have no place in a cue"},
      {with([](RuleText& r) { r.cue = "支出|支出数"; }), "支出 hides 支出数 behind it"},
      {with([](RuleText& r) { r.more = "overrides = ['amount.spnd']\n"; }),
       "overrides amount.spnd, which does not exist; did you mean amount.spend?"},
      {with([](RuleText& r) { r.more = "overrides = ['amount.spend']\n"; }), "overrides itself in a circle"},
      {with([](RuleText& r) { r.more = "sections = ['nowhere.*']\n"; }), "no section code fits nowhere.*"},
      {with([](RuleText& r) { r.example.clear(); }), "has no example"},
      {with([](RuleText& r) { r.near_miss.clear(); }), "is stable and has no near miss"},
      {with([](RuleText& r) { r.example += r.example; }), "the example stands twice"},
      {with([](RuleText& r) { r.example = "[[rule.example]]\ntext = '支出5万元。'\nexpect = []\n"; }),
       "the example expects nothing"},
      {with([](RuleText& r) {
         r.example = "[[rule.example]]\ntext = '支出5万元。'\nexpect = [{ raw = '5万元', value = '5' }]\n";
       }),
       "value of 5万元 is 50000, expected 5"},
      {with([](RuleText& r) { r.near_miss = "[[rule.near_miss]]\ntext = '支出6万元。'\n"; }),
       "near miss is labelled by the rule: 6万元"},
      {with([](RuleText& r) {
         r.near_miss += "[[rule.known_miss]]\ntext = '支出7万元。'\nexpect = [{ raw = '7万元' }]\n";
       }),
       "a known miss is right now; make it an example"},
  };
  for (const auto& row : rows) {
    Folder folder;
    folder.rules(row.rules);
    expect_fault(folder, row.message);
  }
}

TEST(PatternSet, HoldsRulesAgainstEachOther) {
  Folder folder;
  RuleText first, second;
  folder.rules({first, second});
  expect_fault(folder, "amount.toml:17: id amount.spend stands twice");

  second.id = "amount.other";
  folder.rules({first, second});
  expect_fault(folder, "rule amount.other: has the cue and scope of amount.spend without overrides");

  second.cue = "项目支出";
  folder.rules({first, second});
  expect_fault(folder, "another rule labels it");

  first.more = "overrides = ['amount.other']\n";
  second.more = "overrides = ['amount.spend']\n";
  folder.rules({first, second});
  expect_fault(folder, "overrides itself in a circle");
}

TEST(PatternSet, ChecksMacros) {
  Folder folder;
  RuleText rule;
  rule.cue = "{MONEY}支出|支出";
  folder.rules({rule});
  expect_fault(folder, "MONEY");
  folder.rules({RuleText()}, "[[macro]]\nname = 'MONEY'\nre = '资金'\n");
  expect_fault(folder, "MONEY");
  folder.rules({rule}, "[[macro]]\nname = 'MONEY'\nre = '资金'\n");
  for (const auto& fault : PatternSet::check(folder.path())) ADD_FAILURE() << fault;
}

TEST(PatternSet, ChecksConfusions) {
  auto confusion = [](const std::string& text, const std::string& read) {
    return "[[confusion]]\ntext = '" + text + "'\nread = ['" + read + "']\n";
  };
  Folder folder;
  folder.write("ocr.toml", head("ocr") + confusion("支出", "文出"));
  for (const auto& fault : PatternSet::check(folder.path())) ADD_FAILURE() << fault;
  RuleText literal, word;
  literal.id = "amount.other";
  for (const char* cue : {"文出", "文(?:出|人)", "论文出版|文出"}) {
    literal.cue = cue;
    for (const auto& rules : {std::vector{word, literal}, std::vector{literal, word}}) {
      folder.rules(rules);
      expect_fault(folder, "misread word");
    }
  }
  folder.rules({RuleText()});
  folder.write("ocr.toml", head("ocr") + confusion("支出", ""));
  expect_fault(folder, "ocr.toml:5: '' is empty");
  folder.write("ocr.toml", head("ocr") + confusion("支出", "文(出"));
  expect_fault(folder, "ocr.toml:5: '文(出' is empty or holds a mark of expressions");
  folder.write("ocr.toml", head("ocr") + confusion("支出", "文出") + confusion("支出额", "文出额"));
  expect_fault(folder, "ocr.toml:8: 支出额 and 支出 begin alike");
}

TEST(PatternSet, ChecksConceptsFieldsSectionsAndSkips) {
  const struct {
    const char *file, *name, *text, *message;
  } rows[] = {
      {"concepts.toml", "concepts",
       "[[concept]]\ncode = 'spend.total'\nkind = 'amount'\nlabel = 'A'\npublished = 'spent'\n",
       "published code spent is no concept"},
      {"concepts.toml", "concepts",
       "[[concept]]\ncode = 'spend.total'\nkind = 'amount'\nlabel = 'A'\nparts = 'spent'\n",
       "its parts are spent, which is no concept"},
      {"sections.toml", "sections",
       "[[section]]\ncode = 'funds'\nheading = ['资金']\n[[section]]\ncode = 'funds'\nheading = ['经费']\n",
       "sections.toml:8: section funds stands twice"},
      {"skips.toml", "skips",
       "[[skip]]\nid = 'skip.a'\nreason = 'a'\nre = '(?:甲)?'\n[[skip.example]]\ntext = '甲'\n",
       "skip skip.a: matches nothing at all"},
      {"skips.toml", "skips", "[[skip]]\nid = 'skip.a'\nreason = 'a'\nre = '甲[0-9]'\n",
       "skip skip.a: has no example"},
      {"skips.toml", "skips",
       "[[skip]]\nid = 'skip.a'\nreason = 'a'\nre = '甲[0-9]'\n[[skip.example]]\ntext = '乙5元'\nexpect = "
       "[]\n",
       "skip.a: the expression does not match"},
      {"skips.toml", "skips",
       "[[skip]]\nid = 'skip.a'\nreason = 'a'\nre = '甲[0-9]'\n[[skip.example]]\ntext = '甲5'\nexpect = "
       "[]\n[[skip.near_miss]]\ntext = '甲6'\n",
       "skip.a: near miss is skipped"},
  };
  for (const auto& row : rows) {
    Folder folder;
    folder.write(row.file, head(row.name) + row.text);
    expect_fault(folder, row.message);
  }
}

TEST(PatternSet, WantsAFolderWithFiles) {
  Folder folder;
  EXPECT_THROW(PatternSet::load(folder.path() + "/none"), SetupError);
  fs::create_directory(folder.path() + "/empty");
  EXPECT_THROW(PatternSet::load(folder.path() + "/empty"), SetupError);
}

TEST(PatternSet, VersionIsTheNewestAndTheDigestIsOfWhatTheFilesSay) {
  Folder folder;
  auto digest = [&] { return PatternSet::load(folder.path()).digest(); };
  std::string first = digest();
  EXPECT_EQ(first.size(), 64u);
  EXPECT_EQ(digest(), first) << "the same files, the same digest";

  std::string text = head("units") + kUnits, crlf;
  for (char c : text) crlf += c == '\n' ? "  \r\n" : std::string(1, c);
  folder.write("units.toml", crlf);
  EXPECT_EQ(digest(), first) << "line ends and trailing blanks say nothing";
  folder.write("README.md", "words");
  EXPECT_EQ(digest(), first) << "other files say nothing";

  folder.write("units.toml", head("units", "2026.2") + kUnits);
  EXPECT_NE(digest(), first);
  EXPECT_EQ(PatternSet::load(folder.path()).version(), "2026.2");
}

}  // namespace
}  // namespace ziping
