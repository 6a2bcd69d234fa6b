#include "tools/csv_reader.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

}  // namespace

CsvReader::CsvReader(std::istream& in, const CsvDialect& dialect, size_t max_row_bytes)
    : in_(in), dialect_(dialect), max_row_bytes_(max_row_bytes) {
  constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";
  // No text begins with the mark's first byte otherwise.
  if (in_.peek() != static_cast<unsigned char>(kByteOrderMark[0])) return;
  for (size_t i = 0; i < kByteOrderMark.size(); ++i) in_.get();
}

int CsvReader::Get() {
  const int c = in_.get();
  ++row_bytes_;
  if (c == '\n') ++line_;
  return c;
}

absl::Status CsvReader::ReadQuoted(Field& field) {
  field.quoted = true;
  for (int c = Get();; c = Get()) {
    if (c == kEnd) return absl::InvalidArgumentError("a quote is opened and not closed");
    if (row_bytes_ > max_row_bytes_) {
      return absl::InvalidArgumentError(
          absl::StrCat("a row of more than ", max_row_bytes_, " bytes; is a quote not closed?"));
    }
    if (c == dialect_.quote && in_.peek() != dialect_.quote) return absl::OkStatus();
    if (c == dialect_.quote) Get();
    field.text.push_back(static_cast<char>(c));
  }
}

absl::StatusOr<bool> CsvReader::ReadField(Field& field) {
  if (in_.peek() == dialect_.quote) {
    Get();
    NORN_RETURN_IF_ERROR(ReadQuoted(field));
  }
  for (int c = Get();; c = Get()) {
    if (c == '\r' && in_.peek() == '\n') c = Get();
    if (c == dialect_.delimiter) return true;
    if (c == '\n' || c == kEnd) return false;
    if (field.quoted || c == dialect_.quote) {
      return absl::InvalidArgumentError(
          "a quote within a field: quote the whole field, and double the quotes in it");
    }
    if (row_bytes_ > max_row_bytes_) {
      return absl::InvalidArgumentError(
          absl::StrCat("a row of more than ", max_row_bytes_, " bytes"));
    }
    field.text.push_back(static_cast<char>(c));
  }
}

absl::StatusOr<bool> CsvReader::Next(std::vector<Field>& row) {
  while (in_.peek() != kEnd) {
    row.clear();
    row_line_ = line_;
    row_bytes_ = 0;
    for (bool more = true; more;) {
      Field field;
      NORN_ASSIGN_OR_RETURN(more, ReadField(field));
      row.push_back(std::move(field));
    }
    if (row.size() > 1 || row[0].quoted || !row[0].text.empty()) return true;
  }
  return false;
}

}  // namespace norn::tools
