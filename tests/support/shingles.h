// How well a text was found: precision and recall over runs of four words, as the article
// extraction benchmark has it.
//
//   const ShingleScore score = CompareShingles(wanted, found);
#ifndef NORN_TESTS_SUPPORT_SHINGLES_H_
#define NORN_TESTS_SUPPORT_SHINGLES_H_

#include <string>

namespace norn::tests {

struct ShingleScore {
  double precision = 0;
  double recall = 0;
};

// Both are UTF-8. Words are letters, marks, digits and low lines of any script.
ShingleScore CompareShingles(const std::string& wanted, const std::string& found);

// The harmonic mean.
double F1(const ShingleScore& score);

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_SHINGLES_H_
