#include "review/script_file.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

std::string script_string(std::string_view text) {
  std::string out;
  append_script_string(out, text);
  return out;
}

TEST(ScriptString, staysAString) {
  const std::pair<std::string_view, const char*> rows[] = {
      {"年报 1", "\"年报 1\""},
      {"a\"b\\c", "\"a\\u0022b\\u005Cc\""},
      {"a\nb\r", "\"a\\nb\\u000D\""},
      {"</script><!--&", "\"\\u003C/script\\u003E\\u003C!--\\u0026\""},
      {"\xE2\x80\xA8\xE2\x80\xA9", "\"\\u2028\\u2029\""},
      {"\xFF", "\"\xEF\xBF\xBD\""},
      {std::string_view("\0", 1), "\"\\u0000\""},
  };
  for (const auto& [text, script] : rows) EXPECT_EQ(script_string(text), script);
}

TEST(ScriptTable, isByColumns) {
  ScriptTable table({"kind", "raw"});
  EXPECT_EQ(table.str(), "{\"rows\":0,\"columns\":{\"kind\":\"\",\n\"raw\":\"\"}}");
  table.add({"amount", "1\n2"});
  table.add({"rate", ""});
  EXPECT_EQ(table.str(), "{\"rows\":2,\"columns\":{\"kind\":\"amount\\nrate\",\n\"raw\":\"1⏎2\\n\"}}");
}

}  // namespace
}  // namespace ziping
