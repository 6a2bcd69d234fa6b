#include "ingest/read/syntax/table_rows.h"

#include <streambuf>
#include <utility>

namespace norn::ingest {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();

}  // namespace

int TableRows::Get() { return in_.rdbuf()->sbumpc(); }

void TableRows::Keep(int c, std::string& field) {
  if (++bytes_ <= max_row_bytes_) field += static_cast<char>(c);
}

int TableRows::ReadField(std::string& field) {
  int c = Get();
  if (c == '"') {
    for (c = Get(); c != kEnd; c = Get()) {
      if (c == '"') {
        c = Get();
        if (c != '"') break;
      }
      Keep(c, field);
    }
  }
  // What stands behind a closing quote is of the field too: programs write such.
  for (; c != kEnd && c != '\n' && c != delimiter_; c = Get()) Keep(c, field);
  if (!field.empty() && field.back() == '\r' && c != delimiter_) field.pop_back();
  return c;
}

bool TableRows::Next() {
  for (int behind = '\n'; behind != kEnd;) {
    fields_.clear();
    bytes_ = 0;
    do {
      std::string field;
      behind = ReadField(field);
      fields_.push_back(std::move(field));
    } while (behind == delimiter_);
    if (fields_.size() > 1 || !fields_[0].empty()) {
      ++number_;
      return true;
    }
  }
  return false;
}

}  // namespace norn::ingest
