#pragma once

#include "base/span.h"
#include "pattern/rules.h"

#include <string_view>
#include <vector>

namespace ziping {

/// The punctuation of a paragraph, found once.
class Breaks {
 public:
  /// Takes the breaks of text[paragraph].
  void read(std::string_view text, Span paragraph);

  /// The sentence around `at`: between 。！？ or the paragraph's ends.
  Span sentence(std::size_t at) const;
  /// The part of the sentence around `at`: between ；.
  Span part(std::size_t at) const;
  /// Where the clause that leads up to `at` begins: after ，；：。 on the way back. Closed brackets are
  /// passed over; the bracket that `at` stands in is left where little stands before `at` in it.
  std::size_t clause_begin(std::string_view text, std::size_t at) const;
  /// Where the clause that begins at `at` ends: at the next break of any kind.
  std::size_t clause_end(std::size_t at) const;

 private:
  enum class Type { comma, colon, part, sentence, open, close };
  struct Break {
    std::size_t begin, end;
    Type type;
  };
  Span between(std::size_t at, bool parts_too) const;
  std::size_t index_before(std::size_t at) const;

  Span paragraph_;
  std::vector<Break> breaks_;
};

/// A value with the room around it in which words speak of it.
struct Setting {
  Span sentence, part;
  std::size_t number_begin = 0;  ///< behind the value's comparator: 不低于 is a role word too
  Span before;                   ///< from the clause's begin or the value before it, up to the value
  std::optional<Span> item;      ///< of 甲、乙分别为1和2: the item that this value is for
  std::optional<Span> head;      ///< of a list of values: the words before its first one
  std::size_t list_size = 1;
  std::size_t list_end = 0;  ///< where those items end
  Span after;                ///< from the value to the clause's end or the next value
};

/// What the words around a value say of role, change and year.
struct Reading {
  Role role = Role::actual;
  Change change = Change::none;
  std::optional<int> year;
  const char* note = "";
};

/// Reads role, change and year of a value. `hits` are the sentence's cue hits.
class ContextReader {
 public:
  ContextReader(std::string_view text, const PatternSet::Impl& set) : text_(text), set_(set) {}

  struct Facts {
    std::optional<Role> own;  ///< fixed by rule or concept
    std::optional<Role> of_section;
    std::optional<int> fiscal_year;
    bool first_of_movement = false;  ///< the 280 of 从280元提高到320元
  };
  Reading read(const Setting& setting, const std::vector<CueHit>& hits, const Facts& facts) const;

 private:
  Change change_of(const Setting& setting, const std::vector<CueHit>& hits) const;
  std::optional<int> year_of(const Setting& setting, const std::vector<CueHit>& hits, const Facts& facts,
                             bool changed) const;
  std::optional<int> year_word_of(const Setting& setting, const std::vector<CueHit>& hits) const;
  std::optional<int> printed_year(const Setting& setting, int fiscal_year) const;
  const ContextCue* role_cue(const Setting& setting, const std::vector<CueHit>& hits) const;

  std::string_view text_;
  const PatternSet::Impl& set_;
};

}  // namespace ziping
