#pragma once

#include "pattern/figure.h"

namespace ziping {

/// True where a word of a list or range and another number stand behind this one.
bool list_follows(const Passage& passage, const Figure& figure);
/// True where nothing but such a word stands between two figures.
bool follows(const Passage& passage, const Figure& earlier, const Figure& later);
/// True where the numbers that wait and `figure` are one list.
bool is_list(const Passage& passage, const std::vector<Figure>& waiting, const Figure& figure);
/// True where a number or value ends so close before `start` that a minus between them is no sign.
bool range_open(const Found& found, std::size_t start);
/// 80~90万元, 3至5天, 70%到80%: takes the number or value before into `figure` as its lower end.
/// 从280元到320元 is a movement and stays two values.
void join_range(const Passage& passage, Found& found, Figure& figure);

}  // namespace ziping
