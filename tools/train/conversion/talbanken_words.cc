#include "tools/train/conversion/talbanken_words.h"

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace norn::train {
namespace {

using Words = absl::flat_hash_set<std::string>;

Words List(const char* words) { return absl::StrSplit(words, ' '); }

}  // namespace

bool IsAuxiliary(const std::string& word) {
  static const auto* words = new Words(List(
      "är var vara varit varande vore har hade ha haft kan kunna kunde kunnat ska skall skulle "
      "måste vill ville velat vilja kommer kom komma kommit får fick få fått bör borde lär må "
      "måtte torde blir blev bli blivit blivande"));
  return words->contains(word);
}

bool IsCopula(const std::string& word) {
  static const auto* words = new Words(List("är var vara varit varande vore"));
  return words->contains(word);
}

bool IsPassive(const std::string& word) {
  static const auto* words = new Words(List("blir blev bli blivit"));
  return words->contains(word);
}

bool IsAdverbParticle(const std::string& word) {
  static const auto* words = new Words(
      List("ut in upp fram kvar ihop bort ner ned hem tillbaka undan igång isär samman omkring "
           "dit hit iväg åter"));
  return words->contains(word);
}

bool OpensClause(const std::string& word) {
  static const auto* words = new Words(List("när då där medan innan eftersom sedan ifall"));
  return words->contains(word);
}

bool IsNegation(const std::string& word) {
  static const auto* words = new Words(List("inte icke ej"));
  return words->contains(word);
}

bool StaysFixed(const std::string& first, const std::string& second) {
  static const auto* pairs = new Words(
      List("därför_att för_sedan så_småningom till_och till_med som_helst rent_av i_och i_med "
           "över_huvud"));
  return pairs->contains(absl::StrCat(first, "_", second));
}

}  // namespace norn::train
