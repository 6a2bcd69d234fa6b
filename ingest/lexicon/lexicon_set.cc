#include "ingest/lexicon/lexicon_set.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "base/status_macros.h"
#include "ingest/lexicon/builtin_tables.h"
#include "ingest/lexicon/lexicon_check.h"
#include "xxhash.h"

namespace norn::ingest {
namespace {

// Joins entries of one id; what is new keeps its order after what was there. Merging appends the
// lists of words, which is what joining two entries of one id means.
template <typename Entries, typename Key>
void JoinById(const Entries& from, Key key, Entries* into) {
  std::map<std::string, int> index;
  for (int i = 0; i < into->size(); ++i) index.emplace(key(into->Get(i)), i);
  for (const auto& entry : from) {
    const auto found = index.find(key(entry));
    if (found == index.end()) {
      index.emplace(key(entry), into->size());
      *into->Add() = entry;
      continue;
    }
    into->Mutable(found->second)->MergeFrom(entry);
  }
}

constexpr auto kId = [](const auto& entry) { return entry.id(); };

void Join(Lexicon part, Lexicon* into) {
  JoinById(part.state(), kId, into->mutable_state());
  JoinById(part.actor(), kId, into->mutable_actor());
  JoinById(part.weapon(), kId, into->mutable_weapon());
  JoinById(part.place(), kId, into->mutable_place());
  JoinById(
      part.office(), [](const Office& office) { return office.code(); }, into->mutable_office());
  JoinById(
      part.word_class(), [](const WordClass& words) { return words.name(); },
      into->mutable_word_class());
  JoinById(
      part.semantic_class(), [](const SemanticClass& words) { return words.name(); },
      into->mutable_semantic_class());
  part.clear_state();
  part.clear_actor();
  part.clear_weapon();
  part.clear_place();
  part.clear_office();
  part.clear_word_class();
  part.clear_semantic_class();
  into->MergeFrom(part);
}

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
  Join(more, &set.by_language_[more.language()]);
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
  for (auto& [bytes, part] : sorted) {
    if (part->language().empty()) Join(*part, &shared);
  }
  set.events_ = EventSchema(shared);
  for (auto& [bytes, part] : sorted) {
    if (part->language().empty()) continue;
    Join(*part, &set.by_language_.try_emplace(part->language(), shared).first->second);
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
