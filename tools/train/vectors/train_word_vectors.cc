// Learns word vectors from running text and writes them as lines of "word x1 x2 …", the most
// frequent words first. One thread and one seed: the same text gives the same bytes.
//
//   train_word_vectors VECTORS TEXT...
//
// What is learned so far stands in VECTORS.state every ten million tokens; a run that was broken
// off goes on from there.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "tools/train/vectors/raw_text.h"
#include "tools/train/vectors/skip_gram.h"

namespace norn::train {
namespace {

constexpr int64_t kMinCount = 5;
constexpr int32_t kWords = 200000;  // written at most
constexpr uint64_t kTokensBetweenStates = 10'000'000;

std::string ToText(const RawText& text, const SkipGram& model) {
  std::string lines;
  const int32_t count = std::min(kWords, static_cast<int32_t>(text.words.size()));
  for (int32_t word = 0; word < count; ++word) {
    // A blank within a form (1 600) would end it.
    if (text.words[word].form.find(' ') != std::string::npos) continue;
    float vector[SkipGram::kDimensions];
    model.Compose(word, vector);
    lines += text.words[word].form;
    for (const float x : vector) absl::StrAppendFormat(&lines, " %.4f", x);
    lines += "\n";
  }
  return lines;
}

absl::Status Learn(const std::string& state, SkipGram& model) {
  if (std::ifstream(state)) {
    if (const absl::Status status = model.Load(state); !status.ok()) return status;
  }
  auto begin = std::chrono::steady_clock::now();
  while (!model.done()) {
    model.Advance(kTokensBetweenStates);
    const auto now = std::chrono::steady_clock::now();
    std::printf("%.1f %%: loss %.4f, %.0f s\n", 100 * model.share_done(), model.TakeLoss(),
                std::chrono::duration<double>(now - begin).count());
    std::fflush(stdout);
    begin = now;
    if (const absl::Status status = model.Save(state); !status.ok()) return status;
  }
  return absl::OkStatus();
}

int Fail(const absl::Status& status, int code) {
  std::cerr << "train_word_vectors: " << status.message() << "\n";
  return code;
}

int Main(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2) {
    std::cerr << "usage: train_word_vectors VECTORS TEXT...\n";
    return 64;
  }
  const absl::StatusOr<RawText> text =
      ReadRawText({arguments.begin() + 1, arguments.end()}, kMinCount);
  if (!text.ok()) return Fail(text.status(), 66);
  std::printf("%zu tokens of %zu words\n", text->tokens.size(), text->words.size());
  std::fflush(stdout);
  SkipGram model(*text, {});
  if (const absl::Status status = Learn(arguments[0] + ".state", model); !status.ok()) {
    return Fail(status, 73);
  }
  std::ofstream out(arguments[0]);
  out << ToText(*text, model);
  if (!out.flush()) return Fail(absl::UnavailableError(arguments[0] + ": cannot be written"), 73);
  return 0;
}

}  // namespace
}  // namespace norn::train

int main(int argc, char** argv) {
  return norn::train::Main(std::vector<std::string>(argv + 1, argv + argc));
}
