#include "form/flat_anchors.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

namespace ziping {
namespace {

using R = ColumnRole;

/// What a line shows of a row.
struct Signs {
  int line = 0, page = 1;
  bool weight = false, score = false, name = false, known = false;
  int values = 0;     ///< targets, results
  int amounts = 0;    ///< figures of funds
  int fragments = 0;  ///< of names and values: rests of a line above
};

bool one_of(R role, std::initializer_list<R> roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

void note(Signs& signs, R role, const FlatPiece& piece, const FormWords& forms) {
  FlatType type = flat_type(piece.text, forms);
  bool figure = type == FlatType::number || type == FlatType::dash;
  if (role == R::weight) signs.weight = signs.weight || figure;
  if (one_of(role, {R::score, R::review_score})) signs.score = signs.score || figure;
  bool name = one_of(role, {R::level3, R::indicator, R::source, R::task_name});
  bool value = one_of(role, {R::target, R::adjusted_target, R::actual});
  if (name) signs.name = true;
  if (role == R::source && forms.fund_rows.find(form_key(piece.text))) signs.known = true;
  if (value) ++signs.values;
  if ((name || value) && is_fragment(piece.text)) ++signs.fragments;
  bool amount = one_of(role, {R::initial, R::adjusted, R::executed, R::received, R::rate});
  if (amount && (figure || type == FlatType::percent || type == FlatType::money)) ++signs.amounts;
}

std::vector<Signs> signs_of(const FlatColumns& block, const std::vector<std::vector<FlatPiece>>& pieces,
                            const FormWords& forms) {
  std::vector<Signs> all;
  for (const FlatLine& line : block.lines) {
    Signs signs{line.line, line.page};
    for (std::size_t column = 0; column < pieces.size(); ++column)
      for (const FlatPiece& piece : pieces[column])
        if (piece.line == line.line) note(signs, block.roles[column], piece, forms);
    all.push_back(signs);
  }
  return all;
}

/// Rows of a form with weights or scores; also those of parts, which have none.
std::vector<FlatAnchor> weighed(const std::vector<Signs>& lines) {
  std::vector<FlatAnchor> anchors;
  auto near = [&](std::size_t at, auto test) {
    bool before = at > 0 && lines[at].line - lines[at - 1].line <= 1 && test(lines[at - 1]);
    bool after = at + 1 < lines.size() && lines[at + 1].line - lines[at].line <= 1 && test(lines[at + 1]);
    return before || after;
  };
  bool weights = std::any_of(lines.begin(), lines.end(), [](const Signs& s) { return s.weight; });
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const Signs& line = lines[at];
    bool scored = line.score && (!weights || !near(at, [](const Signs& s) { return s.weight; }) ||
                                 (line.name && line.values > 0));
    bool part = line.name && line.values >= 2 && line.fragments == 0 &&
                !near(at, [](const Signs& s) { return (s.weight || s.score) && s.values < 2; });
    if (line.weight || scored || part) anchors.push_back({static_cast<float>(line.line), line.page});
  }
  return anchors;
}

/// Rows of a form without figures of its own: lines with a name and a value, or two values. Two lines of
/// one row are one.
std::vector<FlatAnchor> unweighed(const std::vector<Signs>& lines) {
  std::vector<FlatAnchor> anchors;
  int last = -10;
  auto only_values = [&](std::size_t at, int line) {
    return at < lines.size() && std::abs(lines[at].line - line) == 1 && lines[at].values > 0 &&
           !lines[at].name;
  };
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const Signs& line = lines[at];
    bool between = line.name && at > 0 && only_values(at - 1, line.line) && only_values(at + 1, line.line);
    if (line.values + (line.name ? 1 : 0) < 2 && !between) continue;
    bool rest =
        line.fragments > 0 && !anchors.empty() && anchors.back().page == line.page && line.line - last <= 2;
    if (rest) {
      anchors.back().line = (anchors.back().line + static_cast<float>(line.line)) / 2;
    } else {
      anchors.push_back({static_cast<float>(line.line), line.page});
    }
    last = line.line;
  }
  return anchors;
}

std::vector<FlatAnchor> funded(const std::vector<Signs>& lines, int least) {
  std::vector<FlatAnchor> anchors;
  for (const Signs& line : lines)
    if (line.amounts >= least || line.known) anchors.push_back({static_cast<float>(line.line), line.page});
  return anchors;
}

}  // namespace

bool is_fragment(const std::string& text) {
  bool digit = text.find_first_of("0123456789") != std::string::npos;
  char32_t first = char_at(text, 0);
  bool broken = std::u32string_view(U"，。、；）·/,;)").find(first) != std::u32string_view::npos;
  return broken || (!digit && count_chars(text) <= 2 && first > 0x2FFF);
}

std::vector<std::vector<FlatPiece>> pieces_of(const std::vector<FlatWord>& words, const FlatColumns& block) {
  std::vector<std::vector<FlatPiece>> pieces(block.roles.size());
  for (std::size_t line = 0; line < block.lines.size(); ++line) {
    const FlatLine& from = block.lines[line];
    for (int at = from.words.begin; at < from.words.end; ++at) {
      int column = block.columns[line][static_cast<std::size_t>(at - from.words.begin)];
      if (column < 0) continue;
      auto& into = pieces[static_cast<std::size_t>(column)];
      if (into.empty() || into.back().line != from.line) into.push_back({from.line, from.page, {}, ""});
      into.back().words.push_back(at);
      into.back().text += words[static_cast<std::size_t>(at)].text;
    }
  }
  return pieces;
}

std::vector<FlatAnchor> find_anchors(const FlatColumns& block,
                                     const std::vector<std::vector<FlatPiece>>& pieces,
                                     const FormWords& forms) {
  auto has = [&](R role) {
    return std::find(block.roles.begin(), block.roles.end(), role) != block.roles.end();
  };
  std::vector<Signs> lines = signs_of(block, pieces, forms);
  if (has(R::task_name)) return funded(lines, 1);
  if (has(R::source)) return funded(lines, 2);
  bool figures = std::any_of(lines.begin(), lines.end(), [](const Signs& s) { return s.weight || s.score; });
  return figures ? weighed(lines) : unweighed(lines);
}

}  // namespace ziping
