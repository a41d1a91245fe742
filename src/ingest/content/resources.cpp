#include "ingest/content/resources.h"

#include "ingest/content/operand.h"

#include <algorithm>

namespace ziping::content {
namespace {

constexpr const char* kNames[] = {"Font", "XObject", "ColorSpace", "Pattern", "ExtGState", "Properties"};

constexpr std::size_t kMaxKnown = 4'000;  // names of a dictionary

double between_0_and_1(double value) {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

}  // namespace

void Resources::push(const Object& dict) {
  Frame& frame = frames_.emplace_back();
  frame.number = ++opened_;
  if (dict.isDict()) frame.dict = dict.copy();
}

const Object& Resources::category(Frame& frame, Category category) {
  std::optional<Object>& known = frame.categories[category];
  if (!known) known = frame.dict.isDict() ? frame.dict.dictLookup(kNames[category]) : Object(objNull);
  return *known;
}

Object Resources::find(std::string_view name, Category wanted) {
  const std::string key(name);
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame) {
    const Object& entries = category(*frame, wanted);
    if (!entries.isDict()) continue;
    const Object& found = entries.dictLookupNF(key.c_str());
    if (!found.isNull()) return found.copy();
  }
  return Object(objNull);
}

/// A font of one dictionary; null where that has none that can be used.
const Font* Resources::font_of(Frame& frame, std::string_view name) {
  for (const auto& [known, font] : frame.fonts)
    if (known == name) return font;
  const Object& entries = category(frame, kFonts);
  if (!entries.isDict()) return nullptr;
  const std::string key(name);
  const Object& entry = entries.dictLookupNF(key.c_str());
  const Font* font = entry.isNull() ? nullptr : fonts_.font(entry, key.c_str());
  if (frame.fonts.size() < kMaxKnown) frame.fonts.emplace_back(key, font);
  return font;
}

const Font* Resources::font(std::string_view name) {
  for (auto frame = frames_.rbegin(); frame != frames_.rend(); ++frame)
    if (const Font* found = font_of(*frame, name)) return found;
  poppler::complain("Unknown font tag '" + std::string(name) + "'");
  return nullptr;
}

const StateSettings* Resources::settings(std::string_view name) {
  Frame& here = frames_.back();
  for (const auto& [known, settings] : here.settings)
    if (known == name) return &settings;
  const Object entry = find(name, kStates);
  if (entry.isNull()) {
    poppler::complain("ExtGState '" + std::string(name) + "' is unknown");
    return nullptr;
  }
  if (here.settings.size() >= kMaxKnown) throw GaveUp{"graphics states without end"};
  const Object dict = entry.fetch(&xref_);
  if (!dict.isDict()) {
    poppler::complain("ExtGState '" + std::string(name) + "' is wrong type");
    return nullptr;
  }
  return &here.settings.emplace_back(std::string(name), read_settings(dict)).second;
}

StateSettings Resources::read_settings(const Object& dict) {
  StateSettings settings;
  const auto number = [&](const char* key) {
    const Object value = dict.dictLookup(key);
    return value.isNum() ? std::optional(value.getNum()) : std::nullopt;
  };
  settings.line_width = number("LW");
  if (const auto opacity = number("ca")) settings.fill_opacity = between_0_and_1(*opacity);
  if (const auto opacity = number("CA")) settings.stroke_opacity = between_0_and_1(*opacity);
  const Object font = dict.dictLookup("Font");
  if (font.isArray() && font.arrayGetLength() == 2) {
    const Object& entry = font.arrayGetNF(0);
    const Object size = font.arrayGet(1);
    if (entry.isRef() && size.isNum()) {
      settings.font = fonts_.font(entry, "");
      settings.font_size = size.getNum();
    }
  }
  return settings;
}

Object Resources::colour_space(std::string_view name) {
  return find(name, kColourSpaces).fetch(&xref_);
}

bool Resources::has_colour_spaces() {
  return std::any_of(frames_.begin(), frames_.end(),
                     [&](Frame& frame) { return category(frame, kColourSpaces).isDict(); });
}

Object Resources::x_object(std::string_view name) {
  return find(name, kXObjects);
}

Object Resources::pattern(std::string_view name) {
  return find(name, kPatterns);
}

Object Resources::property(std::string_view name) {
  return find(name, kProperties);
}

}  // namespace ziping::content
