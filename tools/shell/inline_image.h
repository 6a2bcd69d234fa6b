// Pictures among the lines of a terminal, where it says that it can show them: by kitty's graphics
// protocol, or by sixels.
//
//   const ImageProtocol protocol = AskTerminal();
//   absl::StatusOr<std::string> bytes = InlineImage(png, protocol, columns, pixels);
#ifndef NORN_TOOLS_SHELL_INLINE_IMAGE_H_
#define NORN_TOOLS_SHELL_INLINE_IMAGE_H_

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::tools {

enum class ImageProtocol : uint8_t { kNone, kKitty, kSixel };

// What a terminal is asked: whether it takes one pixel by kitty's protocol, and what it is (its
// device attributes, which every terminal answers, and which say whether it knows sixels).
inline constexpr absl::string_view kImageQuestion =
    "\033_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\033\\\033[c";

// Of what came back so far; `is_whole` once the device attributes are there.
struct ImageAnswer {
  ImageProtocol protocol = ImageProtocol::kNone;
  bool is_whole = false;
};
ImageAnswer ReadImageAnswer(absl::string_view bytes);

// Asks the terminal on standard input and output; kNone where it does not answer at once.
ImageProtocol AskTerminal();

struct TerminalArea {
  size_t columns = 80;
  size_t pixels = 800;  // its width
};
TerminalArea AreaOfTerminal();

// What shows the picture, no wider than the terminal. kInvalidArgument for what is no PNG that
// Graphviz draws (8 bits a channel, not interlaced).
absl::StatusOr<std::string> InlineImage(absl::string_view png, ImageProtocol protocol,
                                        const TerminalArea& area);

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_INLINE_IMAGE_H_
