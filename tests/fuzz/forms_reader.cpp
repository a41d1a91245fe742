// Any text: as a document whose forms were flattened, and as a table drawn with pipes.
#include "form/example_table.h"
#include "form/read_forms.h"
#include "fuzz.h"
#include "pipeline.h"

#include <stdexcept>

namespace ziping::fuzz {
namespace {

void read_drawn(const std::string& text) {
  ExampleTable drawn;
  try {
    drawn = read_example_table(text);
  } catch (const std::logic_error&) {
    return;  // squares without a cell: the fault of who drew it
  }
  FormPages pages;
  pages.tables.push_back(std::move(drawn.table));
  read_forms_in(drawn.clean, house_patterns(), pages);
  for (const Form& form : pages.forms)
    for (const CellUse& use : form.uses)
      require(use.cell.table == 0 && use.cell.cell < static_cast<int>(pages.tables[0].cells.size()),
              "a used cell exists");
}

}  // namespace
}  // namespace ziping::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ziping;
  const std::string text = fuzz::text_of(data, size);
  if (text.substr(0, 1024).find("%PDF-") != std::string::npos) return 0;
  fuzz::check(process({"input.txt", text, ""}, fuzz::house_patterns()));
  if (text.find('|') != std::string::npos) fuzz::read_drawn(text);
  return 0;
}
