// Rows of a CSV file as RFC 4180 has them: quotes, doubled quotes, line breaks within quotes; \n
// and \r\n. Untrusted input: a row is limited in size.
//
//   CsvReader reader(in);
//   std::vector<CsvReader::Field> row;
//   while (true) {
//     NORN_ASSIGN_OR_RETURN(const bool more, reader.Next(row));
//     if (!more) break;
//   }
#ifndef NORN_TOOLS_IMPORT_CSV_READER_H_
#define NORN_TOOLS_IMPORT_CSV_READER_H_

#include <array>
#include <cstddef>
#include <istream>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace norn::tools {

struct CsvDialect {
  char delimiter = ',';
  char quote = '"';
};

class CsvReader {
 public:
  struct Field {
    std::string text;
    bool quoted = false;  // "" is an empty text, nothing at all is no value
    bool operator==(const Field&) const = default;
  };

  // A byte order mark at the beginning is passed over.
  explicit CsvReader(std::istream& in, const CsvDialect& dialect = {},
                     size_t max_row_bytes = size_t{16} << 20);

  // The next row that is not blank, into `row`, whose strings are used again; false at the end.
  // kInvalidArgument, without the place, for a quote that is not closed or stands in the middle of
  // a field, and for a row that is too large.
  absl::StatusOr<bool> Next(std::vector<Field>& row);

  // The line on which the last row began, from 1.
  size_t line() const { return row_line_; }

 private:
  absl::Status ReadQuoted(Field& field);
  // Up to a delimiter or the line's end; true if the row goes on.
  absl::StatusOr<bool> ReadField(Field& field);
  // Appends what is neither delimiter, quote nor line break, as far as the piece goes.
  void TakePlain(std::string& text);
  // The next byte, or -1 at the end.
  int Peek() { return at_ == end_ ? Fill() : static_cast<unsigned char>(*at_); }
  int Get() {
    const int c = Peek();
    ++row_bytes_;
    if (c >= 0) ++at_;
    if (c == '\n') ++line_;
    return c;
  }
  int Fill();
  int quote() const { return static_cast<unsigned char>(dialect_.quote); }

  std::istream& in_;
  CsvDialect dialect_;
  size_t max_row_bytes_;
  std::array<bool, 256> ends_plain_ = {};
  std::string piece_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  size_t line_ = 1;
  size_t row_line_ = 0;
  size_t row_bytes_ = 0;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_IMPORT_CSV_READER_H_
