// Writes fold_table.h: what each character of the Basic Multilingual Plane is in a clean text.
// Usage: make_fold_table EquivalentUnifiedIdeograph.txt fold_table.h

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr char16_t kDropped = 0;

/// Forms with one meaning in these documents that Unicode keeps apart.
constexpr std::pair<char16_t, char16_t> kSameMeaning[] = {
    {u'≧', u'≥'}, {u'⩾', u'≥'}, {u'≦', u'≤'},  {u'⩽', u'≤'}, {u'═', u'='}, {u'〜', u'~'}, {u'∼', u'~'},
    {u'˜', u'~'}, {u'−', u'-'}, {u'‐', u'-'},  {u'‑', u'-'}, {u'‒', u'-'}, {u'﹘', u'—'}, {u'―', u'—'},
    {u'─', u'—'}, {u'∶', u':'}, {u'・', u'·'}, {u'‧', u'·'}, {u'∙', u'·'}, {u'⋅', u'·'},  {u'•', u'·'},
};

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "make_fold_table: %s\n", message.c_str());
  std::exit(1);
}

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) fail(std::string(what) + ": " + u_errorName(status));
}

/// Whether a character belongs to the Simplified set of GB 2312: 著, 乾 and 覆 do, and stay.
class SimplifiedSet {
 public:
  SimplifiedSet() {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open("EUC-CN", &status));
    check(status, "EUC-CN");
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }

  bool holds(char16_t ch) const {
    UErrorCode status = U_ZERO_ERROR;
    char bytes[8];
    UChar source = ch;
    ucnv_fromUChars(converter_.get(), bytes, sizeof bytes, &source, 1, &status);
    return U_SUCCESS(status);
  }

 private:
  struct Closer {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<UConverter, Closer> converter_;
};

using Table = std::vector<char16_t>;

/// NFKC of the blocks that hold printed variants of one character; circled, superscript and
/// fraction forms are not among them: ① is no 1.
void fold_compatibility(Table& table) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
  check(status, "NFKC");
  auto fold_range = [&](int first, int last) {
    for (int ch = first; ch <= last; ++ch) {
      icu::UnicodeString folded = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(ch)), status);
      if (folded.length() == 1) table[static_cast<std::size_t>(ch)] = folded.charAt(0);
    }
  };
  fold_range(0x2F00, 0x2FDF);
  fold_range(0xF900, 0xFAFF);
  fold_range(0xFE10, 0xFE19);
  fold_range(0xFE30, 0xFE6B);
  fold_range(0xFF01, 0xFFE6);
}

/// `2E81 ; 5382` and `2E8C..2E8D ; 5C0F`.
void fold_radicals(Table& table, const std::string& path) {
  std::ifstream in(path);
  if (!in) fail("cannot read " + path);
  std::string line;
  while (std::getline(in, line)) {
    unsigned first = 0, last = 0, target = 0;
    if (std::sscanf(line.c_str(), "%x..%x ; %x", &first, &last, &target) != 3) {
      if (std::sscanf(line.c_str(), "%x ; %x", &first, &target) != 2) continue;
      last = first;
    }
    bool radical = first >= 0x2E80 && last <= 0x2FDF;
    if (!radical || target > 0xFFFF) continue;
    for (unsigned ch = first; ch <= last; ++ch) table[ch] = static_cast<char16_t>(target);
  }
}

void fold_traditional(Table& table) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> simplify(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  check(status, "Hant-Hans");
  SimplifiedSet simplified;
  for (char16_t& folded : table) {
    bool han = folded >= 0x3400 && folded <= 0x9FFF;
    if (!han || simplified.holds(folded)) continue;
    icu::UnicodeString text(static_cast<UChar32>(folded));
    simplify->transliterate(text);
    if (text.length() == 1 && simplified.holds(text.charAt(0))) folded = text.charAt(0);
  }
}

/// The comma of a Chinese text is full-width, digits, letters, % and signs are ASCII.
char16_t canonical_punctuation(char16_t folded) {
  switch (folded) {
    case u',':
      return u'，';
    case u':':
      return u'：';
    case u';':
      return u'；';
    case u'?':
      return u'？';
    case u'!':
      return u'！';
    case u'(':
      return u'（';
    case u')':
      return u'）';
    default:
      return folded;
  }
}

void fold_spaces_and_controls(Table& table) {
  for (int ch = 0; ch <= 0xFFFF; ++ch) {
    auto type = u_charType(ch);
    char16_t& folded = table[static_cast<std::size_t>(ch)];
    if (type == U_SPACE_SEPARATOR || ch == u'\t') {
      folded = u' ';
    } else if (type == U_CONTROL_CHAR || type == U_FORMAT_CHAR || type == U_LINE_SEPARATOR ||
               type == U_PARAGRAPH_SEPARATOR || type == U_SURROGATE || (ch >= 0xFE00 && ch <= 0xFE0F) ||
               ch >= 0xFFFE) {
      folded = kDropped;
    }
  }
}

void write(const Table& table, const std::string& path) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream out(path);
  out << "// Made by make_fold_table.\n#pragma once\nnamespace ziping {\n"
         "/// What a character is in a clean text: 0 is dropped, every kind of space is U+0020.\n"
         "inline constexpr char16_t kFoldTable[65536] = {\n";
  for (std::size_t at = 0; at < table.size(); ++at)
    out << static_cast<unsigned>(table[at]) << (at % 20 == 19 ? ",\n" : ",");
  out << "};\n}  // namespace ziping\n";
  if (!out.flush()) fail("cannot write " + path);
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) fail("usage: make_fold_table EquivalentUnifiedIdeograph.txt fold_table.h");
  Table table(65536);
  for (std::size_t ch = 0; ch < table.size(); ++ch) table[ch] = static_cast<char16_t>(ch);
  fold_compatibility(table);
  fold_radicals(table, words[1]);
  fold_traditional(table);
  for (auto [from, to] : kSameMeaning) table[from] = to;
  for (char16_t& folded : table)
    if (folded >= 0x80 || &folded - table.data() >= 0x80) folded = canonical_punctuation(folded);
  fold_spaces_and_controls(table);
  write(table, words[2]);
}
