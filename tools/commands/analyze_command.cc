// norn analyze: tags, names and trees of a text.
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "ingest/analysis/annotator.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/lexicon/lexicon_set.h"
#include "ingest/prepare/language.h"
#include "ingest/read/reader.h"
#include "tools/commands/analysis_format.h"
#include "tools/commands/subcommand.h"
#include "tools/console/exit_code.h"
#include "tools/console/streams.h"

namespace norn::tools {
namespace {

using ingest::AnnotatedText;
using ingest::Annotator;
using ingest::ConlluSentence;

enum class AnalyzeFormat : uint8_t { kConllu, kJson };

struct AnalyzeOptions {
  std::string file;        // or - for standard input
  std::string language;    // empty: it is found out
  bool is_conllu = false;  // the input has tokens and sentences, which are kept
  AnalyzeFormat format = AnalyzeFormat::kConllu;
};

// What is wrong with the input, not with the call.
ExitCode FailOnInput(Streams& streams, const absl::Status& status) {
  return absl::IsInvalidArgument(status) ? Fail(streams, status, ExitCode::kBadData)
                                         : Fail(streams, status);
}

absl::StatusOr<std::string> ReadBytes(const std::string& file, std::istream& standard_input) {
  if (file == "-") return std::string(std::istreambuf_iterator<char>(standard_input), {});
  std::ifstream in(file, std::ios::binary);
  if (!in) return absl::NotFoundError(absl::StrCat(file, ": cannot be read; check the path"));
  return std::string(std::istreambuf_iterator<char>(in), {});
}

absl::Status CheckLanguage(const std::string& place, const std::string& language) {
  if (Annotator::BuiltIn().Reads(language)) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(place, ": no model reads language '", language,
                                                 "'; --language takes nb, nn, sv, da or en"));
}

absl::StatusOr<std::vector<ConlluSentence>> ReadSentences(const AnalyzeOptions& options,
                                                          std::istream& standard_input) {
  const absl::StatusOr<std::string> bytes = ReadBytes(options.file, standard_input);
  if (!bytes.ok()) return bytes.status();
  if (const size_t good = base::Utf8Length(*bytes); good < bytes->size()) {
    return absl::InvalidArgumentError(absl::StrCat(options.file, ": not UTF-8 at byte ", good));
  }
  absl::StatusOr<std::vector<ConlluSentence>> sentences = ingest::ParseConllu(*bytes);
  if (sentences.ok()) return sentences;
  return absl::InvalidArgumentError(absl::StrCat(options.file, ":", sentences.status().message()));
}

ExitCode AnalyzeConllu(const AnalyzeOptions& options, Streams& streams) {
  absl::StatusOr<std::vector<ConlluSentence>> sentences = ReadSentences(options, streams.in);
  if (!sentences.ok()) return FailOnInput(streams, sentences.status());
  std::string bytes;
  AnnotatedText text = FromConllu(*sentences, options.language, bytes);
  if (text.language.empty()) text.language = ingest::IdentifyLanguage(bytes);
  const absl::Status known = CheckLanguage(options.file, text.language);
  if (!known.ok()) return FailOnInput(streams, known);
  text.names = Annotator::BuiltIn().Annotate(text);
  Annotate(text, *sentences);
  streams.out << (options.format == AnalyzeFormat::kJson ? ToJsonLine(options.file, text)
                                                         : FormatConllu(*sentences));
  return ExitCode::kDone;
}

ExitCode AnalyzeArticles(const AnalyzeOptions& options, Streams& streams) {
  ingest::ReadOptions read_options;
  read_options.standard_input = &streams.in;
  const ingest::ReadResult read = ingest::ReadSources({options.file}, read_options);
  ExitCode code = ExitCode::kDone;
  for (const ingest::ReadProblem& problem : read.problems) {
    code = FailOnInput(streams,
                       absl::Status(problem.status.code(),
                                    absl::StrCat(problem.place, ": ", problem.status.message())));
  }
  const ingest::PatternAnalyzer analyzer(ingest::LexiconSet::BuiltIn());
  for (const proto::Article& article : read.articles) {
    std::string language = options.language.empty() ? article.language() : options.language;
    if (language.empty() || language == "no") language = ingest::IdentifyLanguage(article.text());
    const absl::Status known = CheckLanguage(article.name(), language);
    if (!known.ok()) {
      code = FailOnInput(streams, known);
      continue;
    }
    const AnnotatedText text =
        analyzer.AnalyzeAsTreebank(article.text(), article.body_start(), language);
    streams.out << (options.format == AnalyzeFormat::kJson ? ToJsonLine(article.name(), text)
                                                           : FormatConllu(ToConllu(text)));
  }
  return code;
}

// kBadData for input that cannot be read or whose language has no model, kNoInput for a missing
// file.
ExitCode RunAnalyze(const AnalyzeOptions& options, Streams& streams) {
  return options.is_conllu ? AnalyzeConllu(options, streams) : AnalyzeArticles(options, streams);
}

const RegisterSubcommand kAnalyze(
    {CommandGroup::kInParts, "analyze", "Tags, names and dependency trees of a text",
     "norn analyze --language nb article.txt"},
    [](Subcommand& command) {
      AnalyzeOptions& options = command.Runs(&RunAnalyze);
      command.AddChoice("--language", "The text's language (default: found out)",
                        {"nb", "nn", "sv", "da", "en"},
                        [&options](const std::string& language) { options.language = language; });
      command.AddChoice(
          "--input", "conllu: tokens and sentences are given, and kept", {"text", "conllu"},
          [&options](const std::string& input) { options.is_conllu = input == "conllu"; });
      command.AddChoice("--format", "How the analysis is written", {"conllu", "json"},
                        [&options](const std::string& format) {
                          options.format =
                              format == "json" ? AnalyzeFormat::kJson : AnalyzeFormat::kConllu;
                        });
      command.app()
          .add_option("file", options.file, "A text, HTML or JSON Lines file, or -")
          ->required()
          ->type_name("FILE");
    });

}  // namespace
}  // namespace norn::tools
