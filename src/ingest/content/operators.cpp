#include "ingest/content/operators.h"

#include "ingest/content/interpreter.h"

#include <fmt/format.h>

#include <array>

namespace ziping::content {

/// Names the operators, which are the interpreter's own affair.
struct OperatorTable {
  using I = Interpreter;
  static constexpr Operator kAll[] = {
      {"\"", "nns", &I::op_spaced_next_line_show},
      {"'", "s", &I::op_next_line_show},
      {"B", "", &I::op_fill_stroke},
      {"B*", "", &I::op_fill_stroke},
      {"BDC", "/p", &I::op_begin_marked},
      {"BI", "", &I::op_inline_image},
      {"BMC", "/", &I::op_begin_marked},
      {"BT", "", &I::op_begin_text},
      {"BX", "", &I::op_begin_ignoring},
      {"CS", "/", &I::op_stroke_space},
      {"DP", "/p", &I::op_nothing},
      {"Do", "/", &I::op_x_object},
      {"EI", "", &I::op_stray_image_data},
      {"EMC", "", &I::op_end_marked},
      {"ET", "", &I::op_nothing},
      {"EX", "", &I::op_end_ignoring},
      {"F", "", &I::op_fill},
      {"G", "n", &I::op_stroke_grey},
      {"ID", "", &I::op_stray_image_data},
      {"J", "i", &I::op_nothing},
      {"K", "nnnn", &I::op_stroke_cmyk},
      {"M", "n", &I::op_nothing},
      {"MP", "/", &I::op_nothing},
      {"Q", "", &I::op_restore},
      {"RG", "nnn", &I::op_stroke_rgb},
      {"S", "", &I::op_stroke},
      {"SC", "n", &I::op_stroke_colour, 4},
      {"SCN", "c", &I::op_stroke_colour_or_pattern, 33},
      {"T*", "", &I::op_next_line},
      {"TD", "nn", &I::op_text_move_leading},
      {"TJ", "a", &I::op_show_spaced},
      {"TL", "n", &I::op_leading},
      {"Tc", "n", &I::op_char_space},
      {"Td", "nn", &I::op_text_move},
      {"Tf", "/n", &I::op_font},
      {"Tj", "s", &I::op_show},
      {"Tm", "nnnnnn", &I::op_text_matrix},
      {"Tr", "i", &I::op_render},
      {"Ts", "n", &I::op_rise},
      {"Tw", "n", &I::op_word_space},
      {"Tz", "n", &I::op_horizontal_scaling},
      {"W", "", &I::op_clip},
      {"W*", "", &I::op_clip},
      {"b", "", &I::op_close_fill_stroke},
      {"b*", "", &I::op_close_fill_stroke},
      {"c", "nnnnnn", &I::op_curve_to},
      {"cm", "nnnnnn", &I::op_concat},
      {"cs", "/", &I::op_fill_space},
      {"d", "an", &I::op_nothing},
      {"d0", "nn", &I::op_nothing},
      {"d1", "nnnnnn", &I::op_nothing},
      {"f", "", &I::op_fill},
      {"f*", "", &I::op_fill},
      {"g", "n", &I::op_fill_grey},
      {"gs", "/", &I::op_settings},
      {"h", "", &I::op_close_path},
      {"i", "n", &I::op_nothing},
      {"j", "i", &I::op_nothing},
      {"k", "nnnn", &I::op_fill_cmyk},
      {"l", "nn", &I::op_line_to},
      {"m", "nn", &I::op_move_to},
      {"n", "", &I::op_end_path},
      {"q", "", &I::op_save},
      {"re", "nnnn", &I::op_rectangle},
      {"rg", "nnn", &I::op_fill_rgb},
      {"ri", "/", &I::op_nothing},
      {"s", "", &I::op_close_stroke},
      {"sc", "n", &I::op_fill_colour, 4},
      {"scn", "c", &I::op_fill_colour_or_pattern, 33},
      {"sh", "/", &I::op_nothing},
      {"v", "nnnn", &I::op_curve_from_point},
      {"w", "n", &I::op_line_width},
      {"y", "nnnn", &I::op_curve_to_point},
  };
};

namespace {

/// A name of at most three letters as a number.
constexpr std::uint32_t letters_of(std::string_view name) {
  std::uint32_t letters = 0;
  for (const char c : name) letters = letters << 8 | static_cast<unsigned char>(c);
  return letters;
}

/// An operator by its name, in a table in which no two stand at one place.
struct Place {
  std::uint32_t letters = 0;
  std::uint8_t number = 0;  ///< in the list, from 1; 0 for none
};

constexpr std::size_t place_of(std::uint32_t letters) {
  return (letters * 0x741C7A9U) >> 23;
}

constexpr auto make_places() {
  std::array<Place, 512> places{};
  for (std::size_t i = 0; i < std::size(OperatorTable::kAll); ++i) {
    const std::uint32_t letters = letters_of(OperatorTable::kAll[i].name);
    Place& place = places[place_of(letters)];
    if (place.number != 0) throw "two operators at one place: take another factor";
    place = {letters, static_cast<std::uint8_t>(i + 1)};
  }
  return places;
}

constexpr auto kPlaces = make_places();

bool is_wanted(const Operand& operand, char wanted) {
  switch (wanted) {
    case 'n':
      return operand.is_number();
    case 'i':
      return operand.kind == Kind::integer;
    case 's':
      return operand.kind == Kind::string;
    case '/':
      return operand.kind == Kind::name;
    case 'a':
      return operand.kind == Kind::array;
    case 'p':
      return operand.kind == Kind::name || operand.kind == Kind::dict;
    default:
      return operand.is_number() || operand.kind == Kind::name;
  }
}

const char* name_of(Kind kind) {
  static constexpr const char* kNames[] = {"integer", "real", "string", "name", "array", "dictionary",
                                           "boolean", "null", "error",  "cmd",  "ref"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

const Operator* find_operator(std::string_view name) {
  if (name.size() > 3) return nullptr;
  const std::uint32_t letters = letters_of(name);
  const Place& place = kPlaces[place_of(letters)];
  return place.letters == letters && place.number != 0 ? &OperatorTable::kAll[place.number - 1] : nullptr;
}

bool suits(const Operator& wanted, Operands& operands, bool& leave) {
  const std::size_t count = operands.count();
  const bool open = wanted.most > 0;
  if (open ? count > static_cast<std::size_t>(wanted.most) : count < wanted.wants.size()) {
    poppler::complain(
        fmt::format("Too {} ({}) args to '{}' operator", open ? "many" : "few", count, wanted.name));
    leave = !open;
    return false;
  }
  if (!open && count > wanted.wants.size()) operands.keep_last(wanted.wants.size());
  for (std::size_t i = 0; i < operands.count(); ++i) {
    if (is_wanted(operands[i], open ? wanted.wants[0] : wanted.wants[i])) continue;
    poppler::complain(fmt::format("Arg #{} to '{}' operator is wrong type ({})", i, wanted.name,
                                  name_of(operands[i].kind)));
    return false;
  }
  return true;
}

}  // namespace ziping::content
