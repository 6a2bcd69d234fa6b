#include "ingest/read/format/collecting_output.h"

#include <sstream>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace norn::ingest {

void CollectingOutput::Add(proto::Article article) { articles.push_back(std::move(article)); }

void CollectingOutput::AddProblem(std::string place, absl::Status problem) {
  problems.push_back({std::move(place), std::move(problem)});
}

void CollectingOutput::AddNote(std::string place, std::string note) {
  notes.push_back({std::move(place), std::move(note)});
}

void CollectingOutput::Read(Input& inner) {
  proto::Article article;
  article.set_name(inner.name().name);
  article.set_origin(inner.name().origin);
  constexpr size_t kMostBytes = size_t{1} << 24;
  absl::StatusOr<std::string> bytes = inner.ReadAll(kMostBytes);
  if (bytes.ok()) article.set_text(*std::move(bytes));
  Add(std::move(article));
}

std::string CollectingOutput::Problem() const {
  return absl::StrJoin(problems, "; ", [](std::string* out, const ReadProblem& problem) {
    absl::StrAppend(out, problem.place, ": ", problem.status.message());
  });
}

CollectingOutput ReadBytes(const Format& format, const std::string& name, const std::string& bytes,
                           const FormatOptions& options) {
  std::istringstream stream(bytes);
  Input input({name, name, absl::StrCat("/n/", name)}, stream);
  CollectingOutput output;
  format.read(input, options, output);
  return output;
}

bool Fits(const Format& format, const std::string& name, const std::string& bytes) {
  std::istringstream stream(bytes);
  const Input input({name, name, absl::StrCat("/n/", name)}, stream);
  return format.fits(input) != Fit::kNone;
}

}  // namespace norn::ingest
