#pragma once

#include "pattern/regex.h"
#include "pattern/toml_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ziping {

/// What a column of a form holds (domain.md 2). `none`: no pattern file knows its header.
enum class ColumnRole {
  none,
  // Indicator block.
  level1,
  level2,
  level3,
  indicator,  ///< 绩效指标, 指标: level 3 where the block has no other, else a merged label
  target,
  adjusted_target,  ///< 调整指标值: the target where it is filled
  nature,           ///< 指标性质: ≥ ≤ ＝ 定性
  unit,             ///< 度量单位
  actual,
  reason,
  method,        ///< 得分计算方法, 评分标准
  coefficient,   ///< 得分系数, 是否核心指标: known, and not read
  review_score,  ///< 财政审核评分
  remark,
  number,  ///< 序号, 指标编码
  // Funds block.
  source,  ///< the column of row labels: 资金来源
  initial,
  adjusted,
  executed,
  rate,
  received,  ///< 到位数
  // Both.
  weight,
  score,
  // Tasks of a department.
  task_name,
  task_content,
  // Goals.
  goal_target,
  goal_actual,
};
const char* name_of(ColumnRole role);
std::optional<ColumnRole> column_role_named(std::string_view name);

/// A cell's words as they are looked up: without spaces, bracketed parts and a colon at the end;
/// `其中：` and list marks at the start are left out too.
std::string form_key(std::string_view cell);

/// Expressions that a whole key must match, each with the word that it stands for.
class Vocabulary {
 public:
  /// Adds a checked expression; none once find() has been called.
  void add(const std::string& word, const std::string& expression);
  /// The word of the first expression that matches the whole key; null where none does.
  const std::string* find(std::string_view key) const;

 private:
  const std::string* match(const std::string& key) const;

  struct Expression {
    std::size_t rank;
    Regex re;
  };
  std::vector<std::string> words_;                      ///< by rank of their expression
  std::unordered_map<std::string, std::size_t> ranks_;  ///< of keys written out
  std::vector<Expression> expressions_;                 ///< that stand for no finite set of keys
  std::string any_;                                     ///< all of them in one
  Regex any_expression_ = Regex(any_);
  mutable std::unordered_map<std::string, const std::string*> found_;  ///< by key: forms repeat themselves
};

/// A form as pattern files describe it: its columns in their usual order, the words that tell it from
/// others, and an example that must be read as it says.
struct FormVariant {
  std::string code;  ///< V3, F2, ...
  std::string name;
  std::vector<ColumnRole> funds, indicators;
  std::vector<std::string> words;  ///< found in a title or label of this form and of few others
  bool targets_only = false;       ///< holds no results: 绩效目标申报表
  struct Example {
    std::string table;                ///< rows in lines, cells between pipes
    std::vector<std::string> expect;  ///< rows to be read, one a line of `name=value` pairs
    std::string place;                ///< file:line
  };
  std::vector<Example> examples;
};

/// The words of the forms (patterns/forms/*.toml).
struct FormWords {
  Vocabulary columns;      ///< header cells; words are names of ColumnRole
  Vocabulary fund_rows;    ///< 年度资金总额, 其他资金: source codes
  Vocabulary fields;       ///< 项目名称, 实施单位: project, organisation, ...
  Vocabulary levels;       ///< 产出指标, 数量指标: level1, level2
  Vocabulary totals;       ///< 总分, 合计
  Vocabulary grades;       ///< 优 良 中 差
  Vocabulary goals;        ///< left labels of the goal block: goal, goal_target, goal_actual
  Vocabulary notes;        ///< a row that ends a block: 注：, 填表说明
  Vocabulary money_units;  ///< 万元: power of ten of a yuan as a word: 4
  Vocabulary natures;      ///< 指标性质 cells: ge, le, eq, gt, lt, text
  Vocabulary empties;      ///< cells that hold nothing: — / *
  std::vector<FormVariant> variants;
};

/// Reads one file of patterns/forms into `words`. Throws PatternError.
void read_form_words(const TomlFile& file, FormWords& words);

}  // namespace ziping
