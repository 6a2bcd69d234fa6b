// Trains the two layers of the analysis network that all questions share to guess words that are
// hidden from them in running text, and writes a model that train_analysis starts from (`start` in
// a recipe). One thread and one seed: the same data gives the same bytes.
//
//   pretrain_encoder RECIPE TREEBANKS WORD_LISTS START SHARE MODEL TEXT...
//
// START is a model to begin from, or - for none; the recipe's own is what comes of this. SHARE of
// the texts' paragraphs are read, 1 for all. What is learned so far stands in MODEL.state every
// million tokens; a run that was broken off goes on from there.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "ingest/analysis/neural/token_features.h"
#include "tools/train/model/encoder.h"
#include "tools/train/model/model_export.h"
#include "tools/train/model/recipe_network.h"
#include "tools/train/network/batches.h"
#include "tools/train/network/learning_rate.h"
#include "tools/train/network/word_prediction.h"
#include "tools/train/pretraining/running_text.h"
#include "tools/train/pretraining/state_file.h"
#include "tools/train/recipe/recipe.h"

namespace norn::train {
namespace {

constexpr size_t kBatchTokens = 800;
constexpr size_t kLongestSentence = 120;  // longer ones are left out
constexpr size_t kShortestSentence = 4;   // shorter ones say little of their words
constexpr size_t kPoolTokens = 50'000;    // read before batches are made of them
constexpr size_t kTokensBetweenStates = 1'000'000;
constexpr float kHidden = 0.2F;     // of a sentence's words
constexpr int kPredicted = 60'000;  // the most frequent words can be guessed
constexpr float kRate = 1e-3F;

class Pretraining {
 public:
  Pretraining(const Recipe& recipe, const Encoder& encoder, AnalysisNetwork& network,
              RunningText& text)
      : encoder_(encoder),
        network_(network),
        text_(text),
        words_(recipe.vectors.back().words),
        prediction_(
            2 * network.shape().units2,
            words_.vectors.leftCols(std::min<Eigen::Index>(kPredicted, words_.vectors.cols())), 11),
        random_(13) {
    parameters_ = network_.encoder_parameters();
    for (Parameter* p : prediction_.parameters()) parameters_.push_back(p);
  }

  absl::Status Run(const std::string& state) {
    if (const absl::Status loaded = Load(state); !loaded.ok() && !absl::IsNotFound(loaded)) {
      return loaded;
    }
    size_t since = 0;
    size_t batches = 0;
    double loss = 0;
    auto begin = std::chrono::steady_clock::now();
    while (text_.position() < text_.size()) {
      const std::vector<EncodedSentence> pool = ReadPool();
      for (const EncodedBatch& batch : MakeBatches(pool, kBatchTokens, random_)) {
        loss += network_.TrainOnHiddenWords(batch, prediction_, random_);
        // How many batches the rest will make is guessed from the paragraphs.
        const auto step = static_cast<double>(++step_);
        adam_.Step(parameters_, LearningRate(kRate, step, step / ShareDone()));
        ++batches;
      }
      for (const EncodedSentence& sentence : pool) since += sentence.tokens.size();
      if (since < kTokensBetweenStates && text_.position() < text_.size()) continue;
      const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
      std::printf("%.1f %%: loss %.4f, %.0f tokens a second\n", 100 * ShareDone(),
                  loss / static_cast<double>(batches), static_cast<double>(since) / took.count());
      std::fflush(stdout);
      since = batches = 0;
      loss = 0;
      begin = std::chrono::steady_clock::now();
      if (const absl::Status saved = Save(state); !saved.ok()) return saved;
    }
    return absl::OkStatus();
  }

 private:
  double ShareDone() const {
    return static_cast<double>(text_.position()) / static_cast<double>(text_.size());
  }

  std::vector<EncodedSentence> ReadPool() {
    std::vector<EncodedSentence> pool;
    RawParagraph paragraph;
    for (size_t tokens = 0; tokens < kPoolTokens && text_.Next(paragraph);) {
      for (const std::vector<std::string>& forms : paragraph.sentences) {
        if (forms.size() < kShortestSentence || forms.size() > kLongestSentence) continue;
        pool.push_back(Encode(forms, paragraph.language));
        tokens += forms.size();
      }
    }
    return pool;
  }

  EncodedSentence Encode(const std::vector<std::string>& forms, const std::string& language) {
    TreebankSentence sentence;
    for (const std::string& form : forms) sentence.tokens.emplace_back().form = form;
    EncodedSentence encoded = encoder_.Encode(sentence, language, "");
    for (size_t i = 0; i < forms.size(); ++i) {
      const int word = words_.Find(ingest::MakeTokenFeatures(forms[i]));
      const bool can_be_guessed = word >= 0 && word < kPredicted;
      if (random_.Uniform() < kHidden && can_be_guessed) encoded.tokens[i].hidden_word = word;
    }
    return encoded;
  }

  absl::Status Save(const std::string& path) {
    return SaveState(path, {text_.size(), text_.position(), random_.state(), step_}, parameters_);
  }
  absl::Status Load(const std::string& path) {
    std::vector<uint64_t> numbers(4);
    const absl::Status status = LoadState(path, numbers, parameters_);
    if (!status.ok()) return status;
    if (numbers[0] != text_.size()) {
      return absl::FailedPreconditionError(path + ": a state of another text; remove it");
    }
    text_.SkipTo(numbers[1]);
    random_ = Random(numbers[2]);
    step_ = numbers[3];
    adam_ = Adam::After(step_);
    return status;
  }

  const Encoder& encoder_;
  AnalysisNetwork& network_;
  RunningText& text_;
  const WordVectors& words_;
  WordPrediction prediction_;
  std::vector<Parameter*> parameters_;
  Adam adam_;
  Random random_;
  uint64_t step_ = 0;
};

int Fail(const absl::Status& status, int code) {
  std::cerr << "pretrain_encoder: " << status.message() << "\n";
  return code;
}

int Main(const std::vector<std::string>& arguments) {
  double share = 0;
  if (arguments.size() < 7 || !absl::SimpleAtod(arguments[4], &share) || share <= 0 || share > 1) {
    std::cerr << "usage: pretrain_encoder RECIPE TREEBANKS WORD_LISTS START SHARE MODEL TEXT...\n";
    return 64;
  }
  absl::StatusOr<Recipe> recipe = LoadRecipe(arguments[0], arguments[1], arguments[2]);
  if (!recipe.ok()) return Fail(recipe.status(), 65);
  recipe->start = arguments[3] == "-" ? "" : arguments[3];
  if (recipe->vectors.empty()) {
    return Fail(absl::InvalidArgumentError(arguments[0] + ": no vectors of words to guess"), 65);
  }
  absl::StatusOr<RunningText> text =
      RunningText::Open({arguments.begin() + 6, arguments.end()}, share, 17);
  if (!text.ok()) return Fail(text.status(), 66);
  const Encoder encoder(*recipe);
  AnalysisNetwork network = MakeNetwork(*recipe, encoder);
  if (const absl::Status status = StartNetwork(*recipe, encoder, network); !status.ok()) {
    return Fail(status, 65);
  }
  const std::string& model = arguments[5];
  const absl::Status status = Pretraining(*recipe, encoder, network, *text).Run(model + ".state");
  if (!status.ok()) return Fail(status, 73);
  std::ofstream out(model, std::ios::binary);
  out << ExportModel(network, encoder, *recipe);
  if (!out.flush()) return Fail(absl::UnavailableError(model + ": cannot be written"), 73);
  return 0;
}

}  // namespace
}  // namespace norn::train

int main(int argc, char** argv) {
  return norn::train::Main(std::vector<std::string>(argv + 1, argv + argc));
}
