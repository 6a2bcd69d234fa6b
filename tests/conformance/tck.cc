// Runs a conformance suite:
//
//   bazel run -c opt //tests/conformance:tck -- /path/to/scenarios.jsonl [--list] [--only TEXT]
//
// The last line says how many passed and failed; the ids that failed stand before it, with --list
// and the reason. Every line of the file is run. Exits with 0 if all passed, with 1 if one failed.
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "tests/conformance/scenario.h"

namespace {

struct Count {
  int passed = 0;
  int failed = 0;
};

int Run(const std::string& file, bool list, absl::string_view only) {
  std::ifstream in(file);
  if (!in) {
    std::cerr << "cannot read " << file << "\n";
    return 66;
  }
  std::map<std::string, Count> by_kind;
  Count all;
  std::vector<std::string> failed;
  int skipped = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    if (!only.empty() && !absl::StrContains(line.substr(0, 200), only)) {
      ++skipped;
      continue;
    }
    norn::conformance::Verdict verdict = norn::conformance::RunScenario(line);
    Count& kind = by_kind[verdict.runnable + " " + verdict.category];
    ++(verdict.passed ? all.passed : all.failed);
    ++(verdict.passed ? kind.passed : kind.failed);
    if (verdict.passed) continue;
    failed.push_back(verdict.id);
    if (list) std::cout << verdict.id << "\n  " << verdict.why << "\n";
  }
  for (const auto& [name, count] : by_kind) {
    std::cout << name << ": " << count.passed << " passed, " << count.failed << " failed\n";
  }
  if (!failed.empty()) std::cout << "failed:";
  for (const std::string& id : failed) std::cout << " " << id;
  if (!failed.empty()) std::cout << "\n";
  std::cout << all.passed << " passed, " << all.failed << " failed, " << skipped << " skipped\n";
  return all.failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::string file;
  std::string only;
  bool list = false;
  for (int i = 1; i < argc; ++i) {
    absl::string_view arg = argv[i];
    if (arg == "--list") {
      list = true;
    } else if (arg == "--only" && i + 1 < argc) {
      only = argv[++i];
    } else {
      file = std::string(arg);
    }
  }
  if (file.empty()) {
    std::cerr << "usage: tck FILE.jsonl [--list] [--only TEXT]\n";
    return 64;
  }
  return Run(file, list, only);
}
