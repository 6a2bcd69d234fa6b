#include "tools/train/model/figures.h"

#include <set>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "ingest/analysis/neural/name_decoder.h"
#include "ingest/analysis/neural/tree_decoder.h"

namespace norn::train {
namespace {

using Span = std::tuple<size_t, size_t, std::string>;

int Best(const Eigen::Ref<const Vector>& scores) {
  int best = 0;
  scores.maxCoeff(&best);
  return best;
}

std::string Universal(const std::string& relation) {
  return relation.substr(0, relation.find(':'));
}

std::set<Span> NamesOf(const std::vector<std::string>& tags) {
  std::set<Span> names;
  for (size_t begin = 0; begin < tags.size();) {
    size_t end = begin + 1;
    if (tags[begin] != "O") {
      const std::string type = tags[begin].substr(2);
      while (end < tags.size() && tags[end] == "I-" + type) ++end;
      names.emplace(begin, end, type);
    }
    begin = end;
  }
  return names;
}

void CountTags(const Scores& scores, const Encoder& encoder, const TreebankSentence& sentence,
               Figures& figures) {
  for (size_t t = 0; t < sentence.tokens.size(); ++t) {
    const TreebankToken& token = sentence.tokens[t];
    const int column = static_cast<int>(t);
    ++figures.tagged;
    figures.tags_right += encoder.tags()[Best(scores.tags.col(column))] == token.upos;
    figures.features_right += encoder.features()[Best(scores.features.col(column))] == token.feats;
  }
}

void CountTree(const AnalysisNetwork& network, const Scores& scores, const Encoder& encoder,
               const TreebankSentence& sentence, Figures& figures) {
  const int words = static_cast<int>(sentence.tokens.size());
  const std::vector<int> heads =
      ingest::DecodeTree({scores.arcs.data(), static_cast<size_t>(scores.arcs.size())}, words);
  for (int t = 0; t < words; ++t) {
    const TreebankToken& token = sentence.tokens[t];
    ++figures.parsed;
    if (heads[t] != token.head) continue;
    ++figures.heads_right;
    const int best = Best(network.RelationScores(scores, t, heads[t]));
    figures.relations_right += Universal(encoder.relations()[best]) == Universal(token.deprel);
  }
}

void CountNames(const AnalysisNetwork& network, const Scores& scores, const Encoder& encoder,
                int scheme, const TreebankSentence& sentence, Figures& figures) {
  const Matrix by_row = network.name_transitions[scheme].value.transpose();
  const std::vector<int> best =
      ingest::DecodeNames({scores.names.data(), static_cast<size_t>(scores.names.size())},
                          {by_row.data(), static_cast<size_t>(by_row.size())},
                          encoder.names(scheme), static_cast<int>(sentence.tokens.size()));
  std::vector<std::string> found;
  std::vector<std::string> wanted;
  for (size_t t = 0; t < best.size(); ++t) {
    found.push_back(encoder.names(scheme)[best[t]]);
    wanted.push_back(sentence.tokens[t].name);
  }
  const std::set<Span> right = NamesOf(wanted);
  for (const Span& name : NamesOf(found)) {
    ++figures.names_found;
    figures.names_right += static_cast<int>(right.count(name));
  }
  figures.names_wanted += static_cast<int>(right.size());
}

double Percent(int part, int whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

}  // namespace

std::string Figures::ToString() const {
  std::string text;
  if (tagged > 0) {
    absl::StrAppendFormat(&text, "UPOS %.2f features %.2f ", Percent(tags_right, tagged),
                          Percent(features_right, tagged));
  }
  if (parsed > 0) {
    absl::StrAppendFormat(&text, "UAS %.2f LAS %.2f ", Percent(heads_right, parsed),
                          Percent(relations_right, parsed));
  }
  if (names_wanted > 0) {
    absl::StrAppendFormat(&text, "names %.2f",
                          Percent(2 * names_right, names_found + names_wanted));
  }
  return text;
}

Figures Measure(AnalysisNetwork& network, const Encoder& encoder, const Corpus& corpus) {
  Figures figures;
  for (const TreebankSentence& sentence : corpus.sentences) {
    const EncodedSentence encoded = encoder.Encode(sentence, corpus.language, corpus.scheme);
    const Scores scores = network.Score(encoded);
    if (encoded.has_tags) CountTags(scores, encoder, sentence, figures);
    if (encoded.has_tree) CountTree(network, scores, encoder, sentence, figures);
    if (encoded.has_names) {
      CountNames(network, scores, encoder, encoded.scheme, sentence, figures);
    }
  }
  return figures;
}

}  // namespace norn::train
