// Trains a model of analysis by its recipe and writes it. One thread and one seed: the same data on
// the same machine gives the same bytes.
//
//   train_analysis RECIPE TREEBANKS WORD_LISTS MODEL
//
// Prints figures on the recipe's dev corpora as training goes on.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "tools/train/model/encoder.h"
#include "tools/train/model/figures.h"
#include "tools/train/model/model_export.h"
#include "tools/train/model/recipe_network.h"
#include "tools/train/network/batches.h"
#include "tools/train/network/learning_rate.h"
#include "tools/train/recipe/recipe.h"

namespace norn::train {
namespace {

constexpr size_t kBatchTokens = 800;
constexpr size_t kLongestSentence = 120;  // longer ones are left out of training
constexpr int kMeasureEvery = 4;          // epochs

std::vector<EncodedSentence> EncodeAll(const Encoder& encoder, const Recipe& recipe) {
  std::vector<EncodedSentence> sentences;
  for (const Corpus& corpus : recipe.train) {
    for (const TreebankSentence& sentence : corpus.sentences) {
      if (sentence.tokens.size() > kLongestSentence) continue;
      for (int i = 0; i < corpus.repeat; ++i) {
        sentences.push_back(encoder.Encode(sentence, corpus.language, corpus.scheme));
      }
    }
  }
  return sentences;
}

void PrintFigures(AnalysisNetwork& network, const Encoder& encoder, const Recipe& recipe) {
  for (const Corpus& corpus : recipe.dev) {
    const Figures figures = Measure(network, encoder, corpus);
    std::printf("  %s: %s\n", corpus.file.c_str(), figures.ToString().c_str());
  }
}

void Train(const std::vector<EncodedSentence>& sentences, const Encoder& encoder,
           const Recipe& recipe, AnalysisNetwork& network) {
  size_t tokens = 0;
  for (const EncodedSentence& sentence : sentences) tokens += sentence.tokens.size();
  const double steps = static_cast<double>(recipe.epochs) * static_cast<double>(tokens) /
                       static_cast<double>(kBatchTokens);
  Random random(7);
  Adam adam;
  const std::vector<Parameter*> parameters = network.parameters();
  double step = 0;
  for (int epoch = 1; epoch <= recipe.epochs; ++epoch) {
    const auto begin = std::chrono::steady_clock::now();
    double loss = 0;
    const std::vector<EncodedBatch> batches = MakeBatches(sentences, kBatchTokens, random);
    for (const EncodedBatch& batch : batches) {
      loss += network.Train(batch, random);
      adam.Step(parameters, LearningRate(recipe.rate, ++step, steps));
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("epoch %d of %d: loss %.4f, %.0f s\n", epoch, recipe.epochs,
                loss / static_cast<double>(batches.size()), took.count());
    if (epoch % kMeasureEvery == 0 || epoch == recipe.epochs) {
      PrintFigures(network, encoder, recipe);
    }
    std::fflush(stdout);
  }
}

int Main(const std::vector<std::string>& arguments) {
  if (arguments.size() != 4) {
    std::cerr << "usage: train_analysis RECIPE TREEBANKS WORD_LISTS MODEL\n";
    return 64;
  }
  const absl::StatusOr<Recipe> recipe = LoadRecipe(arguments[0], arguments[1], arguments[2]);
  if (!recipe.ok()) {
    std::cerr << "train_analysis: " << recipe.status().message() << "\n";
    return 65;
  }
  const Encoder encoder(*recipe);
  AnalysisNetwork network = MakeNetwork(*recipe, encoder);
  if (const absl::Status status = StartNetwork(*recipe, encoder, network); !status.ok()) {
    std::cerr << "train_analysis: " << status.message() << "\n";
    return 65;
  }
  const std::vector<EncodedSentence> sentences = EncodeAll(encoder, *recipe);
  std::printf("%zu sentences, %d words, %d feature sets, %d relations\n", sentences.size(),
              network.shape().words, network.shape().features, network.shape().relations);
  Train(sentences, encoder, *recipe, network);
  const std::string bytes = ExportModel(network, encoder, *recipe);
  std::ofstream out(arguments[3], std::ios::binary);
  out << bytes;
  if (!out.flush()) {
    std::cerr << "train_analysis: " << arguments[3] << ": cannot be written\n";
    return 73;
  }
  std::printf("%s: %zu bytes\n", arguments[3].c_str(), bytes.size());
  return 0;
}

}  // namespace
}  // namespace norn::train

int main(int argc, char** argv) {
  return norn::train::Main(std::vector<std::string>(argv + 1, argv + argc));
}
