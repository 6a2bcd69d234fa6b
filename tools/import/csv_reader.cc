#include "tools/import/csv_reader.h"

#include <algorithm>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

constexpr int kEnd = -1;
constexpr size_t kPieceBytes = size_t{256} << 10;

absl::Status TooLong(size_t limit, absl::string_view hint) {
  return absl::InvalidArgumentError(absl::StrCat("a row of more than ", limit, " bytes", hint));
}

}  // namespace

CsvReader::CsvReader(std::istream& in, const CsvDialect& dialect, size_t max_row_bytes)
    : in_(in), dialect_(dialect), max_row_bytes_(max_row_bytes), piece_(kPieceBytes, '\0') {
  for (const char c : {dialect_.delimiter, dialect_.quote, '\r', '\n'}) {
    ends_plain_[static_cast<unsigned char>(c)] = true;
  }
  constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";
  // No text begins with the mark's first byte otherwise.
  if (Peek() != static_cast<unsigned char>(kByteOrderMark[0])) return;
  for (size_t i = 0; i < kByteOrderMark.size(); ++i) Get();
}

int CsvReader::Fill() {
  in_.read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
  at_ = piece_.data();
  end_ = at_ + in_.gcount();
  return at_ == end_ ? kEnd : static_cast<unsigned char>(*at_);
}

void CsvReader::TakePlain(std::string& text) {
  const char* const stop = std::find_if(
      at_, end_, [this](char c) { return ends_plain_[static_cast<unsigned char>(c)]; });
  text.append(at_, stop);
  row_bytes_ += static_cast<size_t>(stop - at_);
  at_ = stop;
}

absl::Status CsvReader::ReadQuoted(Field& field) {
  field.quoted = true;
  while (true) {
    TakePlain(field.text);
    if (row_bytes_ > max_row_bytes_) return TooLong(max_row_bytes_, "; is a quote not closed?");
    const int c = Get();
    if (c == kEnd) return absl::InvalidArgumentError("a quote is opened and not closed");
    if (c == quote() && Peek() != quote()) return absl::OkStatus();
    if (c == quote()) Get();
    field.text.push_back(static_cast<char>(c));
  }
}

absl::StatusOr<bool> CsvReader::ReadField(Field& field) {
  field.text.clear();
  field.quoted = false;
  if (Peek() == quote()) {
    Get();
    NORN_RETURN_IF_ERROR(ReadQuoted(field));
  }
  while (true) {
    if (!field.quoted) TakePlain(field.text);
    if (row_bytes_ > max_row_bytes_) return TooLong(max_row_bytes_, "");
    int c = Get();
    if (c == '\r' && Peek() == '\n') c = Get();
    if (c == static_cast<unsigned char>(dialect_.delimiter)) return true;
    if (c == '\n' || c == kEnd) return false;
    if (field.quoted || c == quote()) {
      return absl::InvalidArgumentError(
          "a quote within a field: quote the whole field, and double the quotes in it");
    }
    field.text.push_back(static_cast<char>(c));
  }
}

absl::StatusOr<bool> CsvReader::Next(std::vector<Field>& row) {
  while (Peek() != kEnd) {
    row_line_ = line_;
    row_bytes_ = 0;
    size_t count = 0;
    for (bool more = true; more; ++count) {
      if (count == row.size()) row.emplace_back();
      NORN_ASSIGN_OR_RETURN(more, ReadField(row[count]));
    }
    row.resize(count);
    if (count > 1 || row[0].quoted || !row[0].text.empty()) return true;
  }
  return false;
}

}  // namespace norn::tools
