// Rows of a table as RFC 4180 has them, with any delimiter: quotes, doubled quotes, line breaks in
// quotes. Untrusted input: a row is limited in size.
//
//   TableRows rows(in, ';', limit);
//   while (rows.Next()) if (rows.is_too_long()) Refuse(); else Use(rows.fields(), rows.number());
#ifndef NORN_INGEST_READ_SYNTAX_TABLE_ROWS_H_
#define NORN_INGEST_READ_SYNTAX_TABLE_ROWS_H_

#include <cstddef>
#include <istream>
#include <string>
#include <vector>

namespace norn::ingest {

class TableRows {
 public:
  // `in` outlives it.
  TableRows(std::istream& in, char delimiter, size_t max_row_bytes)
      : in_(in), delimiter_(delimiter), max_row_bytes_(max_row_bytes) {}

  // Goes to the next row that is not empty; false at the end.
  bool Next();

  const std::vector<std::string>& fields() const { return fields_; }
  // Beyond the limit nothing of it is kept.
  bool is_too_long() const { return bytes_ > max_row_bytes_; }
  size_t number() const { return number_; }  // of rows that are not empty, from 1

 private:
  // To the field's end; the character behind it.
  int ReadField(std::string& field);
  int Get();
  void Keep(int c, std::string& field);

  std::istream& in_;
  const char delimiter_;
  const size_t max_row_bytes_;
  std::vector<std::string> fields_;
  size_t bytes_ = 0;
  size_t number_ = 0;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_SYNTAX_TABLE_ROWS_H_
