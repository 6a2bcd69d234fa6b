#include "tools/shell/inline_image.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "tools/shell/png_pixels.h"

namespace norn::tools {
namespace {

// Also of a terminal on another machine; one that says nothing knows nothing.
constexpr int kAnswerMilliseconds = 500;

// Keys come one by one and are not shown while this lives.
class RawMode {
 public:
  RawMode() : is_set_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!is_set_) return;
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    is_set_ = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
  }
  ~RawMode() {
    if (is_set_) tcsetattr(STDIN_FILENO, TCSANOW, &before_);
  }
  RawMode(const RawMode&) = delete;
  RawMode& operator=(const RawMode&) = delete;

  bool is_set() const { return is_set_; }

 private:
  termios before_ = {};
  bool is_set_;
};

// In chunks, as the protocol wants it; in as many columns as the terminal has at most.
std::string KittyImage(absl::string_view png, size_t columns) {
  constexpr size_t kChunk = 4096;
  const std::string encoded = absl::Base64Escape(png);
  std::string out;
  for (size_t at = 0; at < encoded.size(); at += kChunk) {
    const bool is_last = at + kChunk >= encoded.size();
    absl::StrAppend(&out, "\033_G", at == 0 ? absl::StrCat("a=T,f=100,q=2,c=", columns, ",") : "",
                    "m=", is_last ? 0 : 1, ";", encoded.substr(at, kChunk), "\033\\");
  }
  return absl::StrCat(out, "\n");
}

// Of 6 × 6 × 6 colours, the nearest.
constexpr int kLevels = 6;
int ColourOf(const std::array<uint8_t, 3>& pixel) {
  int colour = 0;
  for (const int value : pixel) colour = colour * kLevels + (value * (kLevels - 1) + 127) / 255;
  return colour;
}

void AppendRun(char sixel, size_t count, std::string& out) {
  if (count > 3) {
    absl::StrAppend(&out, "!", count, std::string(1, sixel));
  } else {
    out.append(count, sixel);
  }
}

// Six rows: for each colour that is in them a line of sixels, each of which says in which of the
// six the colour is.
void AppendBand(const Pixels& pixels, size_t top, std::string& out) {
  std::map<int, std::string> lines;
  for (size_t x = 0; x < pixels.width; ++x) {
    for (size_t y = top; y < std::min(top + 6, pixels.height); ++y) {
      std::string& line = lines[ColourOf(pixels.rows[y * pixels.width + x])];
      if (line.empty()) line.assign(pixels.width, '\0');
      line[x] = static_cast<char>(line[x] | 1 << (y - top));
    }
  }
  for (const auto& [colour, line] : lines) {
    absl::StrAppend(&out, "#", colour);
    for (size_t x = 0; x < line.size();) {
      const size_t end = std::min(line.find_first_not_of(line[x], x), line.size());
      AppendRun(static_cast<char>(line[x] + '?'), end - x, out);
      x = end;
    }
    out.push_back('$');
  }
  out.push_back('-');
}

std::string SixelImage(const Pixels& pixels) {
  std::string out = absl::StrCat("\033P0;1q\"1;1;", pixels.width, ";", pixels.height);
  for (int colour = 0; colour < kLevels * kLevels * kLevels; ++colour) {
    const auto percent = [](int level) { return level % kLevels * 100 / (kLevels - 1); };
    absl::StrAppend(&out, "#", colour, ";2;", percent(colour / kLevels / kLevels), ";",
                    percent(colour / kLevels), ";", percent(colour));
  }
  for (size_t top = 0; top < pixels.height; top += 6) AppendBand(pixels, top, out);
  return absl::StrCat(out, "\033\\\n");
}

}  // namespace

ImageAnswer ReadImageAnswer(absl::string_view bytes) {
  ImageAnswer answer;
  if (absl::StrContains(bytes, "\033_Gi=31;OK")) answer.protocol = ImageProtocol::kKitty;
  const size_t begin = bytes.find("\033[?");
  const size_t end = begin == absl::string_view::npos ? begin : bytes.find('c', begin);
  if (end == absl::string_view::npos) return answer;
  answer.is_whole = true;
  if (answer.protocol == ImageProtocol::kKitty) return answer;
  const std::vector<absl::string_view> attributes =
      absl::StrSplit(bytes.substr(begin + 3, end - begin - 3), ';');
  constexpr absl::string_view kSixels = "4";
  if (std::find(attributes.begin(), attributes.end(), kSixels) != attributes.end()) {
    answer.protocol = ImageProtocol::kSixel;
  }
  return answer;
}

ImageProtocol AskTerminal() {
  const RawMode raw;
  if (!raw.is_set()) return ImageProtocol::kNone;
  const auto asked = static_cast<ssize_t>(kImageQuestion.size());
  if (write(STDOUT_FILENO, kImageQuestion.data(), kImageQuestion.size()) != asked) {
    return ImageProtocol::kNone;
  }
  std::string bytes;
  pollfd terminal = {STDIN_FILENO, POLLIN, 0};
  constexpr size_t kMost = 4096;
  while (bytes.size() < kMost && poll(&terminal, 1, kAnswerMilliseconds) == 1) {
    char some[256];
    const ssize_t count = read(STDIN_FILENO, some, sizeof(some));
    if (count <= 0) break;
    bytes.append(some, static_cast<size_t>(count));
    const ImageAnswer answer = ReadImageAnswer(bytes);
    if (answer.is_whole) return answer.protocol;
  }
  return ImageProtocol::kNone;
}

TerminalArea AreaOfTerminal() {
  TerminalArea area;
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return area;
  if (size.ws_col > 0) area.columns = size.ws_col;
  if (size.ws_xpixel > 0) area.pixels = size.ws_xpixel;
  return area;
}

absl::StatusOr<std::string> InlineImage(absl::string_view png, ImageProtocol protocol,
                                        const TerminalArea& area) {
  NORN_ASSIGN_OR_RETURN(const Pixels pixels, PixelsOfPng(png));
  if (protocol == ImageProtocol::kSixel) return SixelImage(Within(pixels, area.pixels));
  // A narrow picture is not made wider than it is.
  const size_t columns = pixels.width * area.columns / std::max(pixels.width, area.pixels);
  return KittyImage(png, std::max<size_t>(1, columns));
}

}  // namespace norn::tools
