#pragma once

#include "outline/cover.h"

#include <span>
#include <string>
#include <string_view>

namespace ziping {

/// Fills fiscal year, organisation, project, date, region and kind of a report from its cover, its title, its
/// headings and, for the year, its first words. A field that none of them gives stays empty: nothing
/// is borrowed from another report of the file.
/// `sections` are the report's own.
void fill_fields(std::string_view text, const Cover& cover, std::span<const Section> sections,
                 const OutlineWords& words, Report& report);

/// The kind with the largest sum of weights of the words that title and headings hold; empty for none.
std::string document_kind(std::string_view title, std::string_view opening, std::span<const Section> sections,
                          const OutlineWords& words);

/// The office a title begins with: 某县教育局2023年度… -> 某县教育局. Empty where it names none.
std::string_view office_in_title(std::string_view title, const OutlineWords& words);

/// The project a title names: place, office, year and title words left out; empty where it names none.
std::string project_in_title(std::string_view title, const OutlineWords& words);

}  // namespace ziping
