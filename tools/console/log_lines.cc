#include "tools/console/log_lines.h"

#include <utility>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "nlohmann/json.hpp"

namespace norn::tools {

LogLines::LogLines(std::ostream& out, LogFormat format, std::function<absl::Time()> now)
    : out_(out), format_(format), now_(std::move(now)), stream_(this) {}

LogLines::~LogLines() {
  if (!line_.empty()) Write(std::exchange(line_, {}));
  out_.flush();
}

int LogLines::overflow(int c) {
  if (c == traits_type::eof()) return 0;
  const char one = traits_type::to_char_type(c);
  xsputn(&one, 1);
  return c;
}

std::streamsize LogLines::xsputn(const char* text, std::streamsize size) {
  for (std::streamsize i = 0; i < size; ++i) {
    if (text[i] == '\n') {
      Write(std::exchange(line_, {}));
    } else {
      line_ += text[i];
    }
  }
  return size;
}

int LogLines::sync() {
  out_.flush();
  return out_.good() ? 0 : -1;
}

void LogLines::Write(const std::string& line) {
  if (format_ == LogFormat::kBare) {
    out_ << line << "\n";
    return;
  }
  absl::string_view message = line;
  const char* const level = absl::ConsumePrefix(&message, "norn: ") ? "error" : "info";
  const std::string time = absl::FormatTime("%Y-%m-%dT%H:%M:%SZ", now_(), absl::UTCTimeZone());
  if (format_ == LogFormat::kPlain) {
    out_ << time << " " << level << " " << message << "\n";
    return;
  }
  nlohmann::ordered_json entry;
  entry["time"] = time;
  entry["level"] = level;
  entry["message"] = std::string(message);
  // Names of files may be any bytes.
  out_ << entry.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << "\n";
}

}  // namespace norn::tools
