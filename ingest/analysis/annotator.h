// Lemmas, tags, names and trees of a text whose tokens and sentences are known, by the models that
// are linked into the program.
//
//   const Annotator& annotator = Annotator::BuiltIn();
//   if (annotator.Reads("nb")) std::vector<Name> names = annotator.Annotate(text);
#ifndef NORN_INGEST_ANALYSIS_ANNOTATOR_H_
#define NORN_INGEST_ANALYSIS_ANNOTATOR_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/neural/analysis_model.h"

namespace norn::ingest {

// What fills in tags and trees: the models, or, in tests, trees that are given.
class Parser {
 public:
  virtual ~Parser() = default;

  // Fills in the tokens' lemma, upos, feats, deprel and head, by the text's language, and returns
  // the names found, typed and with the model's label. Nothing for a language that it does not
  // read. Safe to call from many threads.
  virtual std::vector<Name> Annotate(AnnotatedText& text) const = 0;

  // Changes whenever the same text could be read in another way.
  virtual const std::string& version() const = 0;
};

class Annotator : public Parser {
 public:
  // The models that ship. They are checked by a test; damage is a fault of ours and ends the
  // program.
  static const Annotator& BuiltIn();

  // From the bytes of models (neural/model_file.h), which outlive the annotator. kDataLoss or
  // kFailedPrecondition for a damaged model or one of another version.
  static absl::StatusOr<Annotator> FromModels(absl::Span<const absl::string_view> models);

  // Of the models' bytes.
  const std::string& version() const override { return version_; }

  bool Reads(absl::string_view language) const { return ModelFor(language) != nullptr; }

  std::vector<Name> Annotate(AnnotatedText& text) const override;

 private:
  const AnalysisModel* ModelFor(absl::string_view language) const;

  std::vector<std::unique_ptr<const AnalysisModel>> models_;
  std::string version_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_ANALYSIS_ANNOTATOR_H_
