// Writes a table as an Arrow IPC file (Feather V2), which pandas, Polars, DuckDB and R read without
// a detour. Rows are held back a batch at a time, so that a table of any length takes bounded
// memory.
//
//   ArrowFile file({{"name", ArrowType::kText}, {"count", ArrowType::kInteger}}, out);
//   file.AddText(0, "Oslo");
//   file.AddInteger(1, 3);
//   file.EndRow();      // what was not added is null
//   file.Finish();
//
// The format is https://arrow.apache.org/docs/format/Columnar.html, version 1.0 (metadata V5).
#ifndef NORN_TOOLS_EXPORT_FORMATS_ARROW_FILE_H_
#define NORN_TOOLS_EXPORT_FORMATS_ARROW_FILE_H_

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::tools {

enum class ArrowType : uint8_t { kText, kBoolean, kInteger, kReal, kTextList };

struct ArrowField {
  std::string name;
  ArrowType type = ArrowType::kText;
};

class ArrowFile {
 public:
  ArrowFile(std::vector<ArrowField> fields, std::ostream& out, size_t rows_in_batch = 1 << 16);
  ArrowFile(const ArrowFile&) = delete;
  ArrowFile& operator=(const ArrowFile&) = delete;

  // The value of a column in the row that is written, of the column's type.
  void AddText(size_t column, absl::string_view text);
  void AddBoolean(size_t column, bool value);
  void AddInteger(size_t column, int64_t value);
  void AddReal(size_t column, double value);
  void AddTexts(size_t column, const std::vector<std::string>& texts);

  // Columns that were not added to are null in this row.
  void EndRow();

  // Once, behind the last row.
  void Finish();

 private:
  // The texts of a column, or of the items of its lists.
  struct Texts {
    std::vector<int32_t> ends = {0};
    std::string bytes;
    void Add(absl::string_view text);
  };
  struct Column {
    std::vector<bool> is_there;
    std::string fixed;  // the bytes of numbers; of booleans a byte each
    Texts texts;        // of a list: its items
    std::vector<int32_t> list_ends = {0};
  };
  struct Block {
    int64_t offset = 0;
    int32_t metadata_size = 0;
    int64_t body_size = 0;
  };
  class Body;

  void WriteSchema();
  void WriteBatch();
  void AddColumn(size_t column, Body& body) const;
  // The message with its length before it; gives where it was written.
  Block WriteMessage(const uint8_t* metadata, size_t size, absl::string_view body);
  void Write(absl::string_view bytes);
  bool IsFull() const;

  const std::vector<ArrowField> fields_;
  std::ostream& out_;
  const size_t rows_in_batch_;
  int64_t written_ = 0;
  size_t rows_ = 0;
  std::vector<Column> columns_;
  std::vector<Block> batches_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_FORMATS_ARROW_FILE_H_
