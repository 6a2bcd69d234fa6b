// How many tokens a second analysis takes in, from text to tags, names and trees, on one core and
// on two.
#include <string>
#include <vector>

#include "benchmark/benchmark.h"
#include "ingest/analysis/annotator.h"
#include "ingest/analysis/pattern_analyzer.h"
#include "ingest/lexicon/lexicon_set.h"

namespace norn {
namespace {

struct Sample {
  const char* language;
  std::string text;
};

// An article of about 400 words in each language.
const std::vector<Sample>& Samples() {
  static const auto* samples = [] {
    auto* made = new std::vector<Sample>{
        {"nb",
         "Utenriksministeren møtte sin svenske kollega i Stockholm tirsdag. De to snakket om "
         "samarbeidet i nord og om leveransene av luftvern, opplyser departementet. – Vi er enige "
         "om det meste, sa ministeren etter møtet, som varte i nesten to timer.\n"},
        {"nn",
         "Statsministeren ringde presidenten i går kveld, og dei snakka i førti minutt. Samtalen "
         "handla om våpenhjelp og om møtet som skal haldast i Bergen til hausten.\n"},
        {"sv",
         "Försvarsministern träffade sin finländska kollega i Helsingfors i onsdags. Enligt "
         "regeringen ska Sverige köpa tolv stridsfordon till, och avtalet väntas bli klart före "
         "sommaren.\n"},
        {"da",
         "Udenrigsministeren talte mandag i telefon med sin polske kollega om situationen ved "
         "grænsen. Danmark vil sende flere missiler, oplyser ministeriet i en meddelelse.\n"},
        {"en",
         "The prime minister met the president in Oslo on Tuesday. They discussed the delivery of "
         "two batteries and agreed to meet again in May, officials said after the talks.\n"}};
    constexpr int kRepeat = 12;
    for (Sample& sample : *made) {
      const std::string once = sample.text;
      for (int i = 1; i < kRepeat; ++i) sample.text += once;
    }
    return made;
  }();
  return *samples;
}

void AnalyzeText(benchmark::State& state) {
  static const auto* tokens = new ingest::PatternAnalyzer(ingest::LexiconSet::BuiltIn());
  const ingest::Annotator& annotator = ingest::Annotator::BuiltIn();
  int64_t count = 0;
  for (auto _ : state) {
    for (const Sample& sample : Samples()) {
      ingest::AnnotatedText text = tokens->TokenizeAsTreebank(sample.text, 0, sample.language);
      benchmark::DoNotOptimize(annotator.Annotate(text));
      count += static_cast<int64_t>(text.tokens.size());
    }
  }
  state.SetItemsProcessed(count);
}
BENCHMARK(AnalyzeText)->Threads(1)->Threads(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace norn

BENCHMARK_MAIN();
