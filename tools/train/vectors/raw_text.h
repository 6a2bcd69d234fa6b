// Running text as the numbers of its words, ready for word vectors to be learned from.
//
//   absl::StatusOr<RawText> text = ReadRawText({"nb.txt", "sv.txt"}, 5);
//   // text->words[text->tokens[i]].form
//
// A file is UTF-8, a paragraph a line, and named for its language: the words are those that norn's
// own tokenizer finds. Words are told apart as the analysis network tells them (token_features.h),
// so that all languages share one list.
#ifndef NORN_TOOLS_TRAIN_VECTORS_RAW_TEXT_H_
#define NORN_TOOLS_TRAIN_VECTORS_RAW_TEXT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace norn::train {

struct RawWord {
  std::string form;  // folded
  int64_t count = 0;
  std::vector<uint32_t> pieces;  // as the network sees them
};

struct RawText {
  std::vector<RawWord> words;        // the most frequent first; of equals by form
  std::vector<int32_t> tokens;       // words of all paragraphs, one after the other
  std::vector<uint32_t> paragraphs;  // where each begins in `tokens`, and behind the last its size
};

// "texts/nb.txt": nb.
std::string LanguageOfText(const std::string& path);

// Words that stand fewer than `min_count` times are left out of list and tokens. kNotFound for a
// file that cannot be opened, kInvalidArgument for bytes that are not UTF-8, with file and line.
absl::StatusOr<RawText> ReadRawText(const std::vector<std::string>& paths, int64_t min_count);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_VECTORS_RAW_TEXT_H_
