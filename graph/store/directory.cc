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
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "graph/store/generation_check.h"
#include "graph/store/generation_writer.h"
#include "graph/store/graph_folder.h"
#include "graph/store/retention.h"
#include "graph/view/view_builder.h"

namespace norn::graph {
namespace {

namespace fs = std::filesystem;

constexpr absl::string_view kUnfinished = ".tmp";

absl::Status NotAGraph(const std::string& path) {
  return absl::FailedPreconditionError(
      absl::StrCat(path, " is not a norn graph: choose another folder"));
}

absl::Status NoGraph(const std::string& path) {
  return absl::NotFoundError(
      absl::StrCat("there is no graph at ", path, ": make one with norn build"));
}

absl::Status ForReadingOnly() {
  return absl::FailedPreconditionError("the graph was opened for reading only");
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

}  // namespace

absl::StatusOr<GraphDirectory> GraphDirectory::Open(const std::string& path) {
  NORN_ASSIGN_OR_RETURN(const FolderKind kind, KindOfFolder(path));
  switch (kind) {
    case FolderKind::kMissing:
    case FolderKind::kEmpty:
      return NoGraph(path);
    case FolderKind::kOther:
      return NotAGraph(path);
    case FolderKind::kGraph:
      break;
  }
  return GraphDirectory(path, -1, {});
}

absl::StatusOr<GraphDirectory> GraphDirectory::OpenForWriting(const std::string& path,
                                                              DirectoryOptions options) {
  NORN_ASSIGN_OR_RETURN(const FolderKind kind, KindOfFolder(path));
  if (kind == FolderKind::kOther) return NotAGraph(path);
  NORN_RETURN_IF_ERROR(base::MakeFolders(path));
  NORN_ASSIGN_OR_RETURN(const int lock, TakeLock(path));
  GraphDirectory directory(path, lock, std::move(options));
  NORN_RETURN_IF_ERROR(MarkAsGraph(path));
  NORN_RETURN_IF_ERROR(base::MakeFolders(absl::StrCat(path, "/", kGenerationsFolder)));
  // A later norn's graph is not ours to replace.
  const absl::StatusOr<uint64_t> current = directory.ReadCurrent();
  if (!current.ok()) return directory;
  const absl::Status readable = directory.ReadManifest(*current).status();
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

absl::Status GraphDirectory::CheckStop() const {
  if (options_.stop == nullptr || !options_.stop->load()) return absl::OkStatus();
  return absl::CancelledError(absl::StrCat("stopped; ", path_, " is as it was"));
}

absl::Status GraphDirectory::StepUnlessStopped(absl::string_view name) const {
  Step(name);
  return CheckStop();
}

std::string GraphDirectory::ExtractionsPath() const { return absl::StrCat(path_, "/extractions"); }

std::string GraphDirectory::GenerationPath(uint64_t generation) const {
  return absl::StrCat(path_, "/", kGenerationsFolder, "/", GenerationName(generation));
}

std::vector<uint64_t> GraphDirectory::Generations() const {
  std::vector<uint64_t> generations;
  std::error_code error;
  for (fs::directory_iterator it(absl::StrCat(path_, "/", kGenerationsFolder), error), end;
       !error && it != end; it.increment(error)) {
    if (const auto number = ParseGenerationName(it->path().filename().string())) {
      generations.push_back(*number);
    }
  }
  std::sort(generations.begin(), generations.end());
  return generations;
}

// Before its first rename, a first build points CURRENT to the generation that it has written: if
// it is killed there, nothing was published yet.
bool GraphDirectory::IsFirstBuild(uint64_t current) const {
  std::error_code error;
  return current == 1 && Generations().empty() &&
         fs::exists(absl::StrCat(GenerationPath(1), kUnfinished, "/MANIFEST"), error);
}

absl::StatusOr<uint64_t> GraphDirectory::ReadCurrent() const {
  const std::string link = absl::StrCat(path_, "/CURRENT");
  std::error_code error;
  const std::string target = fs::read_symlink(link, error).string();
  if (error == std::errc::no_such_file_or_directory) {
    if (Generations().empty()) return NoGraph(path_);
    return absl::DataLossError(absl::StrCat(link, " is missing, though generations are there"));
  }
  // What is no link at all is an invalid argument here.
  if (error && error != std::errc::invalid_argument) {
    return absl::ErrnoToStatus(error.value(), absl::StrCat("cannot read ", link));
  }
  absl::string_view name = target;
  std::optional<uint64_t> number;
  if (absl::ConsumePrefix(&name, absl::StrCat(kGenerationsFolder, "/"))) {
    number = ParseGenerationName(name);
  }
  if (!number.has_value()) {
    return absl::DataLossError(absl::StrCat(link, " does not point to a generation"));
  }
  if (fs::is_directory(GenerationPath(*number), error)) return *number;
  if (error && error != std::errc::no_such_file_or_directory) {
    return absl::ErrnoToStatus(error.value(), absl::StrCat("cannot read ", link));
  }
  // Builds that finished meanwhile may have removed it and pointed CURRENT to another one.
  if (fs::read_symlink(link, error).string() != target && !error) return ReadCurrent();
  if (IsFirstBuild(*number)) return NoGraph(path_);
  return absl::DataLossError(
      absl::StrCat(link, " points to generation ", *number, ", which is not there"));
}

absl::StatusOr<uint64_t> GraphDirectory::Current() const {
  absl::StatusOr<uint64_t> current = ReadCurrent();
  if (!absl::IsDataLoss(current.status())) return current;
  const std::optional<uint64_t> sound = NewestSound();
  return absl::DataLossError(absl::StrCat(
      current.status().message(),
      sound.has_value() ? absl::StrCat("; generation ", *sound, " is sound: norn rollback --graph ",
                                       path_, " ", *sound, " makes it the current one")
                        : "; no generation is sound: build the graph again with norn build"));
}

std::optional<uint64_t> GraphDirectory::NewestSound(uint64_t before) const {
  std::vector<uint64_t> generations = Generations();
  std::reverse(generations.begin(), generations.end());
  for (const uint64_t generation : generations) {
    if (generation < before && Verify(generation).ok()) return generation;
  }
  return std::nullopt;
}

absl::Status GraphDirectory::Verify(uint64_t generation) const {
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, ReadManifest(generation));
  return VerifyGeneration(GenerationPath(generation), manifest);
}

absl::Status GraphDirectory::MakeCurrent(uint64_t generation) {
  if (lock_ < 0) return ForReadingOnly();
  NORN_RETURN_IF_ERROR(Verify(generation));
  Retention retention = Retention::Read(path_);
  retention.ForgetRolledBack(generation);
  const absl::StatusOr<uint64_t> current = ReadCurrent();
  if (current.ok() && *current > generation) {
    // One that is damaged cannot come back, and need not be remembered.
    const absl::StatusOr<proto::Manifest> left = ReadManifest(*current);
    if (left.ok()) retention.AddRolledBack(*current, left->store_checksum());
  }
  NORN_RETURN_IF_ERROR(retention.Write());
  return PointTo(generation);
}

absl::Status GraphDirectory::Discard(uint64_t generation) {
  if (lock_ < 0) return ForReadingOnly();
  const absl::StatusOr<uint64_t> current = ReadCurrent();
  if (!current.ok() || *current == generation) {
    return absl::FailedPreconditionError(
        absl::StrCat("generation ", generation, " of ", path_, " may be the one that is read"));
  }
  // Renamed first: a kill while the files go must not leave half a generation that looks whole.
  const std::string unfinished = absl::StrCat(GenerationPath(generation), kUnfinished);
  NORN_RETURN_IF_ERROR(base::RemoveTree(unfinished));
  NORN_RETURN_IF_ERROR(base::Rename(GenerationPath(generation), unfinished));
  return base::RemoveTree(unfinished);
}

absl::Status GraphDirectory::PointTo(uint64_t generation) const {
  NORN_RETURN_IF_ERROR(
      base::ReplaceLink(absl::StrCat(path_, "/CURRENT"),
                        absl::StrCat(kGenerationsFolder, "/", GenerationName(generation))));
  return base::SyncFolder(path_);
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
  const absl::StatusOr<std::string> text = base::ReadFile(file);
  if (!text.ok()) return MissingIsDamage(text.status());
  return ParseManifest(*text, file);
}

absl::StatusOr<Store> GraphDirectory::OpenStore(std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(const uint64_t number, Resolve(generation));
  absl::StatusOr<Store> store = Store::Open(absl::StrCat(GenerationPath(number), "/store"));
  if (!store.ok()) return MissingIsDamage(store.status());
  return store;
}

absl::StatusOr<GenerationContent> GraphDirectory::ReadContent(
    std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(uint64_t number, Resolve(generation));
  absl::StatusOr<GenerationContent> content = ReadContentOf(number);
  while (!content.ok() && !generation.has_value()) {
    // Builds that finished meanwhile may have removed the generation under our feet.
    NORN_ASSIGN_OR_RETURN(const uint64_t now, Current());
    if (now == number) break;
    number = now;
    content = ReadContentOf(number);
  }
  return content;
}

absl::StatusOr<GenerationContent> GraphDirectory::ReadContentOf(uint64_t generation) const {
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, ReadManifest(generation));
  return ReadVerifiedContent(GenerationPath(generation), manifest);
}

absl::StatusOr<View> GraphDirectory::OpenView(std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(uint64_t number, Resolve(generation));
  absl::StatusOr<View> view = OpenViewOf(number);
  while (!view.ok() && !generation.has_value()) {
    // Builds that finished meanwhile may have removed the generation under our feet.
    NORN_ASSIGN_OR_RETURN(const uint64_t now, Current());
    if (now == number) break;
    number = now;
    view = OpenViewOf(number);
  }
  return view;
}

absl::StatusOr<View> GraphDirectory::OpenViewOf(uint64_t generation) const {
  absl::StatusOr<View> view = View::Open(absl::StrCat(GenerationPath(generation), "/view"));
  if (!absl::IsNotFound(view.status()) && !absl::IsDataLoss(view.status()) &&
      !absl::IsFailedPrecondition(view.status())) {
    return view;
  }
  return MakeView(generation);
}

absl::StatusOr<View> GraphDirectory::MakeView(std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(const Store store, OpenStore(generation));
  NORN_ASSIGN_OR_RETURN(const PropertyGraph graph, store.ReadGraph());
  NORN_ASSIGN_OR_RETURN(std::string bytes, BuildView(graph));
  return View::FromBytes(std::move(bytes));
}

absl::StatusOr<bool> GraphDirectory::IsOfOlderFormat(uint64_t generation) const {
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, ReadManifest(generation));
  if (manifest.format_version() < kManifestFormat) return true;
  return absl::IsFailedPrecondition(
      View::Open(absl::StrCat(GenerationPath(generation), "/view")).status());
}

std::optional<proto::Manifest> GraphDirectory::MadeFrom(absl::string_view input_checksum) const {
  const absl::StatusOr<uint64_t> current = ReadCurrent();
  if (!current.ok()) return std::nullopt;
  absl::StatusOr<proto::Manifest> manifest = ReadManifest(*current);
  if (!manifest.ok() || manifest->input_checksum().empty() ||
      manifest->input_checksum() != input_checksum || manifest->left_out() > 0) {
    return std::nullopt;
  }
  // What an older norn wrote is to be made anew.
  const absl::StatusOr<bool> is_older = IsOfOlderFormat(*current);
  if (!is_older.ok() || *is_older || !VerifyGeneration(GenerationPath(*current), *manifest).ok()) {
    return std::nullopt;
  }
  return *std::move(manifest);
}

absl::StatusOr<proto::Manifest> GraphDirectory::Publish(const GenerationContent& content) {
  return PublishWith([this, &content](const std::string& folder) {
    return WriteGeneration(folder, content,
                           [this](absl::string_view step) { return StepUnlessStopped(step); });
  });
}

absl::StatusOr<proto::Manifest> GraphDirectory::Publish(ColumnarGraph graph) {
  return PublishWith([this, &graph](const std::string& folder) {
    return WriteGeneration(folder, std::move(graph),
                           [this](absl::string_view step) { return StepUnlessStopped(step); });
  });
}

absl::StatusOr<proto::Manifest> GraphDirectory::PublishWith(
    const std::function<absl::StatusOr<proto::Manifest>(const std::string& folder)>& write) {
  if (lock_ < 0) return ForReadingOnly();
  const bool is_damaged = absl::IsDataLoss(ReadCurrent().status());
  Step("remove left-overs");
  NORN_RETURN_IF_ERROR(RemoveLeftOvers());
  const std::vector<uint64_t> before = Generations();
  const uint64_t number = before.empty() ? 1 : before.back() + 1;
  const std::string folder = absl::StrCat(GenerationPath(number), kUnfinished);
  // Failed half-way, for want of space perhaps: give it back. Finished, it has another name by
  // then.
  const absl::Cleanup remove_folder = [&folder] { base::RemoveTree(folder).IgnoreError(); };
  NORN_ASSIGN_OR_RETURN(proto::Manifest manifest, write(folder));
  Step("compare");
  if (std::optional<proto::Manifest> current = SameAsCurrent(manifest)) {
    return *std::move(current);
  }
  Retention retention = Retention::Read(path_);
  if (const auto rolled_back = retention.RolledBack(manifest.store_checksum())) {
    absl::StatusOr<proto::Manifest> current = ReadManifest();
    if (current.ok() && options_.on_rolled_back) options_.on_rolled_back(*rolled_back);
    if (current.ok()) return current;
  }
  manifest.set_generation(number);
  NORN_RETURN_IF_ERROR(Finish(folder, manifest));
  if (const absl::Status swapped = Swap(folder, number, before.empty()); !swapped.ok()) {
    const absl::StatusOr<uint64_t> now = ReadCurrent();
    if (!now.ok() || *now != number) return swapped;
    return absl::Status(
        swapped.code(),
        absl::StrCat("generation ", number, " of ", path_,
                     " is published, but it may not outlive a loss of power: ", swapped.message()));
  }
  Step("remove old");
  retention.ForgetRolledBack();
  if (options_.keep.has_value()) retention.set_keep(*options_.keep);
  retention.Write().IgnoreError();
  // Where CURRENT was damaged, nobody can tell which of the older ones is dear: the next build may.
  // It is published: what cannot be removed now is removed the next time.
  if (!is_damaged) RemoveLeftOvers().IgnoreError();
  Step("done");
  return manifest;
}

absl::Status GraphDirectory::Swap(const std::string& folder, uint64_t number, bool is_first) const {
  // There must be no moment at which a generation is there and CURRENT is not: that is damage.
  if (is_first) {
    Step("swap first CURRENT");
    NORN_RETURN_IF_ERROR(PointTo(number));
  }
  Step("swap");
  absl::Status renamed = base::Rename(folder, GenerationPath(number));
  if (!renamed.ok()) {
    if (is_first) base::RemoveTree(absl::StrCat(path_, "/CURRENT")).IgnoreError();
    return renamed;
  }
  NORN_RETURN_IF_ERROR(base::SyncFolder(absl::StrCat(path_, "/", kGenerationsFolder)));
  if (is_first) return absl::OkStatus();
  Step("swap CURRENT");
  return PointTo(number);
}

absl::Status GraphDirectory::RemoveLeftOvers() const {
  const absl::StatusOr<uint64_t> current = ReadCurrent();
  // Before the generation that a killed first build meant it to point to.
  if (absl::IsNotFound(current.status())) {
    NORN_RETURN_IF_ERROR(base::RemoveTree(absl::StrCat(path_, "/CURRENT")));
  }
  const std::vector<uint64_t> gone = current.ok()
                                         ? Retention::Read(path_).ToRemove(Generations(), *current)
                                         : std::vector<uint64_t>();
  for (const uint64_t generation : gone) {
    // Renamed first: a kill while the files go must not leave half a generation that looks whole.
    const std::string unfinished = absl::StrCat(GenerationPath(generation), kUnfinished);
    NORN_RETURN_IF_ERROR(base::RemoveTree(unfinished));
    NORN_RETURN_IF_ERROR(base::Rename(GenerationPath(generation), unfinished));
  }
  std::error_code error;
  for (fs::directory_iterator it(absl::StrCat(path_, "/", kGenerationsFolder), error), end;
       !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    absl::string_view stem = name;
    if (absl::ConsumeSuffix(&stem, kUnfinished) && ParseGenerationName(stem).has_value()) {
      NORN_RETURN_IF_ERROR(base::RemoveTree(it->path().string()));
    }
  }
  return base::RemoveTree(absl::StrCat(path_, "/CURRENT.tmp"));
}

absl::Status GraphDirectory::Finish(const std::string& folder,
                                    const proto::Manifest& manifest) const {
  NORN_RETURN_IF_ERROR(StepUnlessStopped("verify"));
  NORN_RETURN_IF_ERROR(VerifyGeneration(folder, manifest));
  NORN_RETURN_IF_ERROR(StepUnlessStopped("sync"));
  NORN_RETURN_IF_ERROR(base::SyncTree(folder));
  Step("write manifest");
  NORN_RETURN_IF_ERROR(
      base::WriteFileSynced(absl::StrCat(folder, "/MANIFEST"), SealedManifest(manifest)));
  return base::SyncFolder(folder);
}

// A current generation that is damaged is never the same: building again must mend it.
std::optional<proto::Manifest> GraphDirectory::SameAsCurrent(
    const proto::Manifest& manifest) const {
  const absl::StatusOr<uint64_t> number = ReadCurrent();
  if (!number.ok()) return std::nullopt;
  absl::StatusOr<proto::Manifest> current = ReadManifest(*number);
  if (!current.ok()) return std::nullopt;
  proto::Manifest numbered = manifest;
  numbered.set_generation(current->generation());
  if (PrintManifest(numbered) != PrintManifest(*current)) return std::nullopt;
  if (!VerifyGeneration(GenerationPath(current->generation()), *current).ok()) return std::nullopt;
  return *std::move(current);
}

absl::Status GraphDirectory::Check(std::optional<uint64_t> generation) const {
  NORN_ASSIGN_OR_RETURN(const uint64_t number, Resolve(generation));
  NORN_ASSIGN_OR_RETURN(const proto::Manifest manifest, ReadManifest(number));
  if (manifest.generation() != number) {
    return absl::DataLossError(absl::StrCat(GenerationPath(number), "/MANIFEST is of generation ",
                                            manifest.generation(), "; build the graph again"));
  }
  return CheckGeneration(GenerationPath(number), manifest);
}

}  // namespace norn::graph
