#pragma once

#include <string>
#include <string_view>

namespace ziping {

/// Opens what clean_entry_name() needs, so that it works where no file can be opened any more.
void open_name_decoder();

/// The name of an entry for people and tables, from the bytes that stand in the archive: strict UTF-8,
/// else GB18030 (zips of Chinese Windows carry no flag), else bytes as `%C4`. `/` separators; without
/// `..`, empty parts, leading slash and drive; control and direction characters as U+FFFD; at most
/// kMaxEntryName bytes (the middle is left out); `unnamed` where nothing stays. Never a path to write to.
std::string clean_entry_name(std::string_view raw);
inline constexpr std::size_t kMaxEntryName = 1024;

/// Files that programs leave behind: `__MACOSX/`, `Thumbs.db`, `desktop.ini`, `~$` locks of Office, and
/// hidden names (`.DS_Store`, `._a.pdf`), which are left out of folders too.
bool is_junk_name(std::string_view clean_name);

}  // namespace ziping
