#include "graph/store/directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/view/view_builder.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

constexpr absl::string_view kGenerations = "generations";
constexpr absl::string_view kUnfinished = ".tmp";

std::string GenerationName(uint64_t generation) { return absl::StrFormat("%06d", generation); }

// A generation's number from its folder's name; none for all other names.
std::optional<uint64_t> ParseGeneration(absl::string_view name) {
  uint64_t number = 0;
  if (!std::all_of(name.begin(), name.end(), absl::ascii_isdigit) ||
      !absl::SimpleAtoi(name, &number) || GenerationName(number) != std::string(name)) {
    return std::nullopt;
  }
  return number;
}

enum class Kind { kMissing, kEmpty, kGraph, kOther };

Kind KindOf(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return Kind::kMissing;
  if (status.type() != fs::file_type::directory) return Kind::kOther;
  if (fs::is_directory(absl::StrCat(path, "/", kGenerations), error)) return Kind::kGraph;
  return fs::is_empty(path, error) && !error ? Kind::kEmpty : Kind::kOther;
}

absl::Status NotAGraph(const std::string& path) {
  return absl::FailedPreconditionError(
      absl::StrCat(path, " is not a norn graph: choose another folder"));
}

absl::Status NoGraph(const std::string& path) {
  return absl::NotFoundError(
      absl::StrCat("there is no graph at ", path, ": make one with norn build"));
}

absl::StatusOr<int> TakeLock(const std::string& path) {
  const std::string file = absl::StrCat(path, "/LOCK");
  const int fd = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return absl::ErrnoToStatus(errno, absl::StrCat("cannot open ", file));
  if (flock(fd, LOCK_EX | LOCK_NB) == 0) return fd;
  const int error = errno;
  close(fd);
  if (error == EWOULDBLOCK) {
    return absl::UnavailableError(
        absl::StrCat("another norn is building ", path, "; try again later"));
  }
  return absl::ErrnoToStatus(error, absl::StrCat("cannot lock ", file));
}

absl::Status Differs(absl::string_view what) {
  return absl::DataLossError(absl::StrCat(what, "; build the graph again"));
}

// The store's graph and articles, after its checksum was seen to be the manifest's.
absl::StatusOr<GenerationContent> ReadStore(const Store& store, const proto::Manifest& manifest) {
  NORN_ASSIGN_OR_RETURN(const uint64_t checksum, store.Checksum());
  if (ChecksumText(checksum) != manifest.store_checksum()) {
    return Differs("the store's checksum is not the manifest's");
  }
  GenerationContent content;
  NORN_ASSIGN_OR_RETURN(content.graph, store.ReadGraph());
  NORN_ASSIGN_OR_RETURN(content.articles, store.ReadArticles());
  content.extractor_version = manifest.extractor_version();
  return content;
}

// What a generation is made of and is not there is damage, unlike a graph that is not there.
absl::Status MissingIsDamage(absl::Status status) {
  return absl::IsNotFound(status) ? Differs(status.message()) : status;
}

// Store and view as they are on disk against the manifest's checksums, and the view's own.
absl::Status VerifyFiles(const std::string& folder, const proto::Manifest& manifest) {
  NORN_ASSIGN_OR_RETURN(const Store store, Store::Open(absl::StrCat(folder, "/store")));
  NORN_ASSIGN_OR_RETURN(const uint64_t checksum, store.Checksum());
  if (ChecksumText(checksum) != manifest.store_checksum()) {
    return Differs("the store's checksum is not the manifest's");
  }
  NORN_ASSIGN_OR_RETURN(const std::string bytes, ReadFile(absl::StrCat(folder, "/view")));
  if (ChecksumText(bytes) != manifest.view_checksum()) {
    return Differs("the view's checksum is not the manifest's");
  }
  NORN_ASSIGN_OR_RETURN(const View view, View::Open(absl::StrCat(folder, "/view")));
  return view.Verify();
}

absl::Status VerifyChecksums(const std::string& folder, const proto::Manifest& manifest) {
  return MissingIsDamage(VerifyFiles(folder, manifest));
}

}  // namespace

absl::StatusOr<GraphDirectory> GraphDirectory::Open(const std::string& path) {
  switch (KindOf(path)) {
    case Kind::kMissing:
    case Kind::kEmpty:
      return NoGraph(path);
    case Kind::kOther:
      return NotAGraph(path);
    case Kind::kGraph:
      break;
  }
  return GraphDirectory(path, -1, {});
}

absl::StatusOr<GraphDirectory> GraphDirectory::OpenForWriting(const std::string& path,
                                                              DirectoryOptions options) {
  if (KindOf(path) == Kind::kOther) return NotAGraph(path);
  // First of all, because it is what makes the folder a graph.
  NORN_RETURN_IF_ERROR(MakeFolders(absl::StrCat(path, "/", kGenerations)));
  NORN_ASSIGN_OR_RETURN(const int lock, TakeLock(path));
  GraphDirectory directory(path, lock, std::move(options));
  // A later norn's graph is not ours to replace.
  const absl::Status readable = directory.ReadManifest().status();
  if (absl::IsFailedPrecondition(readable)) return readable;
  return directory;
}

GraphDirectory::GraphDirectory(std::string path, int lock, DirectoryOptions options)
    : path_(std::move(path)), lock_(lock), options_(std::move(options)) {}

GraphDirectory::GraphDirectory(GraphDirectory&& other) noexcept
    : path_(std::move(other.path_)),
      lock_(std::exchange(other.lock_, -1)),
      options_(std::move(other.options_)) {}

GraphDirectory& GraphDirectory::operator=(GraphDirectory&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  std::swap(options_, other.options_);
  return *this;
}

GraphDirectory::~GraphDirectory() {
  if (lock_ >= 0) close(lock_);  // which unlocks
}

void GraphDirectory::Step(absl::string_view name) const {
  if (options_.on_step) options_.on_step(name);
}

std::string GraphDirectory::ExtractionsPath() const { return absl::StrCat(path_, "/extractions"); }

std::string GraphDirectory::GenerationPath(uint64_t generation) const {
  return absl::StrCat(path_, "/", kGenerations, "/", GenerationName(generation));
}

std::vector<uint64_t> GraphDirectory::Generations() const {
  std::vector<uint64_t> generations;
  std::error_code error;
  for (fs::directory_iterator it(absl::StrCat(path_, "/", kGenerations), error), end;
       !error && it != end; it.increment(error)) {
    if (const auto number = ParseGeneration(it->path().filename().string())) {
      generations.push_back(*number);
    }
  }
  std::sort(generations.begin(), generations.end());
  return generations;
}

absl::StatusOr<uint64_t> GraphDirectory::Current() const {
  const std::string link = absl::StrCat(path_, "/CURRENT");
  std::error_code error;
  const std::string target = fs::read_symlink(link, error).string();
  if (error == std::errc::no_such_file_or_directory) return NoGraph(path_);
  const std::string prefix = absl::StrCat(kGenerations, "/");
  if (!error && target.rfind(prefix, 0) == 0) {
    if (const auto number = ParseGeneration(target.substr(prefix.size()))) return *number;
  }
  return absl::DataLossError(
      absl::StrCat(link, " does not point to a generation; build the graph again"));
}

absl::StatusOr<uint64_t> GraphDirectory::Resolve(std::optional<uint64_t> generation) const {
  if (!generation.has_value()) return Current();
  std::error_code error;
  if (fs::is_directory(GenerationPath(*generation), error)) return *generation;
  return absl::NotFoundError(absl::StrCat("there is no generation ", *generation, " at ", path_));
}

absl::StatusOr<proto::Manifest> GraphDirectory::ReadManifest(
    std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(const uint64_t number, Resolve(generation));
  const std::string file = absl::StrCat(GenerationPath(number), "/MANIFEST");
  const absl::StatusOr<std::string> text = ReadFile(file);
  if (!text.ok()) return MissingIsDamage(text.status());
  return ParseManifest(*text, file);
}

absl::StatusOr<Store> GraphDirectory::OpenStore(std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(const uint64_t number, Resolve(generation));
  absl::StatusOr<Store> store = Store::Open(absl::StrCat(GenerationPath(number), "/store"));
  if (!store.ok()) return MissingIsDamage(store.status());
  return store;
}

absl::StatusOr<View> GraphDirectory::OpenView(std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(const uint64_t number, Resolve(generation));
  absl::StatusOr<View> view = OpenViewOf(number);
  if (view.ok() || generation.has_value()) return view;
  // Builds that finished meanwhile may have removed the generation under our feet.
  NORN_ASSIGN_OR_RETURN(const uint64_t now, Current());
  return now == number ? std::move(view) : OpenViewOf(now);
}

absl::StatusOr<View> GraphDirectory::OpenViewOf(uint64_t generation) const {
  absl::StatusOr<View> view = View::Open(absl::StrCat(GenerationPath(generation), "/view"));
  if (!absl::IsNotFound(view.status()) && !absl::IsDataLoss(view.status()) &&
      !absl::IsFailedPrecondition(view.status())) {
    return view;
  }
  // The store is the truth: a view can be made again from it.
  NORN_ASSIGN_OR_RETURN(const Store store, OpenStore(generation));
  NORN_ASSIGN_OR_RETURN(const PropertyGraph graph, store.ReadGraph());
  NORN_ASSIGN_OR_RETURN(std::string bytes, BuildView(graph));
  return View::FromBytes(std::move(bytes));
}

absl::StatusOr<proto::Manifest> GraphDirectory::Publish(const GenerationContent& content) {
  if (lock_ < 0) return absl::FailedPreconditionError("the graph was opened for reading only");
  Step("remove left-overs");
  NORN_RETURN_IF_ERROR(RemoveLeftOvers());
  const std::vector<uint64_t> before = Generations();
  const uint64_t number = before.empty() ? 1 : before.back() + 1;
  const std::string folder = absl::StrCat(GenerationPath(number), kUnfinished);
  // Failed half-way, for want of space perhaps: give it back. Finished, it has another name by
  // then.
  const absl::Cleanup remove_folder = [&folder] { RemoveTree(folder).IgnoreError(); };
  NORN_ASSIGN_OR_RETURN(proto::Manifest manifest, WriteContent(folder, content));
  Step("compare");
  if (std::optional<proto::Manifest> current = SameAsCurrent(manifest)) {
    return *std::move(current);
  }
  manifest.set_generation(number);
  NORN_RETURN_IF_ERROR(Finish(folder, manifest));
  Step("swap");
  NORN_RETURN_IF_ERROR(Rename(folder, GenerationPath(number)));
  NORN_RETURN_IF_ERROR(SyncFolder(absl::StrCat(path_, "/", kGenerations)));
  Step("swap CURRENT");
  NORN_RETURN_IF_ERROR(ReplaceLink(absl::StrCat(path_, "/CURRENT"),
                                   absl::StrCat(kGenerations, "/", GenerationName(number))));
  NORN_RETURN_IF_ERROR(SyncFolder(path_));
  Step("remove old");
  NORN_RETURN_IF_ERROR(RemoveLeftOvers());
  Step("done");
  return manifest;
}

// Keeps the current generation and the one before it. What is newer than the current one was
// finished by a build that was killed before it could say so.
absl::Status GraphDirectory::RemoveLeftOvers() const {
  const absl::StatusOr<uint64_t> current = Current();
  const std::vector<uint64_t> generations = Generations();
  const auto at = current.ok() ? std::find(generations.begin(), generations.end(), *current)
                               : generations.end();
  for (auto it = generations.begin(); it != generations.end(); ++it) {
    // Without a current generation, or with one that is gone, what is there may be all there is.
    const bool is_old = at != generations.end() && (it > at || at - it > 1);
    if (!is_old) continue;
    // Renamed first: a kill while the files go must not leave half a generation that looks whole.
    const std::string unfinished = absl::StrCat(GenerationPath(*it), kUnfinished);
    NORN_RETURN_IF_ERROR(RemoveTree(unfinished));
    NORN_RETURN_IF_ERROR(Rename(GenerationPath(*it), unfinished));
  }
  std::error_code error;
  for (fs::directory_iterator it(absl::StrCat(path_, "/", kGenerations), error), end;
       !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    absl::string_view stem = name;
    if (absl::ConsumeSuffix(&stem, kUnfinished) && ParseGeneration(stem).has_value()) {
      NORN_RETURN_IF_ERROR(RemoveTree(it->path().string()));
    }
  }
  return RemoveTree(absl::StrCat(path_, "/CURRENT.tmp"));
}

absl::StatusOr<proto::Manifest> GraphDirectory::WriteContent(
    const std::string& folder, const GenerationContent& content) const {
  Step("write store");
  NORN_RETURN_IF_ERROR(MakeFolders(folder));
  NORN_ASSIGN_OR_RETURN(const uint64_t checksum, Store::Write(absl::StrCat(folder, "/store"),
                                                              content.graph, content.articles));
  Step("write view");
  NORN_ASSIGN_OR_RETURN(const std::string view, BuildView(content.graph));
  NORN_RETURN_IF_ERROR(WriteFileSynced(absl::StrCat(folder, "/view"), view));
  return MakeManifest(content, checksum, view);
}

absl::Status GraphDirectory::Finish(const std::string& folder,
                                    const proto::Manifest& manifest) const {
  Step("verify");
  NORN_RETURN_IF_ERROR(VerifyChecksums(folder, manifest));
  Step("sync");
  NORN_RETURN_IF_ERROR(SyncTree(folder));
  Step("write manifest");
  NORN_RETURN_IF_ERROR(WriteFileSynced(absl::StrCat(folder, "/MANIFEST"), PrintManifest(manifest)));
  return SyncFolder(folder);
}

// A current generation that is damaged is never the same: building again must mend it.
std::optional<proto::Manifest> GraphDirectory::SameAsCurrent(
    const proto::Manifest& manifest) const {
  absl::StatusOr<proto::Manifest> current = ReadManifest();
  if (!current.ok()) return std::nullopt;
  proto::Manifest numbered = manifest;
  numbered.set_generation(current->generation());
  if (PrintManifest(numbered) != PrintManifest(*current)) return std::nullopt;
  if (!VerifyChecksums(GenerationPath(current->generation()), *current).ok()) return std::nullopt;
  return *std::move(current);
}

absl::Status GraphDirectory::Check(std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(const uint64_t number, Resolve(generation));
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, ReadManifest(number));
  NORN_RETURN_IF_ERROR(VerifyChecksums(GenerationPath(number), manifest));
  NORN_ASSIGN_OR_RETURN(const Store store, OpenStore(number));
  NORN_ASSIGN_OR_RETURN(const GenerationContent content, ReadStore(store, manifest));
  NORN_ASSIGN_OR_RETURN(const std::string view, BuildView(content.graph));
  NORN_ASSIGN_OR_RETURN(const uint64_t checksum, store.Checksum());
  proto::Manifest made = MakeManifest(content, checksum, view);
  made.set_generation(number);
  if (made.view_checksum() != manifest.view_checksum()) {
    return Differs("the view is not the one that the store makes");
  }
  if (PrintManifest(made) != PrintManifest(manifest)) {
    return Differs("the manifest does not say what the store holds");
  }
  return absl::OkStatus();
}

}  // namespace norn::graph
