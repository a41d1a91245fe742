#pragma once

#include "form/form.h"

#include <string>

namespace ziping {

/// Letters that an OCR layer reads for digits as digits: IO -> 10, O76% -> 076%. Other text is left.
std::string ocr_digits(std::string text);

/// Repairs what an OCR layer has misread in the rows of a form, where type, score or arithmetic confirms
/// it (domain.md 4): 290% with a full score for 91.5% is ≥90%; a rate of 958% that the amounts say is 95%.
/// The printed text stays, the row's `repair` says why the value differs.
void repair_ocr(Form& form);

}  // namespace ziping
