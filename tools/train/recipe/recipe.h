// What a model is trained on, as its recipe says: a text file in which # begins a comment.
//
//   train LANGUAGE SCHEME REPEAT FILE     read REPEAT times an epoch; SCHEME: its types of names
//   dev   LANGUAGE SCHEME 1      FILE     for figures while training goes on
//   vectors LANGUAGES COUNT DIMENSIONS FILE   word vectors (word_vectors.h), for all words of these
//                                         languages (a,b or -), for capitalised ones of the others;
//                                         a word has those of every such line, one after the other
//   flags - - - FILE                      word lists (lines of LIST<tab>WORD)
//   counts - - - FILE                     how often words stand in running text (lines of
//                                         LANGUAGE<tab>WORD<tab>COUNT): what is a lemma
//   start - - - FILE                      a model that training begins from (model_import.h)
//   rate - - - NUMBER                     of learning, at its highest
//   epochs - - - NUMBER                   0: nothing is trained but the rules of lemmas
//   units - - - NUMBER                    of each layer in each direction
//   name_units - - - NUMBER               of the layer that only names have, in each direction
//   narrow - - - NUMBER                   of the hidden layers of features and names
//   input_dropout - - - SHARE             of a token's vector, and
//   dropout - - - SHARE                   of what the layers say, that a batch leaves out
//
// A language's first corpus says by which scheme its names are answered in use. Files are looked
// for in the folder of treebanks; vectors, lists and models in that of word lists. Sentences of one
// language that are the same word for word are made one: trees from the one file, names from the
// other.
#ifndef NORN_TOOLS_TRAIN_RECIPE_RECIPE_H_
#define NORN_TOOLS_TRAIN_RECIPE_RECIPE_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "ingest/analysis/neural/lexical_flags.h"
#include "tools/train/recipe/lemma_choice.h"
#include "tools/train/recipe/word_vectors.h"
#include "tools/train/treebank/treebank.h"

namespace norn::train {

struct Corpus {
  std::string file;
  std::string language;
  std::string scheme;
  int repeat = 1;
  std::vector<TreebankSentence> sentences;
};

struct OutsideVectors {
  WordVectors words;
  std::set<std::string> languages;  // whose words all have vectors
};

struct Recipe {
  std::vector<Corpus> train;
  std::vector<Corpus> dev;
  std::vector<OutsideVectors> vectors;
  ingest::LexicalFlags flags;
  std::map<std::string, WordCounts> counts;  // by language
  std::string start;                         // path; empty: from nothing
  float rate = 2e-3F;
  int epochs = 16;
  int units = 128;
  int name_units = 64;
  int narrow = 64;
  float input_dropout = 0.2F;
  float dropout = 0.35F;
};

// kNotFound, kInvalidArgument or kDataLoss with file and line.
absl::StatusOr<Recipe> LoadRecipe(const std::string& recipe, const std::string& treebanks,
                                  const std::string& word_lists);

}  // namespace norn::train

#endif  // NORN_TOOLS_TRAIN_RECIPE_RECIPE_H_
