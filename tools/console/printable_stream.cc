#include "tools/console/printable_stream.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "base/printable.h"
#include "base/utf8.h"

namespace norn::tools {
namespace {

// How many bytes a character takes by its first one.
size_t SequenceLength(unsigned char first) {
  if (first >= 0xF0) return 4;
  if (first >= 0xE0) return 3;
  return first >= 0xC2 ? 2 : 1;
}

// Where the last character begins that is not whole, or a \r of which it is not known yet whether a
// line break follows; the text's size if there is none.
size_t WholeLength(absl::string_view text) {
  if (!text.empty() && text.back() == '\r') return text.size() - 1;
  for (size_t back = 1; back <= std::min<size_t>(3, text.size()); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (base::IsContinuation(text[text.size() - back])) continue;
    return SequenceLength(byte) > back ? text.size() - back : text.size();
  }
  return text.size();
}

}  // namespace

PrintableBuffer::~PrintableBuffer() { WriteRaw(base::Printable(held_)); }

bool PrintableBuffer::WriteRaw(absl::string_view bytes) {
  const auto size = static_cast<std::streamsize>(bytes.size());
  return sink_->sputn(bytes.data(), size) == size;
}

int PrintableBuffer::overflow(int c) {
  if (c == traits_type::eof()) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
}

std::streamsize PrintableBuffer::xsputn(const char* text, std::streamsize size) {
  const absl::string_view added(text, static_cast<size_t>(size));
  const std::string joined = held_.empty() ? std::string() : absl::StrCat(held_, added);
  const absl::string_view all = held_.empty() ? added : absl::string_view(joined);
  const size_t whole = WholeLength(all);
  std::string rest(all.substr(whole));
  if (!WriteRaw(base::Printable(all.substr(0, whole)))) return 0;
  held_ = std::move(rest);
  return size;
}

int PrintableBuffer::sync() { return sink_->pubsync(); }

std::ostream& operator<<(std::ostream& out, const TerminalSequence& sequence) {
  auto* const buffer = dynamic_cast<PrintableBuffer*>(out.rdbuf());
  if (buffer == nullptr) return out << sequence.bytes;
  if (!buffer->WriteRaw(sequence.bytes)) out.setstate(std::ios::badbit);
  return out;
}

}  // namespace norn::tools
