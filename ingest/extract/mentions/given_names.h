// For tests: words with a given tree and given names, and what reads phrases of them.
//
//   GivenNames given("Presidentflyet presidentfly NOUN _ 0 root\n"
//                    "Nordvind Nordvind PROPN _ 1 appos\n",
//                    {{.first_token = 1, .token_count = 1, .type = NameType::kPerson}});
//
// A name's bytes are those of its words unless they are given.
#ifndef NORN_INGEST_EXTRACT_MENTIONS_GIVEN_NAMES_H_
#define NORN_INGEST_EXTRACT_MENTIONS_GIVEN_NAMES_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/extract/grammar.h"
#include "ingest/extract/mentions/names/entity_table.h"
#include "ingest/extract/mentions/phrase_reader.h"
#include "ingest/extract/mentions/rows_text.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn::ingest {

class GivenNames {
 public:
  GivenNames(const std::string& rows, const std::vector<Name>& names)
      : rows_(rows),
        text_(rows_.text()),
        entities_(grammar(), gazetteer()),
        reader_(text_, grammar(), gazetteer(), name_at_, entities_) {
    for (Name name : names) {
      const uint32_t last = name.first_token + name.token_count - 1;
      if (name.bytes.end == 0) {
        name.bytes = {text_.tokens[name.first_token].bytes.begin, text_.tokens[last].bytes.end};
      }
      name_at_[name.first_token] = static_cast<uint32_t>(text_.names.size());
      text_.names.push_back(name);
    }
    reader_.SetEnd(end());
  }
  GivenNames(const GivenNames&) = delete;

  static const Grammar& grammar() {
    static const auto* const kGrammar = new Grammar(LexiconSet::BuiltIn().For("nb"));
    return *kGrammar;
  }
  static const Gazetteer& gazetteer() {
    static const auto* const kAnalyzer = new PatternAnalyzer(LexiconSet::BuiltIn());
    return kAnalyzer->gazetteer("nb");
  }

  const AnnotatedText& text() const { return text_; }
  const Name& name(size_t index) const { return text_.names[index]; }
  const absl::flat_hash_map<uint32_t, uint32_t>& name_at() const { return name_at_; }
  EntityTable& entities() { return entities_; }
  PhraseReader& reader() { return reader_; }
  uint32_t end() const { return static_cast<uint32_t>(text_.tokens.size()); }

 private:
  const RowsText rows_;
  AnnotatedText text_;
  absl::flat_hash_map<uint32_t, uint32_t> name_at_;
  EntityTable entities_;
  PhraseReader reader_;
};

}  // namespace norn::ingest

#endif  // NORN_INGEST_EXTRACT_MENTIONS_GIVEN_NAMES_H_
