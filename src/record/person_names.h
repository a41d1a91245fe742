#pragma once

#include <cstddef>
#include <string_view>

namespace ziping {

/// The end of a person's name that begins at `at`: 张三, 张 三, 欧阳明, 买买提·艾力; `at` itself where none
/// does. A name begins with a known surname, has two to four characters and ends where Han characters end;
/// 单位, 项目 and such words are none.
std::size_t name_end(std::u32string_view text, std::size_t at);

}  // namespace ziping
