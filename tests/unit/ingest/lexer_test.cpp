#include "ingest/content/lexer.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ziping::content {
namespace {

ByteBuffer buffer_of(std::string_view text) {
  ByteBuffer bytes;
  bytes.append(text);
  return bytes;
}

/// The tokens of a text, each with a letter for its kind: `n1`, `r1.5`, `s..`, `/..`, `!` a fault.
std::string tokens_of(std::string_view text) {
  ByteBuffer bytes = buffer_of(text);
  Lexer lexer(bytes);
  std::string out;
  Operand token;
  while (lexer.next(token)) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case Kind::integer:
        out += "n" + std::to_string(static_cast<long long>(token.number));
        break;
      case Kind::real:
        out += "r" + std::to_string(token.number);
        break;
      case Kind::string:
        out += "s" + std::string(token.text);
        break;
      case Kind::name:
        out += "/" + std::string(token.text);
        break;
      case Kind::fault:
        out += "!";
        break;
      case Kind::boolean:
        out += "b" + std::string(token.text);
        break;
      case Kind::null:
        out += "null";
        break;
      default:
        out += "c" + std::string(token.text);
    }
  }
  return out;
}

TEST(Lexer, Tokens) {
  const struct {
    std::string_view text;
    const char* tokens;
  } rows[] = {
      {"", ""},
      {"  % a comment\n12", "n12"},
      {"% up to the end", ""},
      {"1 -2 +3 007", "n1 n-2 n3 n7"},
      {".5 -.5 5. 1.25", "r0.500000 r-0.500000 r5.000000 r1.250000"},
      {"1.5-3", "r1.530000"},        // a sign inside is passed over
      {"5-3 --5", "n5 n-3 n0 n-5"},  // and one behind an integer begins another
      {"1e5", "n1 ce5"},
      {"0.5g/F1 12Tf", "r0.500000 cg /F1 n12 cTf"},
      {"2147483647 2147483648", "n2147483647 r2147483648.000000"},
      {"(a) Tj", "sa cTj"},
      {"(a(b)c)(d", "sa(b)c sd"},
      {R"((\(\)\\\n\101\1018\7))", "s()\\\nAA8\a"},
      {"(a\\\nb)", "sab"},
      {"<4142> <4 1 4> <>", "sAB sA@ s"},
      {"/A#42 /a#x /#41#42 /", "/AB /a#x /AB /"},
      {"[1]<</K true>>", "c[ n1 c] c<< /K btrue c>>"},
      {"null false", "null bfalse"},
      {") } >", "! ! !"},
      {"BT/F1[", "cBT /F1 c["},
      {"T* ' \"", "cT* c' c\""},
  };
  for (const auto& row : rows) EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
}

TEST(Lexer, EndlessWordsAreNotFollowed) {
  for (const std::string& text :
       {std::string(200, 'a'), "/" + std::string(200, 'a'), "/#41" + std::string(200, 'a')})
    EXPECT_THROW(tokens_of(text), GaveUp) << text;
}

TEST(Lexer, GivesWhatLiesAhead) {
  ByteBuffer bytes = buffer_of("ID abc EI");
  Lexer lexer(bytes);
  Operand token;
  ASSERT_TRUE(lexer.next(token));
  EXPECT_EQ(lexer.rest(), " abc EI");
  lexer.skip(5);
  ASSERT_TRUE(lexer.next(token));
  EXPECT_EQ(token.text, "EI");
}

}  // namespace
}  // namespace ziping::content
