// A model of analysis as bytes: named sections of numbers and words behind a header that says what
// they are. It is mapped or linked into the program and read in place.
//
//   ModelWriter writer;
//   writer.AddMatrix("tag", rows, columns, weights);
//   std::string bytes = writer.Finish();
//   absl::StatusOr<ModelFile> model = ModelFile::Open(bytes);      // bytes outlive it
//   absl::StatusOr<QuantisedRows> tag = model->Matrix("tag");
//
// Layout, all little-endian: "NORNANLZ", version (32 bits), count of sections (32 bits), size of
// the whole (64 bits), XXH3 of all that follows the header (64 bits); for each section its name (24
// bytes, zero-padded), kind, rows, columns (32 bits each), its offset from the start and its size
// (64 bits each); the sections, each at a multiple of 64. A matrix is its rows' scales (32-bit
// floats), then rows * columns signed bytes: value = byte * scale of its row.
#ifndef NORN_INGEST_ANALYSIS_NEURAL_MODEL_FILE_H_
#define NORN_INGEST_ANALYSIS_NEURAL_MODEL_FILE_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace norn::ingest {

inline constexpr uint32_t kModelVersion = 2;

// The checksum in the header of bytes that Open accepts, as they stand there.
absl::string_view ModelChecksum(absl::string_view bytes);

// A matrix of bytes with a scale for each row.
struct QuantisedRows {
  int rows = 0;
  int columns = 0;
  absl::Span<const float> scales;
  absl::Span<const int8_t> bytes;

  absl::Span<const int8_t> Row(int row) const {
    return bytes.subspan(static_cast<size_t>(row) * columns, columns);
  }
};

class ModelFile {
 public:
  // kFailedPrecondition for another version's model; kDataLoss for bytes that are not a whole
  // model. `bytes` must begin at a multiple of 8 and outlive the model.
  static absl::StatusOr<ModelFile> Open(absl::string_view bytes);

  // kDataLoss where there is no such section of that kind.
  absl::StatusOr<QuantisedRows> Matrix(absl::string_view name) const;
  absl::StatusOr<absl::Span<const float>> Floats(absl::string_view name) const;
  absl::StatusOr<absl::Span<const uint32_t>> Numbers(absl::string_view name) const;
  absl::StatusOr<absl::Span<const uint8_t>> Bytes(absl::string_view name) const;
  absl::StatusOr<std::vector<std::string>> Words(absl::string_view name) const;

 private:
  struct Section {
    uint32_t kind = 0;
    uint32_t rows = 0;
    uint32_t columns = 0;
    absl::string_view bytes;
  };
  absl::StatusOr<Section> Find(absl::string_view name, uint32_t kind) const;

  std::map<std::string, Section, std::less<>> sections_;
};

// Names are of at most 23 bytes.
class ModelWriter {
 public:
  // `values` row by row; each row is rounded to 127 steps either way.
  void AddMatrix(absl::string_view name, int rows, int columns, absl::Span<const float> values);
  void AddFloats(absl::string_view name, absl::Span<const float> values);
  void AddNumbers(absl::string_view name, absl::Span<const uint32_t> values);
  void AddBytes(absl::string_view name, absl::Span<const uint8_t> values);
  // Words hold no line break.
  void AddWords(absl::string_view name, absl::Span<const std::string> words);

  std::string Finish() const;

 private:
  struct Section {
    std::string name;
    uint32_t kind = 0;
    uint32_t rows = 0;
    uint32_t columns = 0;
    std::string bytes;
  };
  void Add(absl::string_view name, uint32_t kind, uint32_t rows, uint32_t columns,
           std::string bytes);

  std::vector<Section> sections_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_NEURAL_MODEL_FILE_H_
