// An annotated text as others read it: CoNLL-U, or one JSON object a line.
#ifndef NORN_TOOLS_COMMANDS_ANALYSIS_FORMAT_H_
#define NORN_TOOLS_COMMANDS_ANALYSIS_FORMAT_H_

#include <string>
#include <vector>

#include "ingest/analysis/annotated_text.h"
#include "ingest/analysis/conllu.h"

namespace norn::tools {

// A sentence a sentence, with its text as a comment and SpaceAfter=No where no blank follows.
std::vector<ingest::ConlluSentence> ToConllu(const ingest::AnnotatedText& text);

// {"name": …, "language": …, "sentences": [{"text", "begin", "end", "tokens": […], "names": […]}]};
// begin and end are bytes of the article's file; heads count from 1, 0 is the root.
std::string ToJsonLine(const std::string& name, const ingest::AnnotatedText& text);

// Writes what the text's tokens and names say into the words of `sentences`, which are the text's,
// one for one. Everything else stays as it was read.
void Annotate(const ingest::AnnotatedText& text, std::vector<ingest::ConlluSentence>& sentences);

// The text whose tokens and sentences are those of `sentences`; its bytes go to `bytes`, which must
// outlive it.
ingest::AnnotatedText FromConllu(const std::vector<ingest::ConlluSentence>& sentences,
                                 const std::string& language, std::string& bytes);

}  // namespace norn::tools

#endif  // NORN_TOOLS_COMMANDS_ANALYSIS_FORMAT_H_
