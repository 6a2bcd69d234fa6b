#include "tests/support/run_norn.h"

#include <sstream>
#include <streambuf>

#include "tools/commands/command_line.h"
#include "tools/console/streams.h"

namespace norn::tests {

namespace {

// Writes everything to two places.
class Tee : public std::streambuf {
 public:
  Tee(std::streambuf* one, std::streambuf* other) : one_(one), other_(other) {}

 protected:
  int overflow(int c) override {
    if (c == traits_type::eof()) return traits_type::not_eof(c);
    one_->sputc(traits_type::to_char_type(c));
    return other_->sputc(traits_type::to_char_type(c));
  }

 private:
  std::streambuf* one_;
  std::streambuf* other_;
};

Ran Run(const std::vector<std::string>& arguments, const std::string& input, bool on_terminal) {
  std::istringstream in(input);
  std::ostringstream out, err, both;
  Tee out_tee(out.rdbuf(), both.rdbuf());
  Tee err_tee(err.rdbuf(), both.rdbuf());
  std::ostream out_and_both(&out_tee), err_and_both(&err_tee);
  tools::Streams streams{in, out_and_both, err_and_both};
  streams.out_is_terminal = on_terminal;
  const tools::ExitCode code = tools::RunCommandLine(arguments, streams);
  return {static_cast<int>(code), out.str(), err.str(), both.str()};
}

}  // namespace

Ran RunNorn(const std::vector<std::string>& arguments, const std::string& input) {
  return Run(arguments, input, false);
}

Ran RunNornOnTerminal(const std::vector<std::string>& arguments, const std::string& input) {
  return Run(arguments, input, true);
}

}  // namespace norn::tests
