#include "tools/shell/line_source.h"

#include <utility>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"

namespace norn::tools {
namespace {

// Editors on Windows begin a file with it.
constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

class StreamLines : public LineSource {
 public:
  explicit StreamLines(std::istream& in) : in_(in) {}

  std::optional<std::string> Read(const std::string&) override {
    std::string line;
    if (!std::getline(in_, line)) return std::nullopt;
    if (std::exchange(is_first_, false))
      line = std::string(absl::StripPrefix(line, kByteOrderMark));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
  }
  void Remember(const std::string&) override {}

 private:
  std::istream& in_;
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<LineSource> MakeStreamLines(std::istream& in) {
  return std::make_unique<StreamLines>(in);
}

}  // namespace norn::tools
