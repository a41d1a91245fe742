#pragma once

#include "record/document_result.h"
#include "record/schema.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace ziping {

/// Rows of one table of a document, compressed; without the document's name, which is their first cell.
struct PackedRows {
  int table = 0;  ///< index into tables()
  std::string bytes;

  bool operator==(const PackedRows&) const = default;
};

/// A document as workers send it and the store keeps it. It says nothing of where the file lay: files of
/// the same content share it.
struct PackedDocument {
  Status status = Status::ok;
  std::string error_code, error;  ///< where status is failed
  int pages = 0;
  std::size_t records = 0;
  std::size_t contradictions = 0;  ///< findings that disagree
  std::vector<PackedRows> rows;    ///< in the order of tables(); a long table in several pieces

  bool operator==(const PackedDocument&) const = default;
};

/// Pieces hold about 1 MB of cells each, so that who reads them holds little.
PackedDocument pack(const DocumentResult& document);

/// Gives the rows in their order; their first cell is empty, and the sink may fill it. Throws OutputError
/// where the bytes are not those that pack() made; rows before the fault may have been given then.
void unpack(const PackedRows& rows, const std::function<void(Row&)>& sink);

/// Whether all rows of a document can be unpacked: asked of what a worker sends.
bool is_sound(const PackedDocument& document);

}  // namespace ziping
