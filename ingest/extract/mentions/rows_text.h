// For tests: an annotated sentence with a given tree, a row a token.
//
//   const RowsText rows("Soldatene soldat NOUN Definite=Def|Number=Plur 2 nsubj\n"
//                       "falt falle VERB _ 0 root\n");
//   ReadCandidates(rows.text(), rows.text().sentences[0], {}, {});
//
// Columns: form, lemma, part of speech, features, the head's number (0: root), relation; an empty
// row ends a sentence.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_ROWS_TEXT_H_
#define NORN_INGEST_EXTRACT_MENTIONS_ROWS_TEXT_H_

#include <deque>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "ingest/analysis/annotated_text.h"

namespace norn::ingest {

class RowsText {
 public:
  explicit RowsText(absl::string_view rows, absl::string_view language = "nb") {
    text_.language = std::string(language);
    for (const absl::string_view line : absl::StrSplit(rows, '\n')) {
      const std::vector<std::string> cells = absl::StrSplit(line, ' ', absl::SkipEmpty());
      if (cells.size() < 6) {
        EndSentence();
      } else {
        AddToken(cells);
      }
    }
    EndSentence();
    text_.text = bytes_;
  }
  RowsText(const RowsText&) = delete;

  const AnnotatedText& text() const { return text_; }

 private:
  void AddToken(const std::vector<std::string>& cells) {
    Token token;
    token.bytes.begin = static_cast<uint32_t>(bytes_.size());
    absl::StrAppend(&bytes_, cells[0]);
    token.bytes.end = static_cast<uint32_t>(bytes_.size());
    absl::StrAppend(&bytes_, " ");
    token.lower = absl::AsciiStrToLower(cells[0]);
    token.is_word = cells[2] != "PUNCT";
    token.is_capitalized = absl::ascii_isupper(static_cast<unsigned char>(cells[0][0]));
    token.lemma = cells[1];
    token.upos = Keep(cells[2]);
    token.feats = Keep(cells[3]);
    int32_t head = 0;
    if (absl::SimpleAtoi(cells[4], &head) && head > 0) {
      token.head = static_cast<int32_t>(begin_) + head - 1;
    }
    token.deprel = Keep(cells[5]);
    text_.tokens.push_back(std::move(token));
  }

  void EndSentence() {
    const auto end = static_cast<uint32_t>(text_.tokens.size());
    if (end == begin_) return;
    Sentence sentence;
    sentence.first_token = begin_;
    sentence.token_count = end - begin_;
    sentence.bytes = {text_.tokens[begin_].bytes.begin, text_.tokens[end - 1].bytes.end};
    text_.sentences.push_back(sentence);
    begin_ = end;
  }

  absl::string_view Keep(const std::string& cell) { return kept_.emplace_back(cell); }

  std::string bytes_;
  std::deque<std::string> kept_;
  uint32_t begin_ = 0;  // of the sentence
  AnnotatedText text_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_ROWS_TEXT_H_
