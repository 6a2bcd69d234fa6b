#include "tests/support/power_loss.h"

#include <sys/stat.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "gtest/gtest.h"
#include "tests/support/logged_call.h"

namespace norn::tests {
namespace {

namespace fs = std::filesystem;

std::string FolderOf(absl::string_view path) {
  return std::string(path.substr(0, path.rfind('/')));
}
std::string NameOf(absl::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// The log's next call with its texts; false at the end.
bool Next(absl::string_view& log, LoggedCall& call, std::string& one, std::string& two) {
  if (log.size() < sizeof(call)) return false;
  std::memcpy(&call, log.data(), sizeof(call));
  log.remove_prefix(sizeof(call));
  one = std::string(log.substr(0, call.one_size));
  two = std::string(log.substr(call.one_size, call.two_size));
  log.remove_prefix(call.one_size + call.two_size);
  return true;
}

}  // namespace

PowerLoss::PowerLoss(const std::string& folder) : folder_(folder) { root_ = Read(folder); }

PowerLoss::PowerLoss(const PowerLoss& other) : folder_(other.folder_) {
  Copies copies;
  root_ = Copy(other.root_, copies);
  for (const auto& [number, file] : other.files_) files_[number] = Copy(file, copies);
}

PowerLoss::ItemPtr PowerLoss::Copy(const ItemPtr& item, Copies& copies) {
  if (item == nullptr) return nullptr;
  ItemPtr& copy = copies[item.get()];
  if (copy != nullptr) return copy;
  copy = std::make_shared<Item>(*item);
  const ItemPtr made = copy;
  for (auto* names : {&made->names, &made->names_now}) {
    for (auto& [name, inner] : *names) inner = Copy(inner, copies);
  }
  for (Naming& naming : made->unsynced_names) naming.item = Copy(naming.item, copies);
  return made;
}

PowerLoss::ItemPtr PowerLoss::Read(const std::string& path) {
  auto item = std::make_shared<Item>();
  if (fs::is_symlink(path)) {
    item->kind = Item::kLink;
    item->bytes = fs::read_symlink(path).string();
  } else if (fs::is_directory(path)) {
    item->kind = Item::kFolder;
    for (const auto& entry : fs::directory_iterator(path)) {
      item->names[entry.path().filename().string()] = Read(entry.path().string());
    }
    item->names_now = item->names;
  } else {
    std::ifstream in(path, std::ios::binary);
    item->bytes.assign(std::istreambuf_iterator<char>(in), {});
    struct stat info = {};
    EXPECT_EQ(stat(path.c_str(), &info), 0) << path;
    files_[info.st_ino] = item;
  }
  return item;
}

size_t PowerLoss::CountCalls(absl::string_view log) {
  LoggedCall call;
  std::string one, two;
  size_t calls = 0;
  while (Next(log, call, one, two)) ++calls;
  return calls;
}

std::set<std::string> PowerLoss::SyncedFolders(absl::string_view log) {
  LoggedCall call;
  std::string one, two;
  std::set<std::string> folders;
  while (Next(log, call, one, two)) {
    if (call.what == 'D') folders.insert(one);
  }
  return folders;
}

PowerLoss::ItemPtr PowerLoss::Find(absl::string_view path) const {
  if (!absl::ConsumePrefix(&path, folder_)) return nullptr;
  ItemPtr item = root_;
  for (const absl::string_view name : absl::StrSplit(path, '/', absl::SkipEmpty())) {
    const auto found = item->names_now.find(std::string(name));
    if (found == item->names_now.end()) return nullptr;
    item = found->second;
  }
  return item;
}

void PowerLoss::Apply(const Write& write, std::string& bytes) {
  const auto at = static_cast<size_t>(write.at);
  if (write.is_cut) return bytes.resize(at);
  if (bytes.size() < at + write.bytes.size()) bytes.resize(at + write.bytes.size());
  bytes.replace(at, write.bytes.size(), write.bytes);
}

void PowerLoss::Apply(const Naming& naming, std::map<std::string, ItemPtr>& names) {
  if (!naming.gone.empty()) names.erase(naming.gone);
  if (naming.item == nullptr) {
    names.erase(naming.name);
  } else {
    names[naming.name] = naming.item;
  }
}

void PowerLoss::Name(absl::string_view path, ItemPtr item, absl::string_view gone) {
  const ItemPtr folder = Find(FolderOf(path));
  ASSERT_NE(folder, nullptr) << path;
  const Naming naming = {NameOf(path), std::move(item), gone.empty() ? "" : NameOf(gone)};
  Apply(naming, folder->names_now);
  folder->unsynced_names.push_back(naming);
}

void PowerLoss::Replay(absl::string_view log, size_t calls) {
  LoggedCall call;
  std::string one, two;
  for (size_t i = 0; i < calls && Next(log, call, one, two); ++i) {
    const auto made = std::make_shared<Item>();
    const auto file = files_.find(call.file);
    const bool is_known = file != files_.end();
    switch (call.what) {
      case 'C':
        Name(one, files_[call.file] = made);
        break;
      case 'W':
        if (is_known) file->second->unsynced.push_back({call.at, one});
        break;
      case 'T':
        if (is_known) file->second->unsynced.push_back({call.at, "", true});
        break;
      case 'S':
        if (!is_known) break;
        for (const Write& write : file->second->unsynced) Apply(write, file->second->bytes);
        file->second->unsynced.clear();
        break;
      case 'D':
        if (const ItemPtr folder = Find(one)) {
          folder->names = folder->names_now;
          folder->unsynced_names.clear();
        }
        break;
      case 'M':
        made->kind = Item::kFolder;
        Name(one, made);
        break;
      case 'K':
        made->kind = Item::kLink;
        made->bytes = one;
        Name(two, made);
        break;
      case 'U':
        Name(one, nullptr);
        break;
      case 'L':
        Name(two, Find(one));
        break;
      case 'R':
        if (FolderOf(one) == FolderOf(two)) {
          Name(two, Find(one), one);
        } else {
          Name(two, Find(one));
          Name(one, nullptr);
        }
        break;
      default:
        FAIL() << "a call that is not known: " << call.what;
    }
  }
}

void PowerLoss::WriteTo(const std::string& folder, std::mt19937& random) const {
  WriteItem(*root_, folder, random);
}

void PowerLoss::WriteItem(const Item& item, const std::string& path, std::mt19937& random) {
  if (item.kind == Item::kLink) return fs::create_symlink(item.bytes, path);
  if (item.kind == Item::kFolder) {
    fs::create_directory(path);
    std::map<std::string, ItemPtr> names = item.names;
    const size_t kept = random() % (item.unsynced_names.size() + 1);
    for (size_t i = 0; i < kept; ++i) Apply(item.unsynced_names[i], names);
    for (const auto& [name, inner] : names) WriteItem(*inner, path + "/" + name, random);
    return;
  }
  std::string bytes = item.bytes;
  const size_t kept = random() % (item.unsynced.size() + 1);
  for (size_t i = 0; i < kept; ++i) Apply(item.unsynced[i], bytes);
  // The write behind them may have come half-way.
  if (kept < item.unsynced.size() && !item.unsynced[kept].is_cut) {
    Write half = item.unsynced[kept];
    half.bytes.resize(random() % (half.bytes.size() + 1));
    if (!half.bytes.empty()) Apply(half, bytes);
  }
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace norn::tests
