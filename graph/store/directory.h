// The graph directory: generations of one graph, of which CURRENT is the one that is read
// (docs/decisions/generations.md).
//
//   NORN_ASSIGN_OR_RETURN(GraphDirectory directory, GraphDirectory::OpenForWriting("graph"));
//   NORN_ASSIGN_OR_RETURN(proto::Manifest manifest, directory.Publish(content));
//
//   NORN_ASSIGN_OR_RETURN(GraphDirectory directory, GraphDirectory::Open("graph"));
//   NORN_ASSIGN_OR_RETURN(View view, directory.OpenView());
//
// Readers never wait and need no lock. One process writes at a time. Killed at any moment, a
// writer leaves the graph as it was before, or as it is after, and nothing in between.
#ifndef NORN_GRAPH_STORE_DIRECTORY_H_
#define NORN_GRAPH_STORE_DIRECTORY_H_

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "graph/columns/columnar_graph.h"
#include "graph/store/manifest.h"
#include "graph/store/store.h"
#include "graph/view/view.h"
#include "proto/manifest.pb.h"

namespace norn::graph {

struct DirectoryOptions {
  // Called before each step of Publish with its name: for progress, and for tests that kill there.
  std::function<void(absl::string_view step)> on_step;
  // How many generations are kept from now on; not set: as many as before, at first two.
  std::optional<uint32_t> keep;
  // Called when Publish makes no generation because a person went back from one of that content.
  std::function<void(uint64_t generation)> on_rolled_back;
  // Once it is true, what is not yet made current will not be: Publish is kCancelled. Null: never.
  const std::atomic<bool>* stop = nullptr;
};

class GraphDirectory {
 public:
  // For reading. kNotFound if there is no graph, kFailedPrecondition if the folder holds something
  // else, kPermissionDenied if it may not be read.
  static absl::StatusOr<GraphDirectory> Open(const std::string& path);
  // Makes the folder if need be and takes its lock. kUnavailable while another process has it.
  static absl::StatusOr<GraphDirectory> OpenForWriting(const std::string& path,
                                                       DirectoryOptions options = {});

  GraphDirectory(GraphDirectory&& other) noexcept;
  GraphDirectory& operator=(GraphDirectory&& other) noexcept;
  ~GraphDirectory();

  const std::string& path() const { return path_; }
  // Where the cache of extractions belongs.
  std::string ExtractionsPath() const;

  // Whole generations, ascending.
  std::vector<uint64_t> Generations() const;
  // kNotFound if nothing was published yet; kDataLoss, with the newest sound generation to go back
  // to, if generations are there and CURRENT is missing or points to none of them.
  absl::StatusOr<uint64_t> Current() const;
  // The newest one before `before` whose checksums hold.
  std::optional<uint64_t> NewestSound(uint64_t before = UINT64_MAX) const;

  // Of the current generation, or of the one given.
  absl::StatusOr<proto::Manifest> ReadManifest(std::optional<uint64_t> generation = {}) const;
  absl::StatusOr<Store> OpenStore(std::optional<uint64_t> generation = {}) const;
  // All that the generation was made from, as its store holds it, checked against the manifest.
  absl::StatusOr<GenerationContent> ReadContent(std::optional<uint64_t> generation = {}) const;
  // Does not touch the store, unless the view's file is missing, damaged or of another version:
  // then the view is made from the store, in memory.
  absl::StatusOr<View> OpenView(std::optional<uint64_t> generation = {}) const;

  // Whether an older norn wrote the manifest or the view: both are read, the view by making it from
  // the store each time.
  absl::StatusOr<bool> IsOfOlderFormat(uint64_t generation) const;

  // From the store, in memory.
  absl::StatusOr<View> MakeView(std::optional<uint64_t> generation = {}) const;

  // The current generation's manifest, if it was made from just that, nothing of it was left out,
  // and its checksums hold: then there is nothing to build.
  std::optional<proto::Manifest> MadeFrom(absl::string_view input_checksum) const;

  // Writes a new generation, verifies it and makes it the current one. Content that the current
  // generation has already, soundly, makes none; nor does that of one that was rolled back from:
  // the current one's manifest comes then. Only after OpenForWriting.
  absl::StatusOr<proto::Manifest> Publish(const GenerationContent& content);
  // The same for a graph in columns that is finished and has no articles.
  absl::StatusOr<proto::Manifest> Publish(ColumnarGraph graph);

  // Makes a generation that is there, and whose checksums hold, the one that is read. Newer ones
  // stay, and Publish does not bring their content back until it has another one. Only after
  // OpenForWriting.
  absl::Status MakeCurrent(uint64_t generation);

  // Removes a generation that is not the current one. Only after OpenForWriting.
  absl::Status Discard(uint64_t generation);

  // Reads everything of a generation: the manifest is what the store holds, all checksums fit, and
  // the view is the one that the store makes. kDataLoss says what does not fit.
  absl::Status Check(std::optional<uint64_t> generation = {}) const;

 private:
  GraphDirectory(std::string path, int lock, DirectoryOptions options);

  void Step(absl::string_view name) const;
  absl::Status CheckStop() const;
  std::string GenerationPath(uint64_t generation) const;
  bool IsFirstBuild(uint64_t current) const;
  absl::StatusOr<uint64_t> ReadCurrent() const;
  absl::StatusOr<uint64_t> Resolve(std::optional<uint64_t> generation) const;
  absl::StatusOr<View> OpenViewOf(uint64_t generation) const;
  absl::StatusOr<GenerationContent> ReadContentOf(uint64_t generation) const;
  absl::Status RemoveLeftOvers() const;
  // `write` fills the folder it is given.
  absl::StatusOr<proto::Manifest> PublishWith(
      const std::function<absl::StatusOr<proto::Manifest>(const std::string& folder)>& write);
  absl::Status StepUnlessStopped(absl::string_view name) const;
  absl::Status Finish(const std::string& folder, const proto::Manifest& manifest) const;
  absl::Status Verify(uint64_t generation) const;
  absl::Status PointTo(uint64_t generation) const;
  absl::Status Swap(const std::string& folder, uint64_t number, bool is_first) const;
  std::optional<proto::Manifest> SameAsCurrent(const proto::Manifest& manifest) const;

  std::string path_;
  int lock_ = -1;  // file descriptor; -1: for reading
  DirectoryOptions options_;
};

}  // namespace norn::graph

#endif  // NORN_GRAPH_STORE_DIRECTORY_H_
