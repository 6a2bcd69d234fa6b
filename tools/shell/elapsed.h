// Tells somebody who waits how long a query has run already.
//
//   {
//     const Elapsed elapsed(streams.err, std::chrono::seconds(1));
//     result = graph.Run(statement, options);
//   }
#ifndef NORN_TOOLS_SHELL_ELAPSED_H_
#define NORN_TOOLS_SHELL_ELAPSED_H_

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <ostream>
#include <thread>

namespace norn::tools {

// Writes a line anew every `period`, from the second one on, and takes it away at the end. Nobody
// else may write to `out` meanwhile.
class Elapsed {
 public:
  Elapsed(std::ostream& out, std::chrono::milliseconds period);
  ~Elapsed();
  Elapsed(const Elapsed&) = delete;
  Elapsed& operator=(const Elapsed&) = delete;

 private:
  void Tell();

  std::ostream& out_;
  const std::chrono::milliseconds period_;
  std::mutex mutex_;
  std::condition_variable ended_;
  bool is_over_ = false;
  bool is_shown_ = false;
  std::thread teller_;
};

}  // namespace norn::tools

#endif  // NORN_TOOLS_SHELL_ELAPSED_H_
