#include "pattern/numeral.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <vector>

namespace ziping {
namespace {

/// A piece of a number: figures, a place (十 百 千 万 亿), a zero that fills empty places.
struct Token {
  enum Type { figures, digit, place, zero } type;
  Decimal value;  ///< of figures and digits
  int power = 0;  ///< of a place: 1 2 3 4 8
};

struct NumeralChar {
  char32_t ch;
  Token::Type type;
  int value;  ///< a digit's value, a place's power
};

constexpr NumeralChar kChars[] = {
    {U'零', Token::zero, 0},  {U'〇', Token::zero, 0},  {U'一', Token::digit, 1}, {U'二', Token::digit, 2},
    {U'两', Token::digit, 2}, {U'三', Token::digit, 3}, {U'四', Token::digit, 4}, {U'五', Token::digit, 5},
    {U'六', Token::digit, 6}, {U'七', Token::digit, 7}, {U'八', Token::digit, 8}, {U'九', Token::digit, 9},
    {U'壹', Token::digit, 1}, {U'贰', Token::digit, 2}, {U'叁', Token::digit, 3}, {U'肆', Token::digit, 4},
    {U'伍', Token::digit, 5}, {U'陆', Token::digit, 6}, {U'柒', Token::digit, 7}, {U'捌', Token::digit, 8},
    {U'玖', Token::digit, 9}, {U'十', Token::place, 1}, {U'百', Token::place, 2}, {U'千', Token::place, 3},
    {U'万', Token::place, 4}, {U'亿', Token::place, 8}, {U'拾', Token::place, 1}, {U'佰', Token::place, 2},
    {U'仟', Token::place, 3},
};

constexpr std::size_t kIndexSize = 0x5200;  ///< every numeral character but 〇 lies in U+4E00..U+9FFF

/// For each character of that block: its place in kChars and one, or 0.
constexpr auto kIndex = [] {
  std::array<std::uint8_t, kIndexSize> index{};
  for (std::size_t i = 0; i < std::size(kChars); ++i)
    if (kChars[i].ch >= 0x4E00) index[kChars[i].ch - 0x4E00] = static_cast<std::uint8_t>(i + 1);
  return index;
}();

const NumeralChar* numeral_char(char32_t ch) {
  if (ch == U'〇') return &kChars[1];
  if (ch < 0x4E00 || ch >= 0x4E00 + kIndexSize) return nullptr;
  auto at = kIndex[ch - 0x4E00];
  return at == 0 ? nullptr : &kChars[at - 1];
}

/// A bit for each last twelve bits of a numeral character of three bytes: by the second byte, then the third.
constexpr auto kWideNumerals = [] {
  std::array<std::uint64_t, 64> bits{};
  for (const NumeralChar& numeral : kChars)
    bits[numeral.ch >> 6 & 0x3F] |= std::uint64_t{1} << (numeral.ch & 0x3F);
  return bits;
}();

using Tokens = std::vector<Token>;

const Decimal kTooLarge = Decimal(1).shifted(24);  ///< a number from here on is none, whatever its unit
constexpr int kMaxWordDecimals = 12;               ///< 二点一五…

/// The value of tokens [begin, end) all below 10^limit; empty for a shape that is no number.
std::optional<Decimal> value_of(const Tokens& tokens, std::size_t begin, std::size_t end, int limit);

/// A last digit right behind a place counts in the next lower one: 一万三 = 13000, 一百五 = 150.
std::optional<Decimal> tail_of(const Tokens& tokens, std::size_t begin, std::size_t end, int power) {
  if (begin == end) return Decimal(0);
  bool short_form = end - begin == 1 && tokens[begin].type == Token::digit && power > 1;
  if (short_form) return tokens[begin].value.shifted(power == 8 ? 7 : power - 1);
  if (tokens[begin].type == Token::zero) ++begin;
  return begin == end ? std::nullopt : value_of(tokens, begin, end, power);
}

std::optional<Decimal> value_of(const Tokens& tokens, std::size_t begin, std::size_t end, int limit) {
  if (begin == end) return std::nullopt;
  for (int power : {8, 4, 3, 2, 1}) {
    std::size_t at = end;
    while (at > begin && !(tokens[at - 1].type == Token::place && tokens[at - 1].power == power)) --at;
    if (at == begin) continue;
    if (power >= limit && !(power == 8 && limit > 8)) return std::nullopt;
    std::size_t place = at - 1;
    std::optional<Decimal> head;
    if (place == begin) {
      if (power == 1 || begin == 0) head = Decimal(1);  // 十五, 一百十五; never 一万百
    } else if (place - begin == 1 && tokens[begin].type != Token::place) {
      head = tokens[begin].type == Token::zero ? std::nullopt : std::optional(tokens[begin].value);
    } else {
      head = power >= 4 ? value_of(tokens, begin, place, power == 8 ? 9 : 4) : std::nullopt;
      if (power < 4 && place - begin == 2 && tokens[begin].type == Token::zero)
        head = tokens[begin + 1].value;
    }
    auto tail = tail_of(tokens, at, end, power);
    if (!head || !tail) return std::nullopt;
    if (head->decimals() > 0 && !tail->zero()) return std::nullopt;  // 2.5万3千
    return head->shifted(power) + *tail;
  }
  if (end - begin != 1 || tokens[begin].type == Token::zero) return std::nullopt;
  return tokens[begin].value < Decimal(1).shifted(limit) ? std::optional(tokens[begin].value) : std::nullopt;
}

/// 二〇二三 and 〇五: digits by position, told from 三五 (three to five) by a zero or four digits.
std::optional<Decimal> positional(const Tokens& tokens) {
  Decimal value;
  bool has_zero = false;
  for (const Token& token : tokens) {
    if (token.type != Token::digit && token.type != Token::zero) return std::nullopt;
    has_zero |= token.type == Token::zero;
    value = value.shifted(1) + token.value;
  }
  return tokens.size() == 1 || has_zero || tokens.size() >= 4 ? std::optional(value) : std::nullopt;
}

/// Reads 28,281.37 at `at`; commas only before groups of three digits.
std::size_t figures_end(std::string_view text, std::size_t at) {
  auto digits = [&](std::size_t from) {
    std::size_t end = from;
    while (end < text.size() && is_digit(static_cast<unsigned char>(text[end]))) ++end;
    return end - from;
  };
  std::size_t end = at + digits(at);
  if (end - at <= 3)
    while (end < text.size() && text[end] == ',' && digits(end + 1) == 3) end += 4;
  if (end < text.size() && text[end] == '.' && digits(end + 1) > 0) end += 1 + digits(end + 1);
  return end;
}

/// Figures without their commas as a number; empty for over 30 digits.
std::optional<Decimal> value_of_figures(std::string_view figures) {
  if (figures.find(',') == std::string_view::npos) return Decimal::parse(figures);
  std::string digits;
  std::copy_if(figures.begin(), figures.end(), std::back_inserter(digits), [](char c) { return c != ','; });
  return Decimal::parse(digits);
}

/// Whether a piece of a number may stand at `at`, behind another one.
bool goes_on(std::string_view text, std::size_t at) {
  char32_t ch = char_at(text, at);
  return begins_numeral(ch) || ch == U'多' || ch == U'余' || ch == U'点';
}

/// Most numbers: figures with nothing behind them that belongs to the number, 2110.5 or 28,281.37.
std::optional<Numeral> plain_figures(std::string_view text, std::size_t at) {
  if (!is_digit(static_cast<unsigned char>(text[at]))) return std::nullopt;
  Numeral out;
  out.end = figures_end(text, at);
  if (goes_on(text, out.end)) return std::nullopt;
  out.value = value_of_figures(text.substr(at, out.end - at));
  bool refused = !out.value || *out.value >= kTooLarge;
  return refused ? std::nullopt : std::optional(out);
}

/// Most words that look like numbers: one digit or 十 alone, 一 in 一是 or 统一.
std::optional<Numeral> plain_word(std::string_view text, std::size_t at) {
  Numeral out;
  out.end = at;
  const NumeralChar* numeral = numeral_char(next_char(text, out.end));
  bool value = numeral != nullptr && (numeral->type != Token::place || numeral->value == 1);
  if (!value || goes_on(text, out.end)) return std::nullopt;
  out.value = Decimal(numeral->type == Token::place ? 10 : numeral->value);
  out.chinese = true;
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<Numeral> read() {
    std::size_t start = at_;
    while (at_ < text_.size() && step()) {
    }
    if (at_ == start || tokens_.empty()) return std::nullopt;
    out_.end = at_;
    out_.chinese = !arabic_;
    out_.value = evaluate();
    if (out_.value && *out_.value >= kTooLarge) refuse("over 24 digits");
    if (!out_.value && *out_.fault == 0) out_.fault = "not one number";
    return out_;
  }

 private:
  void refuse(const char* fault) {
    out_.value.reset();
    out_.fault = fault;
  }

  /// Takes one more piece; false at the number's end.
  bool step() {
    if (is_digit(static_cast<unsigned char>(text_[at_]))) return take_figures();
    std::size_t next = at_;
    char32_t ch = next_char(text_, next);
    if (const NumeralChar* numeral = numeral_char(ch)) return take(*numeral, next);
    if ((ch == U'多' || ch == U'余') && !tokens_.empty() && !out_.more) return take_more(next);
    if (ch == U'点' && can_take_point(next)) return take_point(next);
    return false;
  }

  bool take_figures() {
    if (!tokens_.empty() && tokens_.back().type != Token::place && tokens_.back().type != Token::zero)
      return false;
    std::size_t end = figures_end(text_, at_);
    auto value = value_of_figures(text_.substr(at_, end - at_));
    if (!value) out_.fault = "over 30 digits";
    tokens_.push_back({Token::figures, value.value_or(Decimal()), 0});
    at_ = end;
    arabic_ = true;
    return true;
  }

  bool take(const NumeralChar& numeral, std::size_t next) {
    if (numeral.type == Token::place && numeral.value == 3 && is_metric(char_at(text_, next))) return false;
    if (numeral.type != Token::place && !tokens_.empty() && tokens_.back().type == Token::figures)
      return false;
    Token token{numeral.type, Decimal(numeral.type == Token::place ? 0 : numeral.value), 0};
    if (numeral.type == Token::place) {
      token.power = numeral.value;
      out_.multiplied |= arabic_;
    }
    if (out_.more && numeral.type != Token::place) return false;
    tokens_.push_back(token);
    at_ = next;
    return true;
  }

  /// 千瓦, 千米, 千克: the 千 belongs to the unit.
  static bool is_metric(char32_t ch) { return ch == U'瓦' || ch == U'米' || ch == U'克' || ch == U'伏'; }

  /// 20多万, 2.3万余: the word belongs to the number; what may follow is a place.
  bool take_more(std::size_t next) {
    out_.more = true;
    at_ = next;
    return true;
  }

  bool can_take_point(std::size_t next) const {
    if (arabic_ || tokens_.empty() || out_.more || next >= text_.size()) return false;
    const NumeralChar* after = numeral_char(char_at(text_, next));
    return after != nullptr && after->type != Token::place;
  }

  /// 二点一五: the whole part becomes figures with decimals.
  bool take_point(std::size_t next) {
    auto whole = evaluate();
    if (!whole) return false;
    Decimal value = *whole;
    int decimals = 0;
    while (next < text_.size()) {
      std::size_t after = next;
      const NumeralChar* digit = numeral_char(next_char(text_, after));
      if (digit == nullptr || digit->type == Token::place) break;
      value = value + Decimal(digit->value).shifted(-++decimals);
      next = after;
    }
    if (decimals > kMaxWordDecimals) out_.fault = "over 12 decimals in words";
    tokens_.assign(1, {Token::figures, value, 0});
    at_ = next;
    return true;
  }

  std::optional<Decimal> evaluate() const {
    if (*out_.fault != 0 || is_bare_place()) return std::nullopt;
    if (tokens_.size() == 1 && tokens_[0].type != Token::place) return tokens_[0].value;
    if (auto value = positional(tokens_)) return value;
    return value_of(tokens_, 0, tokens_.size(), 30);
  }

  /// 万元, 百姓: a place without a figure is no number; 十 is.
  bool is_bare_place() const {
    return std::all_of(tokens_.begin(), tokens_.end(),
                       [](const Token& t) { return t.type == Token::place && t.power > 1; });
  }

  std::string_view text_;
  std::size_t at_;
  Tokens tokens_;
  Numeral out_;
  bool arabic_ = false;
};

}  // namespace

bool begins_numeral(char32_t ch) {
  return is_digit(ch) || numeral_char(ch) != nullptr;
}

std::size_t next_numeral(std::string_view text, std::size_t at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  while (at < text.size()) {
    if (byte(at) < 0xE0) {
      if (is_digit(byte(at))) return at;
      ++at;
    } else {
      bool wide = byte(at) < 0xF0 && at + 2 < text.size();
      bool likely = wide && (kWideNumerals[byte(at + 1) & 0x3F] >> (byte(at + 2) & 0x3F) & 1) != 0;
      if (likely && begins_numeral(char_at(text, at))) return at;
      at += wide ? 3 : 4;
    }
  }
  return text.size();
}

std::optional<Numeral> read_numeral(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (auto plain = plain_figures(text, at)) return plain;
  if (auto plain = plain_word(text, at)) return plain;
  return Reader(text, at).read();
}

}  // namespace ziping
