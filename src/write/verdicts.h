#pragma once

#include "store/database.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace ziping {

/// What a person who has looked at the page says of a row. It stands beside the row and never changes it.
struct Verdict {
  std::string sha256;            ///< of the document's content: a file may be renamed or moved
  std::string table;             ///< records, findings
  std::string key;               ///< start-end of a record; rule and records of a finding
  std::string document;          ///< path, for people
  std::string page, raw, value;  ///< as they were when the person looked
  std::string verdict;           ///< right, wrong; withdrawn takes back an earlier one
  std::string corrected;         ///< the right value, where the person gives one
  std::string note;
  std::string judged_at;  ///< ISO 8601, UTC

  static auto fields(auto& v) {
    return std::tie(v.document, v.sha256, v.table, v.key, v.page, v.raw, v.value, v.verdict, v.corrected,
                    v.note, v.judged_at);
  }
};

/// Verdicts by what they are about, so that there is one of each.
using Verdicts = std::map<std::tuple<std::string, std::string, std::string>, Verdict>;

/// Reads verdicts as the review page saves them: CSV, UTF-8 with or without byte order mark, the columns of
/// Verdict by name in any order. `name` is that of the file, for messages. Throws UsageError with the line of
/// the first fault.
std::vector<Verdict> read_verdicts(const std::string& name, const std::string& csv);
std::string verdicts_csv(const Verdicts& verdicts);

/// Those that have been applied to the dataset in `folder`: file verdicts.csv there, which no run removes.
Verdicts kept_verdicts(const std::string& folder);
void keep_verdicts(const std::string& folder, const Verdicts& verdicts);

/// Makes table `verdicts` and view `reviewed_records` anew. Column `found` is 1 where the dataset still has
/// the row, with that text and value. Throws OutputError.
void write_verdicts(Database& database, const Verdicts& verdicts);

}  // namespace ziping
