#pragma once

#include "ingest/content/lexer.h"
#include "ingest/poppler_glue.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ziping::content {

/// The operands of an operator. Parts of arrays and dictionaries stand behind them in one list.
class Operands {
 public:
  static constexpr std::size_t kMost = 33;

  std::size_t count() const { return count_; }
  const Operand& operator[](std::size_t index) const { return all_[starts_[index]]; }
  double number(std::size_t index) const { return (*this)[index].number; }
  std::string_view text(std::size_t index) const { return (*this)[index].text; }
  /// Leaves only the last `count`.
  void keep_last(std::size_t count);

  /// Calls `use` for each part of an array.
  template <typename Use>
  void each(const Operand& array, Use use) const {
    const Operand* const end = all_.data() + array.end;
    for (const Operand* part = &array + 1; part < end; part = behind(part)) use(*part);
  }
  /// The first value of a key of a dictionary; null where it has none.
  const Operand* value(const Operand& dict, std::string_view key) const;
  /// The object that was read first.
  const Operand& root() const { return all_.front(); }
  /// A simple value, or an array of such, as Poppler holds it. Throws GaveUp for anything else.
  Object object(const Operand& operand, XRef& xref) const;

 private:
  friend class Statements;
  friend class ObjectReader;

  /// Reads the next token where it stays, behind the others; false at the end.
  bool take(Lexer& lexer) {
    if (lexer.next(all_.emplace_back())) return true;
    all_.pop_back();
    return false;
  }
  /// Whether the last token is that command; then it is dropped.
  bool drop_command(std::string_view name) {
    if (all_.back().kind != Kind::command || all_.back().text != name) return false;
    all_.pop_back();
    return true;
  }

  const Operand* behind(const Operand* part) const {
    return part->is_compound() ? all_.data() + part->end : part + 1;
  }

  std::vector<Operand> all_;
  std::array<std::uint32_t, kMost> starts_{};
  std::size_t count_ = 0;
};

/// Reads a content stream operator by operator.
class Statements {
 public:
  explicit Statements(ByteBuffer& bytes) : lexer_(bytes) {}

  /// Reads up to the next operator; false at the end. Operands that no operator follows are a fault.
  bool next();
  std::string_view name() const { return name_; }
  Operands& operands() { return operands_; }

  /// Reads one more object as an operand, up to the command `end`; false there. For inline images.
  bool next_operand_before(std::string_view end);
  Lexer& lexer() { return lexer_; }

 private:
  void add_last();
  void read_object(int depth);
  void read_array(int depth);
  void read_dict(int depth);

  Lexer lexer_;
  Operands operands_;
  std::string_view name_;
};

}  // namespace ziping::content
