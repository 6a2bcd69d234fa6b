#include "ingest/lexicon/user_lexicons.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "base/files.h"
#include "base/status_macros.h"
#include "ingest/lexicon/builtin_tables.h"

namespace norn::ingest {
namespace {

using google::protobuf::RepeatedPtrField;
using google::protobuf::TextFormat;

struct UserFile {
  std::string path;
  std::string text;
};

absl::Status Refused(const std::string& path, int line, absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat(path, ":", line, ": ", problem));
}

class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  // Protobuf counts lines from 0.
  void AddError(int line, int /*column*/, const std::string& message) override {
    if (!error_.has_value()) error_ = {line + 1, message};
  }
  const std::pair<int, std::string>& get() const { return *error_; }

 private:
  std::optional<std::pair<int, std::string>> error_;
};

int LineOf(const TextFormat::ParseInfoTree& tree, int field) {
  return tree.GetLocation(Lexicon::descriptor()->FindFieldByNumber(field), -1).line + 1;
}

absl::StatusOr<Lexicon> Parse(const UserFile& file) {
  Lexicon lexicon;
  FirstError error;
  TextFormat::ParseInfoTree tree;
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  parser.WriteLocationsTo(&tree);
  if (!parser.ParseFromString(file.text, &lexicon)) {
    return Refused(file.path, error.get().first, error.get().second);
  }
  const std::vector<std::string> languages = LexiconSet::BuiltIn().languages();
  if (!lexicon.language().empty() &&
      !std::binary_search(languages.begin(), languages.end(), lexicon.language())) {
    return Refused(file.path, LineOf(tree, Lexicon::kLanguageFieldNumber),
                   absl::StrCat("language \"", lexicon.language(), "\" is none of ",
                                absl::StrJoin(languages, ", "), "; without one it is for all"));
  }
  if (lexicon.event_type_size() > 0) {
    const auto* field = Lexicon::descriptor()->FindFieldByNumber(Lexicon::kEventTypeFieldNumber);
    return Refused(file.path, tree.GetLocation(field, 0).line + 1,
                   "the kinds of events are norn's own: give words for them instead");
  }
  return lexicon;
}

absl::StatusOr<std::vector<Lexicon>> BuiltInParts() {
  std::vector<Lexicon> parts;
  for (const EmbeddedTable& table : BuiltinTables()) {
    Lexicon& part = parts.emplace_back();
    if (!part.ParseFromArray(table.begin, static_cast<int>(table.bytes().size()))) {
      return absl::DataLossError(absl::StrCat(table.name, ": does not parse"));
    }
  }
  return parts;
}

// Moves entries of `own` to those of the same id in the built-in parts of its language.
template <typename Entry, typename Key>
void JoinKnown(RepeatedPtrField<Entry>* (Lexicon::*entries)(), Key key, std::vector<Lexicon>& parts,
               Lexicon& own) {
  std::map<std::string, Entry*> known;
  for (Lexicon& part : parts) {
    if (part.language() != own.language()) continue;
    for (Entry& entry : *(part.*entries)()) known.emplace(key(entry), &entry);
  }
  RepeatedPtrField<Entry> unknown;
  for (Entry& entry : *(own.*entries)()) {
    const auto at = known.find(key(entry));
    if (at == known.end()) {
      *unknown.Add() = std::move(entry);
    } else {
      at->second->MergeFrom(entry);
    }
  }
  (own.*entries)()->Swap(&unknown);
}

void JoinAllKnown(std::vector<Lexicon>& parts, Lexicon& own) {
  constexpr auto kId = [](const auto& entry) { return entry.id(); };
  constexpr auto kName = [](const auto& entry) { return entry.name(); };
  JoinKnown<State>(&Lexicon::mutable_state, kId, parts, own);
  JoinKnown<Actor>(&Lexicon::mutable_actor, kId, parts, own);
  JoinKnown<Weapon>(&Lexicon::mutable_weapon, kId, parts, own);
  JoinKnown<Place>(&Lexicon::mutable_place, kId, parts, own);
  JoinKnown<Office>(
      &Lexicon::mutable_office, [](const Office& office) { return office.code(); }, parts, own);
  JoinKnown<WordClass>(&Lexicon::mutable_word_class, kName, parts, own);
  JoinKnown<SemanticClass>(&Lexicon::mutable_semantic_class, kName, parts, own);
}

// The check names the entry in quotes: where a file has it, there is the line.
absl::Status WithPlace(const absl::Status& refused, const std::vector<UserFile>& files) {
  const absl::string_view message = refused.message();
  const size_t begin = message.find('"');
  const size_t end = message.find('"', begin + 1);
  if (end != absl::string_view::npos) {
    const absl::string_view entry = message.substr(begin + 1, end - begin - 1);
    for (const char quote : {'"', '\''}) {
      const std::string quoted = absl::StrCat(std::string(1, quote), entry, std::string(1, quote));
      for (const UserFile& file : files) {
        const size_t at = file.text.find(quoted);
        if (at == std::string::npos) continue;
        const auto line = std::count(file.text.begin(),
                                     file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        return Refused(file.path, static_cast<int>(line) + 1, message);
      }
    }
  }
  return Refused(files.front().path, 1, message);
}

}  // namespace

absl::StatusOr<LexiconSet> WithUserLexicons(absl::Span<const std::string> paths) {
  NORN_ASSIGN_OR_RETURN(std::vector<Lexicon> parts, BuiltInParts());
  std::vector<UserFile> files;
  std::vector<Lexicon> own;
  for (const std::string& path : paths) {
    NORN_ASSIGN_OR_RETURN(std::string text, base::ReadFile(path));
    files.push_back({path, std::move(text)});
    NORN_ASSIGN_OR_RETURN(own.emplace_back(), Parse(files.back()));
  }
  for (Lexicon& lexicon : own) JoinAllKnown(parts, lexicon);
  parts.insert(parts.end(), own.begin(), own.end());
  absl::StatusOr<LexiconSet> set = LexiconSet::FromMessages(std::move(parts));
  if (set.ok() || files.empty()) return set;
  // One that is wrong by itself is named rather than one that goes with it.
  for (size_t i = 0; files.size() > 1 && i < files.size(); ++i) {
    NORN_RETURN_IF_ERROR(WithUserLexicons({files[i].path}).status());
  }
  return WithPlace(set.status(), files);
}

}  // namespace norn::ingest
