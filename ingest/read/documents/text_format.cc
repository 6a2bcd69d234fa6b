#include "ingest/read/documents/text_format.h"

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "ingest/read/documents/plain_text.h"
#include "ingest/read/text/text_encoding.h"

namespace norn::ingest {
namespace {

Fit Fits(const Input& /*input*/) { return Fit::kAnyText; }

void Read(Input& input, const FormatOptions& options, FormatOutput& output) {
  const InputName name = input.name();
  absl::StatusOr<std::string> bytes = input.ReadAll(options.max_article_bytes);
  if (!bytes.ok()) return output.AddProblem(name.place, bytes.status());
  absl::StatusOr<DecodedText> decoded = ToUtf8(*std::move(bytes), options.encoding, "");
  if (!decoded.ok()) return output.AddProblem(name.place, decoded.status());
  absl::StatusOr<proto::Article> article =
      ReadPlainText(name.name, std::move(decoded->text), options.max_article_bytes);
  if (!article.ok()) return output.AddProblem(name.place, article.status());
  if (decoded->is_guess) output.AddNote(name.place, GuessNote(*decoded));
  article->set_origin(name.origin);
  output.Add(*std::move(article));
}

}  // namespace

const Format& TextFormat() {
  static constexpr Format kFormat = {"plain text", &Fits, &Read};
  return kFormat;
}

const RegisterFormat kText(TextFormat());

}  // namespace norn::ingest
