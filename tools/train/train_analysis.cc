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
#include "tools/train/model/model_import.h"
#include "tools/train/network/batches.h"
#include "tools/train/recipe/recipe.h"

namespace norn::train {
namespace {

constexpr size_t kBatchTokens = 800;
constexpr size_t kLongestSentence = 120;  // longer ones are left out of training
constexpr float kLastShare = 0.02F;       // of the learning rate, at the end
constexpr double kWarmUpSteps = 300;
constexpr int kMeasureEvery = 4;  // epochs
constexpr double kHalfPi = 1.57079632679489661923;

// Taylor's series, good to nine digits in the first quarter. The library's cos gives other last
// bits on machines with fused operations.
double Sine(double x) {
  double term = x;
  double sum = x;
  for (int i = 2; i <= 14; i += 2) sum += term *= -x * x / (i * (i + 1));
  return sum;
}

// Up to the full rate at first, then down along a cosine.
float RateAt(float highest, double step, double steps) {
  const double warm = std::min(1.0, step / kWarmUpSteps);
  const double sine = Sine(kHalfPi * std::min(1.0, step / steps));
  const double fall = 1 - sine * sine;  // (1 + cos(2x)) / 2
  return highest * static_cast<float>(warm * (kLastShare + (1 - kLastShare) * fall));
}

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
      adam.Step(parameters, RateAt(recipe.rate, ++step, steps));
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

// Of the recipe's model to start from, where it has one.
absl::Status Start(const Recipe& recipe, const Encoder& encoder, AnalysisNetwork& network) {
  if (recipe.start.empty()) return absl::OkStatus();
  std::ifstream in(recipe.start, std::ios::binary);
  if (!in) return absl::NotFoundError(recipe.start + ": cannot be opened");
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  const absl::StatusOr<ingest::ModelFile> model = ingest::ModelFile::Open(bytes);
  if (!model.ok()) return model.status();
  return ImportModel(*model, encoder, network);
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
  NetworkShape shape;
  encoder.FillShape(shape);
  shape.input_dropout = recipe->input_dropout;
  shape.dropout = recipe->dropout;
  shape.units1 = shape.units2 = recipe->units;
  shape.name_units = recipe->name_units;
  shape.narrow = recipe->narrow;
  std::vector<const Matrix*> tables;
  for (const OutsideVectors& table : recipe->vectors) tables.push_back(&table.words.vectors);
  AnalysisNetwork network(shape, tables, 1);
  if (const absl::Status status = Start(*recipe, encoder, network); !status.ok()) {
    std::cerr << "train_analysis: " << status.message() << "\n";
    return 65;
  }
  const std::vector<EncodedSentence> sentences = EncodeAll(encoder, *recipe);
  std::printf("%zu sentences, %d words, %d feature sets, %d relations\n", sentences.size(),
              shape.words, shape.features, shape.relations);
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
