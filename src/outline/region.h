#pragma once

#include <string>
#include <string_view>

namespace ziping {

/// The place that a name or a title begins with, by the grammar of its suffixes (省, 自治区, 市, 州, 盟,
/// 县, 区, 旗, 镇, 乡, 街道), without any list of places: 云泽市河东区教育局 -> 云泽市河东区.
/// Empty where it begins with none: 市场监督管理局, 县级财政, 教育部.
std::string_view leading_place(std::string_view text);

}  // namespace ziping
