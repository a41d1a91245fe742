#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// What the name of a file says of it. `unnamed`: it has no extension (`附件1.自评报告` has none either:
/// an extension is one to five ASCII letters and digits), so the content has to say it.
enum class NameKind { document, archive, unnamed, other };

/// .pdf .txt .md
const std::vector<std::string>& document_extensions();
/// .zip .7z .rar .tar .tgz .tar.gz .tbz2 .tar.bz2 .txz .tar.xz
const std::vector<std::string>& archive_extensions();

NameKind kind_of_name(std::string_view name);

enum class ArchiveKind { none, zip, seven_zip, rar4, rar5, tar, tar_gzip, tar_bzip2, tar_xz };

/// Bytes of a file's beginning that tell its kind.
inline constexpr std::size_t kHeadBytes = 1024;

/// The kind by the first kHeadBytes of a file. Documents that are zips inside (docx, xlsx, odt, epub, ofd,
/// jar) are `none`; what is in a gzip, bzip2 or xz file shows only when it is opened.
ArchiveKind kind_of_content(std::string_view head);

/// `%PDF-` within the first kHeadBytes, as readers of PDF files look for it.
bool has_pdf_header(std::string_view head);

/// Whether the entries of a RAR 5 archive are packed as one stream, so that passing one costs unpacking it.
bool is_solid_rar5(std::string_view head);

}  // namespace ziping
