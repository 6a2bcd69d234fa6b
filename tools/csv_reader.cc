#include "tools/csv_reader.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

}  // namespace

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
    if (c == '"' && in_.peek() != '"') return absl::OkStatus();
    if (c == '"') Get();
    field.text.push_back(static_cast<char>(c));
  }
}

absl::StatusOr<bool> CsvReader::ReadField(Field& field) {
  if (in_.peek() == '"') {
    Get();
    NORN_RETURN_IF_ERROR(ReadQuoted(field));
  }
  for (int c = Get();; c = Get()) {
    if (c == '\r' && in_.peek() == '\n') c = Get();
    if (c == ',') return true;
    if (c == '\n' || c == kEnd) return false;
    if (field.quoted || c == '"') {
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
