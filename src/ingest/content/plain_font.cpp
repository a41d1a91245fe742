#include "ingest/content/plain_font.h"

#include <algorithm>
#include <climits>
#include <string>

namespace ziping::content {
namespace {

/// Whether Poppler may take a font for one of the fourteen that every reader has, with measures of its own.
bool may_be_built_in(std::string_view name) {
  if (name.size() > 7 && name[6] == '+') return false;
  static constexpr std::string_view kFamilies[] = {"Arial",  "Courier", "Helvetica",
                                                   "Symbol", "Times",   "Zapf"};
  return std::any_of(std::begin(kFamilies), std::end(kFamilies),
                     [&](std::string_view family) { return name.starts_with(family); });
}

}  // namespace

/// Reads the entries of a font's dictionaries, in the file's order of doing: what is missing or strange makes
/// the font one for Poppler.
class PlainFont::Reader {
 public:
  Reader(const FileObjects& file, PlainFont& out) : file_(file), out_(out) {}

  bool read(Ref ref) {
    if (!file_.read(ref, font_) || font_.root().kind != Kind::dict) return false;
    const Operand* type = font_.value("Subtype");
    if (!type || type->kind != Kind::name || !read_name() || !read_characters()) return false;
    if (type->text == "Type0") return read_two_bytes();
    if (type->text == "Type3") return read_type3() && read_one_byte(type3_matrix_[0]);
    const bool simple = type->text == "TrueType" || type->text == "Type1";
    return simple && !font_.value("DescendantFonts") && read_one_byte(0.001);
  }

 private:
  bool read_name() {
    const Operand* name = font_.value("BaseFont");
    if (!name) return true;
    if (name->kind != Kind::name || may_be_built_in(name->text)) return false;
    out_.description_.traits.hidden_font = is_hidden_font(name->text);
    return true;
  }

  bool read_characters() {
    const Operand* map = font_.value("ToUnicode");
    ByteBuffer bytes;
    return map && map->kind == Kind::reference && file_.read_stream(ref_of(*map), bytes) &&
           out_.characters_.read({bytes.begin(), bytes.size()});
  }

  /// `count` numbers of an array that stands in the dictionary itself.
  static bool read_numbers(const FileObject& object, std::string_view key, double* out, std::size_t count) {
    const Operand* array = object.value(key);
    if (!array || array->kind != Kind::array) return false;
    std::size_t found = 0;
    bool plain = true;
    object.parts().each(*array, [&](const Operand& part) {
      plain = plain && part.is_number() && found < count;
      if (plain) out[found++] = part.number;
    });
    return plain && found == count;
  }

  bool read_type3() {
    double box[4];
    if (!read_numbers(font_, "FontMatrix", type3_matrix_, 6) || !read_numbers(font_, "FontBBox", box, 4))
      return false;
    out_.description_.em = em_of_type3(box, type3_matrix_);
    return true;
  }

  bool read_one_byte(double unit) {
    double ascent = 0.95, descent = -0.35, missing_width = 0;
    if (!read_descriptor(font_, ascent, descent, missing_width)) return false;
    set_heights(out_.description_, ascent, descent);
    out_.one_byte_widths_.fill(missing_width * 0.001);
    const Operand* first = font_.value("FirstChar");
    const Operand* last = font_.value("LastChar");
    if (!first || !last || first->kind != Kind::integer || last->kind != Kind::integer || first->number < 0 ||
        last->number > 255)
      return false;
    FileObject elsewhere;
    const Operand* widths = font_.value("Widths");
    const bool apart = widths && file_.follow(*widths, elsewhere);
    if (apart) widths = &elsewhere.root();
    if (!widths || widths->kind != Kind::array) return false;
    auto code = static_cast<std::size_t>(first->number);
    bool plain = true;
    (apart ? elsewhere : font_).parts().each(*widths, [&](const Operand& width) {
      plain = plain && width.is_number();
      if (code <= static_cast<std::size_t>(last->number)) out_.one_byte_widths_[code++] = width.number * unit;
    });
    return plain;
  }

  /// The descriptor of a font: absent, apart or in the dictionary itself.
  bool read_descriptor(const FileObject& font, double& ascent, double& descent, double& missing_width) {
    const Operand* descriptor = font.value("FontDescriptor");
    if (!descriptor) return true;
    FileObject elsewhere;
    if (!file_.follow(*descriptor, elsewhere) || elsewhere.root().kind != Kind::dict) return false;
    const Operand* values[] = {elsewhere.value("Ascent"), elsewhere.value("Descent"),
                               elsewhere.value("MissingWidth")};
    for (const Operand* value : values)
      if (value && !value->is_number()) return false;
    // Poppler's rules: a wrong sign is turned, absurd values are passed over.
    const double up = values[0] ? std::abs(0.001 * values[0]->number) : 0;
    const double down = values[1] ? -std::abs(0.001 * values[1]->number) : 0;
    if (up != 0 && up < 3) ascent = up;
    if (down != 0 && down > -3) descent = down;
    if (values[2]) missing_width = values[2]->number;
    return true;
  }

  bool read_two_bytes() {
    const Operand* encoding = font_.value("Encoding");
    const Operand* descendants = font_.value("DescendantFonts");
    if (!encoding || encoding->kind != Kind::name || encoding->text != "Identity-H" || !descendants ||
        descendants->kind != Kind::array)
      return false;
    const Operand* only = nullptr;
    font_.parts().each(*descendants, [&](const Operand& part) { only = &part; });
    FileObject descendant;
    if (!only || !file_.follow(*only, descendant) || descendant.root().kind != Kind::dict) return false;
    double ascent = 0.95, descent = -0.35, ignored = 0;
    if (!has_collection(descendant) || !read_descriptor(descendant, ascent, descent, ignored)) return false;
    set_heights(out_.description_, ascent, descent);
    out_.two_bytes_ = true;
    const Operand* width = descendant.value("DW");
    if (width && width->kind != Kind::integer) return false;
    if (width) out_.default_width_ = width->number * 0.001;
    return read_widths(descendant);
  }

  /// Poppler makes no font without it.
  static bool has_collection(const FileObject& descendant) {
    const Operand* info = descendant.value("CIDSystemInfo");
    if (!info || info->kind != Kind::dict) return false;
    for (const char* key : {"Registry", "Ordering"}) {
      const Operand* value = descendant.parts().value(*info, key);
      if (!value || value->kind != Kind::string) return false;
    }
    return true;
  }

  /// `first [width width ...]` or `first last width`, over and over.
  bool read_widths(const FileObject& descendant) {
    FileObject elsewhere;
    const Operand* array = descendant.value("W");
    if (!array) return true;
    const bool apart = file_.follow(*array, elsewhere);
    if (apart) array = &elsewhere.root();
    if (array->kind != Kind::array) return false;
    const Operands& parts = (apart ? elsewhere : descendant).parts();
    std::vector<const Operand*> pending;
    bool plain = true;
    parts.each(*array, [&](const Operand& part) {
      pending.push_back(&part);
      if (pending.size() < 2 || !plain || (pending.size() == 2 && part.kind == Kind::integer)) return;
      plain = pending[0]->kind == Kind::integer && pending[0]->number >= 0 && pending[0]->number <= 0xFFFF &&
              add_widths(parts, pending);
      pending.clear();
    });
    const auto by_first = [](const Widths& a, const Widths& b) { return a.first < b.first; };
    if (!std::is_sorted(out_.widths_.begin(), out_.widths_.end(), by_first))
      std::sort(out_.widths_.begin(), out_.widths_.end(), by_first);
    return plain && pending.empty();
  }

  bool add_widths(const Operands& parts, const std::vector<const Operand*>& entry) {
    auto first = static_cast<std::uint32_t>(entry[0]->number);
    if (entry.size() == 3) {
      if (entry[1]->number < 0 || entry[1]->number > 0xFFFF || !entry[2]->is_number()) return false;
      out_.widths_.push_back({first, static_cast<std::uint32_t>(entry[1]->number), entry[2]->number * 0.001});
      return true;
    }
    if (entry[1]->kind != Kind::array) return false;
    bool plain = true;
    parts.each(*entry[1], [&](const Operand& width) {
      plain = plain && width.is_number();
      out_.widths_.push_back({first, first, width.number * 0.001});
      ++first;
    });
    return plain;
  }

  const FileObjects& file_;
  PlainFont& out_;
  FileObject font_;
  double type3_matrix_[6] = {};
};

std::unique_ptr<PlainFont> PlainFont::read(const FileObjects& file, Ref ref) {
  auto font = std::make_unique<PlainFont>();
  return Reader(file, *font).read(ref) ? std::move(font) : nullptr;
}

double PlainFont::width_of(std::uint32_t character) const {
  const auto behind =
      std::upper_bound(widths_.begin(), widths_.end(), character,
                       [](std::uint32_t at, const Widths& entry) { return at < entry.first; });
  return behind != widths_.begin() && character <= (behind - 1)->last ? (behind - 1)->width : default_width_;
}

bool PlainFont::first(std::string_view string, FontCharacter& out) const {
  const auto lead = static_cast<unsigned char>(string[0]);
  const bool whole = two_bytes_ && string.size() > 1;
  const std::uint32_t code = whole ? lead << 8 | static_cast<unsigned char>(string[1]) : lead;
  const ToUnicode::Characters found = characters_.find(code);
  out.bytes = whole ? 2 : 1;
  out.chars = found.first;
  out.count = found.count;
  out.dy = out.origin_x = out.origin_y = 0;
  if (two_bytes_) {
    out.code = whole ? code : 0;  // half a code at the end counts as 0
    out.dx = width_of(out.code);
    return true;
  }
  out.code = code;
  out.dx = one_byte_widths_[code];
  return found.count > 0;
}

}  // namespace ziping::content
