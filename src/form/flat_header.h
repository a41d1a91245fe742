#pragma once

#include "form/flat_words.h"
#include "pattern/form_words.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ziping {

/// What a block of a form holds.
enum class FlatKind { funds, tasks, goals, indicators };

/// A header cell. Its words need not follow each other where columns are kept by position.
struct HeaderCell {
  ColumnRole role = ColumnRole::none;
  std::vector<int> words;
};

/// The header row of a block.
struct FlatHeader {
  FlatKind kind = FlatKind::indicators;
  WordRange words;  ///< all that it covers
  std::vector<HeaderCell> cells;
  std::vector<int> side;  ///< words of the label to the left of the block: 项目资金（万元）
  int score = 0;          ///< how many cells were found, in how few pieces

  bool has(ColumnRole role) const;
};

/// Whether a header cell's text is one behind which nothing of it follows.
bool ends_header(const std::string& text);

/// Reads header cells: looks words of a text up in the patterns, remembering the answers.
class HeaderReader {
 public:
  HeaderReader(const std::vector<FlatWord>& words, const FormWords& forms) : words_(words), forms_(forms) {}

  /// Role of a header cell with this text; none where it is no header.
  ColumnRole role_of(const std::string& text);
  /// The header that begins with word `at` and whose cells follow each other in the text: those of a
  /// cell are one word, or the words of several lines. Empty where there is none.
  std::optional<FlatHeader> header_at(int at);
  /// What kind of block columns of these roles head; empty where they are no header.
  std::optional<FlatKind> kind_of(const std::vector<HeaderCell>& cells) const;

 private:
  struct Parse {
    int score = 0;
    int end = 0;
    std::vector<HeaderCell> cells;
  };

  void extend(Parse& parse, Parse& best, int depth);
  bool may_join(int at) const;
  void take_rest(FlatHeader& header);
  std::string text_of(WordRange range) const { return joined(words_, range); }

  const std::vector<FlatWord>& words_;
  const FormWords& forms_;
  std::unordered_map<std::string, ColumnRole> known_;
  int steps_ = 0;
};

}  // namespace ziping
