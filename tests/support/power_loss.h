// What a disk may hold after a loss of power: what was synced is there, and of the rest of each
// file and folder as much of the beginning as chance has it.
//
//   PowerLoss disk(folder);               // as it is now, all of it on disk
//   disk.Replay(ReadFile(log), number);   // the first calls that failing_calls.cc has written down
//   disk.WriteTo(other, random);          // one of the states that it may be found in
//
// Harsher than file systems are: of two folders, and of a file and its folder, each may be older.
#ifndef NORN_TESTS_SUPPORT_POWER_LOSS_H_
#define NORN_TESTS_SUPPORT_POWER_LOSS_H_

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace norn::tests {

class PowerLoss {
 public:
  explicit PowerLoss(const std::string& folder);
  // A disk of its own.
  PowerLoss(const PowerLoss& other);
  PowerLoss& operator=(const PowerLoss&) = delete;

  // How many calls the log has.
  static size_t CountCalls(absl::string_view log);
  // The folders that were synced.
  static std::set<std::string> SyncedFolders(absl::string_view log);
  void Replay(absl::string_view log, size_t calls);
  void WriteTo(const std::string& folder, std::mt19937& random) const;

 private:
  struct Write {
    int64_t at = 0;
    std::string bytes;
    bool is_cut = false;  // the file ends at `at`
  };
  struct Item;
  using ItemPtr = std::shared_ptr<Item>;
  // A name given to something, or taken away (null).
  struct Naming {
    std::string name;
    ItemPtr item;
    std::string gone;  // of a rename: the name that it had in the same folder
  };
  struct Item {
    enum Kind { kFile, kFolder, kLink } kind = kFile;
    std::string bytes;  // on disk; of a link, where it points
    std::vector<Write> unsynced;
    std::map<std::string, ItemPtr> names;  // on disk
    std::map<std::string, ItemPtr> names_now;
    std::vector<Naming> unsynced_names;
  };

  static void Apply(const Write& write, std::string& bytes);
  static void Apply(const Naming& naming, std::map<std::string, ItemPtr>& names);
  using Copies = std::map<const Item*, ItemPtr>;

  static ItemPtr Copy(const ItemPtr& item, Copies& copies);
  ItemPtr Read(const std::string& path);
  // The item at a path below the folder; null if there is none.
  ItemPtr Find(absl::string_view path) const;
  void Name(absl::string_view path, ItemPtr item, absl::string_view gone = "");
  static void WriteItem(const Item& item, const std::string& path, std::mt19937& random);

  std::string folder_;
  ItemPtr root_;
  std::map<uint64_t, ItemPtr> files_;  // by inode
};

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_POWER_LOSS_H_
