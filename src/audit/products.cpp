#include "audit/checks.h"
#include "audit/choices.h"

#include <fmt/format.h>

#include <optional>
#include <vector>

namespace ziping {
namespace {

/// What a unit price is per: 人·月 is persons and months.
std::vector<std::string> split_per(std::string_view per) {
  constexpr std::string_view kDot = "·";
  std::vector<std::string> parts;
  while (!per.empty()) {
    std::string_view part = per.substr(0, per.find(kDot));
    parts.emplace_back(part);
    per.remove_prefix(std::min(per.size(), part.size() + kDot.size()));
  }
  return parts;
}

/// How often a period comes in a year; empty for what is no period.
std::optional<int> times_a_year(const std::string& period) {
  if (period == "年" || period == "学年" || period == "次") return 1;
  if (period == "月") return 12;
  if (period == "季度" || period == "季") return 4;
  if (period == "学期") return 2;
  return std::nullopt;
}

bool is_person(const std::string& word) {
  return word == "人" || word == "名" || word == "生" || word == "人次";
}

/// The figure counts what the price is per: persons for 人, 亩 for 亩.
bool counts(const Mention& quantity, const std::string& noun) {
  const std::string& unit = quantity.quantity.unit;
  if (!quantity.per.empty() || quantity.change != Change::none) return false;
  if (noun.empty() || is_person(noun)) return unit == "person" || unit == "person_time";
  return unit == noun || (noun == "户" && unit == "household");
}

struct Product {
  const Fact *price, *quantity, *amount;
  int times = 1;
  Decimal value;
  Severity severity = Severity::disagree;
};

class ProductCheck {
 public:
  ProductCheck(const Relation& relation, Ledger& ledger, const Entry& price)
      : relation_(relation), ledger_(ledger), price_(price) {
    for (const std::string& part : split_per(price.mention->per)) {
      if (auto times = times_a_year(part)) {
        times_.push_back(*times);
      } else if (part == "天" || part == "日") {
        days_ = true;
      } else {
        noun_ = part;
      }
    }
  }

  void run() {
    std::vector<const Entry*> amounts = amounts_of_sentence();
    bool own = !amounts.empty();
    if (!own)
      for (const Choice& total : choices(relation_, "total", ledger_, price_)) amounts.push_back(total.entry);
    std::optional<Product> best;
    for (const Entry& quantity : ledger_.sentence(price_))
      if (quantity.fact && counts(*quantity.mention, noun_))
        for (const Entry* amount : amounts)
          for (int times : factors()) keep(take(quantity, *amount, times), best);
    if (best) report(*best);
  }

 private:
  std::vector<const Entry*> amounts_of_sentence() const {
    std::vector<const Entry*> amounts;
    for (const Entry& entry : ledger_.sentence(price_)) {
      const Mention& mention = *entry.mention;
      if (entry.fact && mention.per.empty() && mention.kind == Kind::amount &&
          mention.change != Change::increase && relation_.fits("amount", mention.detail))
        amounts.push_back(&entry);
    }
    return amounts;
  }

  /// How often the price is paid: by its period, or as often as days and months in the sentence say.
  std::vector<int> factors() const {
    std::vector<int> factors = days_ ? std::vector<int>() : std::vector<int>{1};
    for (int times : times_)
      if (times != 1) factors.push_back(times);
    for (const Entry& entry : ledger_.sentence(price_)) {
      const std::string& unit = entry.mention->quantity.unit;
      bool period = unit == "天" || unit == "个月" || unit == "月" || unit == "日";
      if (period && entry.fact)
        if (auto whole = small_whole(entry.fact->value)) factors.push_back(*whole);
    }
    return factors;
  }

  static std::optional<int> small_whole(const Decimal& value) {
    for (int n = 2; n <= 366; ++n)
      if (value == Decimal(n)) return n;
    return std::nullopt;
  }

  Product take(const Entry& quantity, const Entry& amount, int times) const {
    const Fact &price = *price_.fact, &count = *quantity.fact;
    Product product{&price, &count, &*amount.fact, times};
    Decimal factor(times);
    product.value = price.value * count.value * factor;
    Decimal slack = (price.slack * count.value + count.slack * price.value) * factor;
    product.severity = judge(*product.amount, product.value, slack);
    return product;
  }

  void keep(const Product& product, std::optional<Product>& best) const {
    bool fits = product.severity != Severity::disagree ||
                near(product.value, product.amount->value, relation_.number("near", 1)) ||
                is_slip(product.value, product.amount->value);
    if (fits && (!best || product.severity < best->severity)) best = product;
  }

  void report(const Product& product) {
    if (ledger_.claimed(relation_, *product.amount)) return;
    std::string times = product.times == 1 ? "" : fmt::format(" x {}", product.times);
    ledger_.add(relation_, product.severity, *product.amount, product.value,
                {product.price, product.quantity},
                fmt::format("{} x {}{} is {}; stated is {}.", product.quantity->shown, product.price->shown,
                            times, restated(*product.amount, product.value), product.amount->shown));
  }

  const Relation& relation_;
  Ledger& ledger_;
  const Entry& price_;
  std::string noun_;
  std::vector<int> times_;
  bool days_ = false;
};

}  // namespace

void checks::product(const Relation& relation, Ledger& ledger) {
  for (const Ledger::Match& match : ledger.matches(relation, "price")) {
    const Mention& mention = *match.entry->mention;
    bool unit_price = mention.kind == Kind::amount && !mention.per.empty() && mention.role != Role::prior;
    if (unit_price && !match.entry->fact->value.zero()) ProductCheck(relation, ledger, *match.entry).run();
  }
}

}  // namespace ziping
