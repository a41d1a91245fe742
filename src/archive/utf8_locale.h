#pragma once

#include <locale.h>
#include <clocale>

namespace ziping {

/// While it lives, this thread's characters are UTF-8. libarchive turns the UTF-16 names of 7z and RAR and
/// the flagged names of zip into the characters of the locale, and in the C locale of a program that never
/// calls setlocale() gives no name at all. The program's own locale stays as it is.
class Utf8Locale {
 public:
  Utf8Locale() : before_(shared() != nullptr ? uselocale(shared()) : nullptr) {}
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;
  ~Utf8Locale() {
    if (before_ != nullptr) uselocale(before_);
  }

  /// Made once, for the life of the program; none where the system has no UTF-8 locale.
  static locale_t shared() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

 private:
  locale_t before_;
};

}  // namespace ziping
