// A format that is read: how its bytes are recognised, and how articles come out of them. One file
// a format, which registers it.
//
//   const Format& RssFormat();   // in rss.h, for its test
//   const RegisterFormat kRss(RssFormat());   // in rss.cc
#ifndef NORN_INGEST_READ_FORMAT_FORMAT_H_
#define NORN_INGEST_READ_FORMAT_FORMAT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "ingest/read/format/field_map.h"
#include "ingest/read/format/input.h"
#include "proto/article.pb.h"

namespace norn::ingest {

struct FormatOptions {
  size_t max_article_bytes = size_t{16} << 20;
  // A file that is read as a whole before its articles are cut out of it.
  size_t max_file_bytes = size_t{256} << 20;
  FieldMap fields;
  std::string
      encoding;  // of text and pages, whatever they say; empty: what they say, or their bytes
};

// Where a format's reader puts what it finds.
class FormatOutput {
 public:
  virtual ~FormatOutput() = default;
  // `origin` stays empty where the source gives an id of its own, which is the name then.
  virtual void Add(proto::Article article) = 0;
  // What cannot be read, with what to mend.
  virtual void AddProblem(std::string place, absl::Status problem) = 0;
  // What a reader of the graph should know of what was read.
  virtual void AddNote(std::string place, std::string note) = 0;
  // What lies inside: a file of its own, in whatever format.
  virtual void Read(Input& inner) = 0;
};

// How surely an input is of a format, the surer the greater: the surest format reads it.
enum class Fit {
  kNone,
  kAnyText,    // nothing speaks against plain text
  kName,       // the file's name says so
  kLikely,     // its beginning has the format's look
  kContent,    // its beginning is the format's own: its outermost element, its header lines
  kSignature,  // its first bytes are those that the format prescribes
  kInside,     // and so is what they hold: a zip that is a document
};

struct Format {
  absl::string_view name;  // "RSS": what Article.format says
  // By the beginning of its bytes; by the file's name only where bytes cannot tell.
  Fit (*fits)(const Input& input);
  void (*read)(Input& input, const FormatOptions& options, FormatOutput& output);
};

// For a constant at namespace level, in a library that is linked as a whole (alwayslink).
class RegisterFormat {
 public:
  // `format` lives as long as the program.
  explicit RegisterFormat(const Format& format);
};

// Those that are registered, by name.
const std::vector<const Format*>& AllFormats();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_FORMAT_FORMAT_H_
