#include "ingest/lexicon/lexicon_set.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"
#include "google/protobuf/repeated_field.h"
#include "ingest/lexicon/builtin_tables.h"
#include "ingest/lexicon/lexicon_check.h"
#include "xxhash.h"

namespace norn::ingest {
namespace {

constexpr auto kId = [](const auto& entry) -> const std::string& { return entry.id(); };
constexpr auto kCode = [](const auto& entry) -> const std::string& { return entry.code(); };
constexpr auto kName = [](const auto& entry) -> const std::string& { return entry.name(); };

// Entries of one kind, to which others are joined by their ids; what is new keeps its order after
// what was there. Merging appends the lists of words, which is what joining two entries of one id
// means.
template <typename Entry, typename Key>
class Entries {
 public:
  Entries(google::protobuf::RepeatedPtrField<Entry>* entries, Key key)
      : entries_(*entries), key_(key) {
    for (Entry& entry : entries_) known_.try_emplace(key_(entry), &entry);
  }

  void Join(google::protobuf::RepeatedPtrField<Entry>* from) {
    for (Entry& entry : *from) {
      if (const auto known = known_.find(key_(entry)); known != known_.end()) {
        known->second->MergeFrom(entry);
        continue;
      }
      Entry* const added = entries_.Add();
      *added = std::move(entry);
      known_.emplace(key_(*added), added);
    }
    from->Clear();
  }

 private:
  google::protobuf::RepeatedPtrField<Entry>& entries_;
  Key key_;
  // Entries do not move, and keep their ids.
  absl::flat_hash_map<absl::string_view, Entry*> known_;
};

// A lexicon to which parts are joined. It stays where it is as long as that goes on.
class Joined {
 public:
  explicit Joined(Lexicon* lexicon)
      : lexicon_(*lexicon),
        states_(lexicon->mutable_state(), kId),
        actors_(lexicon->mutable_actor(), kId),
        weapons_(lexicon->mutable_weapon(), kId),
        places_(lexicon->mutable_place(), kId),
        offices_(lexicon->mutable_office(), kCode),
        word_classes_(lexicon->mutable_word_class(), kName),
        semantic_classes_(lexicon->mutable_semantic_class(), kName) {}

  void Join(Lexicon part) {
    states_.Join(part.mutable_state());
    actors_.Join(part.mutable_actor());
    weapons_.Join(part.mutable_weapon());
    places_.Join(part.mutable_place());
    offices_.Join(part.mutable_office());
    word_classes_.Join(part.mutable_word_class());
    semantic_classes_.Join(part.mutable_semantic_class());
    lexicon_.MergeFrom(part);
  }

 private:
  Lexicon& lexicon_;
  Entries<State, decltype(kId)> states_;
  Entries<Actor, decltype(kId)> actors_;
  Entries<Weapon, decltype(kId)> weapons_;
  Entries<Place, decltype(kId)> places_;
  Entries<Office, decltype(kCode)> offices_;
  Entries<WordClass, decltype(kName)> word_classes_;
  Entries<SemanticClass, decltype(kName)> semantic_classes_;
};

// `parts` sorted by their bytes, so that the order in which they came does not matter.
std::string HashOf(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) absl::StrAppend(&all, part.size(), ":", part);
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  return absl::StrFormat("%016x%016x", hash.high64, hash.low64);
}

absl::StatusOr<LexiconSet> FromBuiltinTables() {
  std::vector<Lexicon> parts;
  for (const EmbeddedTable& table : BuiltinTables()) {
    Lexicon& part = parts.emplace_back();
    if (!part.ParseFromArray(table.begin, static_cast<int>(table.bytes().size()))) {
      return absl::DataLossError(absl::StrCat(table.name, ": does not parse"));
    }
    const std::vector<std::string> path = absl::StrSplit(table.name, '/');
    if (part.language() != (path[0] == "shared" ? "" : path[0])) {
      return absl::InvalidArgumentError(absl::StrCat(table.name, ".textproto: `language` is \"",
                                                     part.language(),
                                                     "\" and does not fit the folder"));
    }
  }
  return LexiconSet::FromMessages(std::move(parts));
}

}  // namespace

const LexiconSet& LexiconSet::BuiltIn() {
  static const LexiconSet* const kBuiltIn = [] {
    absl::StatusOr<LexiconSet> set = FromBuiltinTables();
    if (!set.ok()) {
      std::fprintf(stderr, "norn: the built-in lexicons are damaged: %s\n",
                   set.status().ToString().c_str());
      std::abort();
    }
    return new LexiconSet(*std::move(set));
  }();
  return *kBuiltIn;
}

LexiconSet LexiconSet::BuiltInWith(const Lexicon& more) {
  LexiconSet set = BuiltIn();
  Joined(&set.by_language_[more.language()]).Join(more);
  set.version_ = HashOf({set.version_, more.SerializeAsString()});
  return set;
}

absl::StatusOr<LexiconSet> LexiconSet::FromMessages(std::vector<Lexicon> parts) {
  NORN_RETURN_IF_ERROR(CheckLexicons(parts));
  std::vector<std::pair<std::string, Lexicon*>> sorted;
  for (Lexicon& part : parts) sorted.emplace_back(part.SerializeAsString(), &part);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });

  Lexicon shared;
  LexiconSet set;
  Joined joined_shared(&shared);
  for (auto& [bytes, part] : sorted) {
    if (part->language().empty()) joined_shared.Join(std::move(*part));
  }
  set.events_ = EventSchema(shared);
  std::map<std::string, Joined> joined;
  for (auto& [bytes, part] : sorted) {
    const std::string language = part->language();
    if (language.empty()) continue;
    Lexicon& lexicon = set.by_language_.try_emplace(language, shared).first->second;
    joined.try_emplace(language, &lexicon).first->second.Join(std::move(*part));
  }
  std::vector<std::string> bytes;
  for (auto& [serialized, part] : sorted) bytes.push_back(std::move(serialized));
  set.version_ = HashOf(bytes);
  return set;
}

const Lexicon& LexiconSet::For(absl::string_view language) const {
  const auto found = by_language_.find(std::string(language));
  return found == by_language_.end() ? empty_ : found->second;
}

std::vector<std::string> LexiconSet::languages() const {
  std::vector<std::string> languages;
  for (const auto& [language, lexicon] : by_language_) languages.push_back(language);
  return languages;
}

}  // namespace norn::ingest
