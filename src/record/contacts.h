#pragma once

#include "record/document_result.h"

#include <functional>
#include <string>
#include <string_view>

namespace ziping {

/// Whether digits that stand alone, 13800138000, are a figure of the document and no telephone number.
using FigureTest = std::function<bool(std::string_view digits)>;

/// Puts `*` for each character of a telephone number, an identity number, the name before the `@` of a mail
/// address, and a person's name behind a word that announces one: 联系人：** 联系电话：***********. The text
/// keeps its count of characters. Numbers of hotlines (12345, 12393) stay, and so do figures: digits with a
/// unit, a decimal point or separators, and those that `is_figure` knows.
std::string without_contacts(std::string text, const FigureTest& is_figure);

/// The same for a text of this document, whose mentions are its figures.
std::string without_contacts(std::string text, const DocumentResult& document);

/// A cell that stands behind the cell `label` in its row: a name where the label is 联系人, a number where
/// it is 联系电话.
std::string without_contacts_of_cell(std::string_view label, std::string text,
                                     const DocumentResult& document);

}  // namespace ziping
