// Rows of a CSV file as RFC 4180 has them: quotes, doubled quotes, line breaks within quotes; \n
// and \r\n. Untrusted input: a row is limited in size.
//
//   CsvReader reader(in);
//   std::vector<CsvReader::Field> row;
//   while (true) {
//     NORN_ASSIGN_OR_RETURN(const bool more, reader.Next(row));
//     if (!more) break;
//   }
#ifndef NORN_TOOLS_CSV_READER_H_
#define NORN_TOOLS_CSV_READER_H_

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

  // The next row that is not blank; false at the end. kInvalidArgument, without the place, for a
  // quote that is not closed or stands in the middle of a field, and for a row that is too large.
  absl::StatusOr<bool> Next(std::vector<Field>& row);

  // The line on which the last row began, from 1.
  size_t line() const { return row_line_; }

 private:
  absl::Status ReadQuoted(Field& field);
  // Up to a delimiter or the line's end; true if the row goes on.
  absl::StatusOr<bool> ReadField(Field& field);
  int Get();

  std::istream& in_;
  CsvDialect dialect_;
  size_t max_row_bytes_;
  size_t line_ = 1;
  size_t row_line_ = 0;
  size_t row_bytes_ = 0;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_CSV_READER_H_
