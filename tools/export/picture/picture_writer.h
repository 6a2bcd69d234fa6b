// A picture in one of its formats.
//
//   NORN_RETURN_IF_ERROR(WritePicture(picture, PictureFormat::kSvg, "", out));
#ifndef NORN_TOOLS_EXPORT_PICTURE_PICTURE_WRITER_H_
#define NORN_TOOLS_EXPORT_PICTURE_PICTURE_WRITER_H_

#include <cstdint>
#include <ostream>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "tools/export/picture/picture.h"

namespace norn::tools {

enum class PictureFormat : uint8_t { kDot, kSvg, kPng, kText };

// `layout` is one of kLayouts, or empty: chosen by the picture's size.
absl::Status WritePicture(const Picture& picture, PictureFormat format, absl::string_view layout,
                          std::ostream& out);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_PICTURE_PICTURE_WRITER_H_
