#include "tools/train/conversion/cdt_conversion.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace norn::train {
namespace {

// "form/lemma/tag/head/relation" for each word, as CDT has it.
TreebankSentence Parsed(const std::string& words) {
  TreebankSentence sentence;
  for (const absl::string_view word : absl::StrSplit(words, ' ')) {
    const std::vector<std::string> parts = absl::StrSplit(word, '/');
    TreebankToken token;
    token.form = parts[0];
    token.lemma = parts[1];
    token.upos = parts[2];
    token.feats = parts[2].find('G') != std::string::npos ? "case=gen" : "case=unmarked";
    EXPECT_TRUE(absl::SimpleAtoi(parts[3], &token.head));
    token.deprel = parts[4];
    sentence.tokens.push_back(token);
  }
  return sentence;
}

std::string Converted(const std::string& words) {
  TreebankSentence sentence = Parsed(words);
  ConvertCdt(sentence);
  std::string out;
  for (const TreebankToken& t : sentence.tokens) {
    absl::StrAppend(&out, out.empty() ? "" : " ", t.form, "/", t.upos, "/", t.head, "/", t.deprel);
  }
  return out;
}

TEST(CdtConversion, WordsWithAMeaningOfTheirOwnGovern) {
  const struct {
    const char* what;
    const char* before;
    const char* after;
  } kCases[] = {
      {"determiner and preposition",
       "Hun/hun/PP/2/subj bor/bo/VADR/0/ROOT i/i/SP/2/pobj en/en/PI/3/nobj by/by/NC/4/nobj",
       "Hun/PRON/2/nsubj bor/VERB/0/root i/ADP/5/case en/DET/5/det by/NOUN/2/obl"},
      {"auxiliaries",
       "Hun/hun/PP/2/subj kan/kunne/VADR/0/ROOT have/have/VAF-/2/vobj sovet/sove/VAPA/3/vobj",
       "Hun/PRON/4/nsubj kan/AUX/4/aux have/AUX/4/aux sovet/VERB/0/root"},
      {"the predicate, not its copula",
       "Byen/by/NC/2/subj er/være/VADR/0/ROOT gammel/gammel/ANPC/2/pred ././XP/2/pnct",
       "Byen/NOUN/3/nsubj er/AUX/3/cop gammel/ADJ/0/root ./PUNCT/3/punct"},
      {"a participle is no predicate",
       "Byen/by/NC/2/subj er/være/VADR/0/ROOT spændende/spændende/VAPR/2/pred",
       "Byen/NOUN/2/nsubj er/VERB/0/root spændende/VERB/2/xcomp"},
      {"clauses",
       "Hun/hun/PP/2/subj siger/sige/VADR/0/ROOT ,/,/XP/2/pnct at/at/CS/2/dobj "
       "det/det/PP/6/subj regner/regne/VADR/4/vobj",
       "Hun/PRON/2/nsubj siger/VERB/0/root ,/PUNCT/6/punct at/SCONJ/6/mark det/PRON/6/nsubj "
       "regner/VERB/2/obj"},
      {"clauses with an auxiliary",
       "Hun/hun/PP/2/subj siger/sige/VADR/0/ROOT at/at/CS/2/dobj det/det/PP/5/subj "
       "vil/ville/VADR/3/vobj regne/regne/VAF-/5/vobj",
       "Hun/PRON/2/nsubj siger/VERB/0/root at/SCONJ/6/mark det/PRON/6/nsubj vil/AUX/6/aux "
       "regne/VERB/2/ccomp"},
      {"clauses without a conjunction",
       "Hun/hun/PP/2/subj tror/tro/VADR/0/ROOT det/det/PP/4/subj regner/regne/VADR/2/vobj",
       "Hun/PRON/2/nsubj tror/VERB/0/root det/PRON/4/nsubj regner/VERB/2/ccomp"},
      {"clauses on an adjective",
       "Byen/by/NC/2/subj er/være/VADR/0/ROOT smuk/smuk/ANPC/2/pred når/når/CS/2/mod "
       "det/det/PP/6/subj sner/sne/VADR/4/vobj",
       "Byen/NOUN/3/nsubj er/AUX/3/cop smuk/ADJ/0/root når/SCONJ/6/mark det/PRON/6/nsubj "
       "sner/VERB/3/acl:relcl"},
      {"words of question, which govern their clause",
       "Hun/hun/PP/2/subj spørger/spørge/VADR/0/ROOT hvornår/hvornår/RG/2/dobj "
       "toget/tog/NC/5/subj går/gå/VADR/3/rel",
       "Hun/PRON/2/nsubj spørger/VERB/0/root hvornår/ADV/5/mark toget/NOUN/5/nsubj "
       "går/VERB/2/obj"},
      {"pronouns of question",
       "Hun/hun/PP/2/subj ved/vide/VADR/0/ROOT hvad/hvad/PT/2/dobj toget/tog/NC/5/subj "
       "koster/koste/VADR/3/rel",
       "Hun/PRON/2/nsubj ved/VERB/0/root hvad/PRON/5/obj toget/NOUN/5/nsubj koster/VERB/2/obj"},
      {"a comparison with a noun is no clause",
       "Byen/by/NC/2/subj er/være/VADR/0/ROOT ældre/gammel/ANCC/2/pred end/end/CS/3/pobj "
       "landet/land/NC/4/nobj",
       "Byen/NOUN/3/nsubj er/AUX/3/cop ældre/ADJ/0/root end/ADP/5/case landet/NOUN/3/obl"},
      {"a preposition behind its noun",
       "Byen/by/NC/4/nobj taler/tale/VADR/0/ROOT hun/hun/PP/2/subj om/om/SP/2/pobj",
       "Byen/NOUN/2/obl taler/VERB/0/root hun/PRON/2/nsubj om/ADP/1/case"},
      {"an adjective with a preposition stands for a noun",
       "Hun/hun/PP/2/subj sørger/sørge/VADR/0/ROOT for/for/SP/2/pobj alt/al/ANPN/3/nobj",
       "Hun/PRON/2/nsubj sørger/VERB/0/root for/ADP/4/case alt/ADJ/2/obl"},
      {"particles of verbs", "Hun/hun/PP/2/subj følger/følge/VADR/0/ROOT med/med/RGU/2/pobj",
       "Hun/PRON/2/nsubj følger/VERB/0/root med/ADV/2/compound:prt"},
      {"what one becomes", "Hun/hun/PP/2/subj bliver/blive/VADR/0/ROOT glad/glad/ANPC/2/pred",
       "Hun/PRON/2/nsubj bliver/VERB/0/root glad/ADJ/2/xcomp"},
      {"adjectives of a pronoun",
       "Hun/hun/PP/2/subj ser/se/VADR/0/ROOT noget/nogen/PI-N/2/dobj nyt/ny/ANPN/3/mod",
       "Hun/PRON/2/nsubj ser/VERB/0/root noget/DET/4/det nyt/ADJ/2/obj"},
      {"both ... and",
       "både/både/RG/3/mod katte/kat/NC/0/ROOT og/og/CC/2/coord hunde/hund/NC/3/conj",
       "både/ADV/2/advmod katte/NOUN/0/root og/CCONJ/4/cc hunde/NOUN/2/conj"},
      {"a conjunction that joins nothing",
       "Hun/hun/PP/2/subj sov/sove/VADA/0/ROOT men/men/CC/2/coord ikke/ikke/RG/3/mod",
       "Hun/PRON/2/nsubj sov/VERB/0/root men/CCONJ/2/cc ikke/ADV/2/advmod"},
      {"infinitives",
       "Hun/hun/PP/2/subj prøver/prøve/VADR/0/ROOT at/at/U=/2/dobj sove/sove/VAF-/3/vobj",
       "Hun/PRON/2/nsubj prøver/VERB/0/root at/PART/4/mark sove/VERB/2/obj"},
      {"a preposition before a clause",
       "glæden/glæde/NC/0/ROOT ved/ved/SP/1/pobj at/at/U=/2/nobj læse/læse/VAF-/3/vobj",
       "glæden/NOUN/0/root ved/ADP/4/mark at/PART/4/mark læse/VERB/1/advcl"},
      {"coordination", "katte/kat/NC/0/ROOT og/og/CC/1/coord hunde/hund/NC/2/conj",
       "katte/NOUN/0/root og/CCONJ/3/cc hunde/NOUN/1/conj"},
      {"a conjunction that opens the sentence",
       "Men/men/CC/0/ROOT hun/hun/PP/3/subj sov/sove/VADA/1/conj",
       "Men/CCONJ/3/cc hun/PRON/3/nsubj sov/VERB/0/root"},
      {"owners", "Danmarks/Danmark/NPG/0/ROOT kyst/kyst/NC/1/possd",
       "Danmarks/PROPN/2/nmod:poss kyst/NOUN/0/root"},
      {"the first of a name's words governs",
       "Karen/Karen/NP/2/namef Blixen/Blixen/NP/3/subj skrev/skrive/VADA/0/ROOT",
       "Karen/PROPN/3/nsubj Blixen/PROPN/1/flat skrev/VERB/0/root"},
      {"of names of more words the first too",
       "Orkestret/orkester/NC/2/subj hedder/hedde/VADR/0/ROOT Silent/Silent/NP/4/mod "
       "River/River/NP/2/pred",
       "Orkestret/NOUN/2/nsubj hedder/VERB/0/root Silent/PROPN/2/xcomp River/PROPN/3/flat"},
      {"the name, not the noun of what it names",
       "hendes/hendes/PO3/0/ROOT by/by/NC/1/possd Ribe/Ribe/NP/1/appr",
       "hendes/DET/3/det by/NOUN/3/nmod Ribe/PROPN/0/root"},
      {"of an owner's names the first too",
       "Karen/Karen/NP/2/namef Blixens/Blixen/NPG/0/ROOT hus/hus/NC/2/possd",
       "Karen/PROPN/3/nmod:poss Blixens/PROPN/1/flat hus/NOUN/0/root"},
      {"a name and the noun that goes on with it",
       "Odense/Odense/NP/0/ROOT Banks/bank/NCG/1/nobj kunder/kunde/NC/1/possd",
       "Odense/PROPN/3/nmod:poss Banks/NOUN/1/flat kunder/NOUN/0/root"},
      {"a pronoun with an infinitive is no determiner",
       "Hun/hun/PP/2/subj har/have/VADR/0/ROOT intet/ingen/PI-N/2/dobj at/at/U=/3/nobj "
       "læse/læse/VAF-/4/vobj",
       "Hun/PRON/2/nsubj har/VERB/0/root intet/PRON/2/obj at/PART/5/mark læse/VERB/3/acl:relcl"},
      {"nor one with a pronoun behind it",
       "De/den/PD-P/3/subj andre/anden/PI-P/1/nobj sover/sove/VADR/0/ROOT",
       "De/PRON/3/nsubj andre/PRON/1/nmod sover/VERB/0/root"},
      {"an adverb with a preposition",
       "Toget/tog/NC/2/subj står/stå/VADR/0/ROOT på/på/SP/2/mod tværs/tværs/RGU/3/avobj",
       "Toget/NOUN/2/nsubj står/VERB/0/root på/ADP/4/case tværs/ADV/2/advmod"},
      {"adjectives of who does it, not of how",
       "Hun/hun/PP/2/subj rejser/rejse/VADR/0/ROOT ung/ung/ANPCSU=IU/2/mod",
       "Hun/PRON/2/nsubj rejser/VERB/0/root ung/ADJ/2/amod"},
      {"what a noun is about",
       "risikoen/risiko/NC/0/ROOT at/at/CS/1/nobj det/det/PP/4/subj vil/ville/VADR/2/vobj "
       "regne/regne/VAF-/4/vobj",
       "risikoen/NOUN/0/root at/SCONJ/5/mark det/PRON/5/nsubj vil/AUX/5/aux regne/VERB/1/ccomp"},
      {"a preposition left alone with its verb",
       "det/det/PP/0/ROOT hun/hun/PP/3/subj tænker/tænke/VADR/1/rel på/på/SP/3/pobj",
       "det/PRON/0/root hun/PRON/3/nsubj tænker/VERB/1/acl:relcl på/ADP/3/mark"},
      {"a likeness that joins", "by/by/NC/0/ROOT som/som/U=/1/coord land/land/NC/2/conj",
       "by/NOUN/0/root som/ADP/3/case land/NOUN/1/conj"},
      {"one's own", "sit/sin/PO3/2/dobj husker/huske/VADR/0/ROOT eget/egen/ANPN/1/mod",
       "sit/DET/3/det husker/VERB/0/root eget/ADJ/2/obj"},
      {"adverbs that hang on no word, of place and others",
       "Hun/hun/PP/2/subj går/gå/VADR/0/ROOT ikke/ikke/RGU/0/ROOT hjem/hjem/RGU/0/ROOT",
       "Hun/PRON/2/nsubj går/VERB/0/root ikke/ADV/2/advmod hjem/ADV/2/advmod:lmod"},
      {"the place in front of a report",
       "Aarhus/Aarhus/NP/0/ROOT :/:/XP/1/pnct Det/det/PP/4/subj regner/regne/VADR/0/ROOT",
       "Aarhus/PROPN/0/root :/PUNCT/4/punct Det/PRON/4/nsubj regner/VERB/1/list"},
      {"of two sentences the first",
       "Men/men/CC/0/ROOT det/det/PP/3/subj regner/regne/VADR/1/conj siger/sige/VADR/0/ROOT "
       "hun/hun/PP/4/subj",
       "Men/CCONJ/3/cc det/PRON/3/nsubj regner/VERB/0/root siger/VERB/3/conj hun/PRON/4/nsubj"},
      {"what hangs on no word hangs on the verb before it",
       "Toget/tog/NC/2/subj kører/køre/VADR/0/ROOT til/til/SP/0/ROOT Aarhus/Aarhus/NP/3/nobj",
       "Toget/NOUN/2/nsubj kører/VERB/0/root til/ADP/4/case Aarhus/PROPN/2/obl"},
      {"adjectives of events are adverbs",
       "Hun/hun/PP/2/subj løber/løbe/VADR/0/ROOT hurtigt/hurtig/ANP---=-R/2/mod",
       "Hun/PRON/2/nsubj løber/VERB/0/root hurtigt/ADV/2/advmod"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Converted(c.before), c.after) << c.what;
}

TEST(CdtConversion, GivesUniversalFeaturesAndLemmas) {
  TreebankSentence sentence =
      Parsed("Hun/hun/PP/2/subj løb/løbe/VADA/0/ROOT hurtigt/hurtig/ANPR/2/mod");
  sentence.tokens[0].feats = "person=3|gender=common|number=sing|case=nom|reflexive=no|id=1";
  sentence.tokens[1].feats = "mood=indic|tense=past|voice=active|id=2";
  sentence.tokens[2].feats = "degree=pos|id=3";
  sentence.tokens.push_back(sentence.tokens[2]);
  sentence.tokens[3].form = "f.eks.";
  sentence.tokens[3].lemma = "for_eksempel";
  sentence.tokens[3].upos = "RGU";
  ConvertCdt(sentence);
  EXPECT_EQ(sentence.tokens[3].lemma, "for_eksempel");
  EXPECT_EQ(sentence.tokens[0].feats, "Case=Nom|Gender=Com|Number=Sing|Person=3|PronType=Prs");
  EXPECT_EQ(sentence.tokens[1].feats, "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act");
  EXPECT_EQ(sentence.tokens[2].feats, "Degree=Pos");
  EXPECT_EQ(sentence.tokens[1].lemma, "løbe");
  EXPECT_EQ(sentence.tokens[2].lemma, "hurtigt");
}

// Whatever is read, the result is one tree.
TEST(CdtConversion, MakesATreeOfCirclesAndManyRoots) {
  for (const char* words : {"a/a/SP/2/nobj b/b/SP/1/nobj", "a/a/CC/0/ROOT b/b/XP/0/ROOT",
                            "a/a/PD/3/mod b/b/VADR/1/vobj c/c/NC/2/nobj", "././XP/0/ROOT"}) {
    TreebankSentence sentence = Parsed(words);
    ConvertCdt(sentence);
    int roots = 0;
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      roots += sentence.tokens[i].head == 0;
      int at = static_cast<int>(i) + 1;
      for (size_t steps = 0; at > 0 && steps <= sentence.tokens.size(); ++steps) {
        at = sentence.tokens[at - 1].head;
      }
      EXPECT_EQ(at, 0) << words;
    }
    EXPECT_EQ(roots, 1) << words;
  }
}

}  // namespace
}  // namespace norn::train
