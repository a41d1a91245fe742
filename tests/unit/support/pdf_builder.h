#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ziping::testing {

/// Writes small PDFs for tests: objects, a cross-reference table that fits, pages of given content.
///   PdfBuilder pdf;
///   pdf.add_page("BT /F1 12 Tf 72 700 Td (Hello) Tj ET");
///   std::string bytes = pdf.bytes();
/// Every page has the fonts added so far (F1 is Helvetica) and, if any, the XObjects.
class PdfBuilder {
 public:
  PdfBuilder() { add_font("/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"); }

  /// Adds an object, e.g. `<< /Type /Font >>`, and gives its number.
  int add_object(std::string body) {
    objects_.push_back(std::move(body));
    return static_cast<int>(objects_.size()) + kFirst - 1;
  }

  int add_stream(const std::string& dictionary, const std::string& data) {
    return add_object("<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" +
                      data + "\nendstream");
  }

  /// The entries of a font dictionary; gives the name for `Tf`: F1, F2, ...
  std::string add_font(const std::string& entries) {
    const std::string name = "F" + std::to_string(++font_count_);
    fonts_ += "/" + name + " " + std::to_string(add_object("<< " + entries + " >>")) + " 0 R ";
    return name;
  }

  /// A font of Chinese characters whose two-byte codes are UTF-16BE.
  std::string add_chinese_font(const std::string& encoding = "UniGB-UCS2-H") {
    const int descendant = add_object(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>");
    return add_font("/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /" + encoding +
                    " /DescendantFonts [" + std::to_string(descendant) + " 0 R]");
  }

  /// An XObject for `Do`: X1, X2, ...
  std::string add_xobject(const std::string& dictionary, const std::string& data) {
    const std::string name = "X" + std::to_string(++xobject_count_);
    xobjects_ +=
        "/" + name + " " + std::to_string(add_stream("/Type /XObject " + dictionary, data)) + " 0 R ";
    return name;
  }

  /// A page of 595 x 842 points; `entries` go into its dictionary and may replace its
  /// `/MediaBox`, `/Resources` and `/Contents`;
  /// `stream_entries` into that of its content (`/Filter /AHx`).
  void add_page(const std::string& content, const std::string& entries = "",
                const std::string& stream_entries = "") {
    const int stream = add_stream(stream_entries, content);
    pages_.push_back({stream, entries});
  }

  /// More entries of the catalogue: `/OCProperties << >>`.
  void set_catalog(const std::string& entries) { catalog_ = entries; }

  /// The file. Objects 1 and 2 are the catalogue and the page tree.
  std::string bytes() const {
    std::vector<std::string> all = {"<< /Type /Catalog /Pages 2 0 R " + catalog_ + " >>", page_tree()};
    all.insert(all.end(), objects_.begin(), objects_.end());
    for (const Page& page : pages_) all.push_back(page_dictionary(page));

    std::string out = "%PDF-1.5\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string offset = std::to_string(out.size());
      table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
      out += std::to_string(i + 1) + " 0 obj\n" + all[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(all.size() + 1);
    const std::string start = std::to_string(out.size());
    return out + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size +
           " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
  }

 private:
  static constexpr int kFirst = 3;

  struct Page {
    int content;
    std::string entries;
  };

  std::string page_tree() const {
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i)
      kids += std::to_string(kFirst + objects_.size() + i) + " 0 R ";
    return "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "] >>";
  }

  std::string page_dictionary(const Page& page) const {
    const auto has = [&](const char* key) { return page.entries.find(key) != std::string::npos; };
    std::string out = "<< /Type /Page /Parent 2 0 R " + page.entries;
    if (!has("/Contents")) out += " /Contents " + std::to_string(page.content) + " 0 R";
    if (!has("/MediaBox")) out += " /MediaBox [0 0 595 842]";
    if (!has("/Resources"))
      out += " /Resources << /Font << " + fonts_ + ">> /XObject << " + xobjects_ + ">> >>";
    return out + " >>";
  }

  std::vector<std::string> objects_;
  std::vector<Page> pages_;
  std::string fonts_, xobjects_, catalog_;
  int font_count_ = 0, xobject_count_ = 0;
};

/// UTF-16BE in hexadecimal for `Tj`: 年 -> <5E74>.
inline std::string hex_string(std::u16string_view text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "<";
  for (char16_t ch : text)
    for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(ch >> shift) & 15];
  return out + ">";
}

}  // namespace ziping::testing
