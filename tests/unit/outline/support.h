#pragma once

#include "normalize/clean_text.h"
#include "outline/outline.h"

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace ziping {

/// The words of patterns/fields.toml, read here so that these tests need no pattern set.
inline const OutlineWords& field_words() {
  static const OutlineWords words = [] {
    OutlineWords out;
    toml::table file = toml::parse_file(std::string(ZIPING_PATTERN_DIR) + "/fields.toml");
    auto each = [&](std::string_view block, auto add) {
      if (auto* blocks = file[block].as_array())
        for (auto& node : *blocks)
          for (auto& text : *node.as_table()->at("text").as_array())
            add(*node.as_table(), text.value_or(std::string()));
    };
    auto list = [&](std::string_view block, WordList& into) {
      each(block, [&](const toml::table&, std::string text) { into.push_back(text); });
    };
    each("label", [&](const toml::table& b, std::string text) {
      out.labels.push_back({b["field"].value_or(std::string()), text, b["priority"].value_or(0)});
    });
    auto kinds = [&](std::string_view block, WordTable<OutlineWords::KindWord>& into) {
      each(block, [&](const toml::table& b, std::string text) {
        into.push_back({b["kind"].value_or(std::string()), text, b["weight"].value_or(0)});
      });
    };
    kinds("kind", out.kinds);
    kinds("outline_kind", out.outline_kinds);
    list("title", out.title_words);
    list("title_lead", out.title_leads);
    list("not_title", out.not_title_words);
    list("placeholder", out.placeholders);
    list("generic_project", out.generic_projects);
    list("heading_word", out.heading_words);
    list("heading_tail", out.heading_tails);
    list("form_word", out.form_words);
    list("organisation_word", out.organisation_words);
    return out;
  }();
  return words;
}

/// The outline of a clean text written by hand.
inline Outline outline_of(std::string text, const FormPlaces& places = {}) {
  CleanText clean;
  clean.text = std::move(text);
  return outline(clean, field_words(), places);
}

}  // namespace ziping
