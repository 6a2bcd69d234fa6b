#include "tools/train/pretraining/running_text.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/utf8.h"
#include "ingest/analysis/annotated_text.h"
#include "ingest/lexicon/lexicon_set.h"
#include "tools/train/network/random.h"
#include "tools/train/vectors/raw_text.h"

namespace norn::train {

absl::StatusOr<RunningText> RunningText::Open(const std::vector<std::string>& paths, double share,
                                              uint64_t seed) {
  RunningText text;
  text.analyzer_ = std::make_unique<ingest::PatternAnalyzer>(ingest::LexiconSet::BuiltIn());
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return absl::NotFoundError(absl::StrCat(path, ": cannot be opened"));
    const auto number_of_file = static_cast<uint32_t>(text.files_.size());
    File& file = text.files_.emplace_back();
    file.language = LanguageOfText(path);
    file.text.assign(std::istreambuf_iterator<char>(in), {});
    int number = 0;
    for (size_t begin = 0; begin < file.text.size();) {
      const size_t end = std::min(file.text.find('\n', begin), file.text.size());
      ++number;
      if (!base::IsUtf8(absl::string_view(file.text).substr(begin, end - begin))) {
        return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": not UTF-8"));
      }
      if (end > begin) {
        text.order_.push_back(
            {number_of_file, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
      }
      begin = end + 1;
    }
  }
  Random random(seed);
  for (size_t i = text.order_.size(); i > 1; --i) {
    std::swap(text.order_[i - 1], text.order_[random.Below(i)]);
  }
  text.order_.resize(static_cast<size_t>(share * static_cast<double>(text.order_.size())));
  return text;
}

bool RunningText::Next(RawParagraph& paragraph) {
  if (position_ == order_.size()) return false;
  const Line& line = order_[position_++];
  const File& file = files_[line.file];
  paragraph.language = file.language;
  paragraph.sentences.clear();
  const ingest::AnnotatedText text = analyzer_->TokenizeAsTreebank(
      absl::string_view(file.text).substr(line.begin, line.end - line.begin), 0, file.language);
  for (const ingest::Sentence& sentence : text.sentences) {
    std::vector<std::string>& forms = paragraph.sentences.emplace_back();
    for (const ingest::Token& token : text.TokensOf(sentence)) forms.emplace_back(text.Form(token));
  }
  return true;
}

}  // namespace norn::train
