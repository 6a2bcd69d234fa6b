#include "ingest/lexicon/frame_check.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "base/status_macros.h"

namespace norn::ingest {
namespace {

constexpr char kFrame[] = "evoking";
constexpr char kClass[] = "semantic class";

absl::Status Refused(absl::string_view language, absl::string_view kind, absl::string_view name,
                     absl::string_view problem) {
  return absl::InvalidArgumentError(absl::StrCat(language.empty() ? "shared" : language, ": ", kind,
                                                 " \"", name, "\": ", problem));
}

// Of the upper-case letters of the five languages: A to Z, and À to Þ (UTF-8: C3, 80 to 9E; × is
// among them and no part of a word either).
bool HasUpperCase(absl::string_view word) {
  for (size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (absl::ascii_isupper(byte)) return true;
    if (byte != 0xC3 || i + 1 == word.size()) continue;
    const auto next = static_cast<unsigned char>(word[i + 1]);
    if (next >= 0x80 && next <= 0x9E) return true;
  }
  return false;
}

// A hyphen that stands for the front of a compound: alone, or in front of a later word.
bool HasStrayHyphen(absl::string_view word) {
  return word == "-" || absl::StartsWith(word, "--") || absl::StartsWith(word, "- ") ||
         absl::StrContains(word, " -");
}

// The names that `shared` gives, and what of them each language has words for.
class Names {
 public:
  absl::Status Declare(const Lexicon& part, const char* kind, const std::string& name) {
    if (name.empty()) return Refused(part.language(), kind, name, "a name is empty");
    if (!part.language().empty()) {
      return Refused(part.language(), kind, name, "only `shared` says which there are");
    }
    if (!declared_.emplace(kind, name).second) {
      return Refused(part.language(), kind, name, "occurs twice in `shared`");
    }
    return absl::OkStatus();
  }

  absl::Status AddWord(const Lexicon& part, const char* kind, const std::string& name,
                       const std::string& word) {
    const std::string entry = absl::StrCat("\"", word, "\" ");
    if (HasUpperCase(word)) {
      return Refused(part.language(), kind, name, absl::StrCat(entry, "has upper case"));
    }
    if (HasStrayHyphen(word)) {
      return Refused(part.language(), kind, name,
                     absl::StrCat(entry, "has `-` elsewhere than in front of its first word"));
    }
    if (!words_[{part.language(), kind, name}].insert(word).second) {
      return Refused(part.language(), kind, name, absl::StrCat(entry, "occurs twice"));
    }
    return absl::OkStatus();
  }

  absl::Status CheckUsed() const {
    for (const auto& [key, words] : words_) {
      const auto& [language, kind, name] = key;
      if (!declared_.contains({kind, name})) {
        return Refused(language, kind, name, "`shared` has no such name");
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckComplete(const std::string& language) const {
    for (const auto& [kind, name] : declared_) {
      if (!words_.contains({language, kind, name})) {
        return Refused(language, kind, name, "has no words in this language");
      }
    }
    return absl::OkStatus();
  }

 private:
  std::set<std::pair<std::string, std::string>> declared_;  // kind, name
  std::map<std::tuple<std::string, std::string, std::string>, std::set<std::string>> words_;
};

absl::Status AddFrames(const Lexicon& part, Names& names) {
  for (const Frame& frame : part.frame()) {
    NORN_RETURN_IF_ERROR(names.Declare(part, kFrame, frame.name()));
    if (frame.family() == Frame::FAMILY_UNSPECIFIED) {
      return Refused(part.language(), kFrame, frame.name(), "the frame has no family");
    }
  }
  for (const EvokingWords& evoking : part.evoking()) {
    if (part.language().empty()) {
      return Refused("", kFrame, evoking.frame(), "words belong in a language's folder");
    }
    if (evoking.strength() == EvokingWords::STRENGTH_UNSPECIFIED) {
      return Refused(part.language(), kFrame, evoking.frame(),
                     "strength is neither STRONG nor WEAK");
    }
    for (const std::string& word : evoking.word()) {
      NORN_RETURN_IF_ERROR(names.AddWord(part, kFrame, evoking.frame(), word));
    }
  }
  return absl::OkStatus();
}

absl::Status AddClasses(const Lexicon& part, Names& names) {
  for (const SemanticClass& semantic_class : part.semantic_class()) {
    if (part.language().empty()) {
      NORN_RETURN_IF_ERROR(names.Declare(part, kClass, semantic_class.name()));
      if (semantic_class.word_size() > 0) {
        return Refused("", kClass, semantic_class.name(), "words belong in a language's folder");
      }
    }
    for (const std::string& word : semantic_class.word()) {
      NORN_RETURN_IF_ERROR(names.AddWord(part, kClass, semantic_class.name(), word));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckFrames(absl::Span<const Lexicon> parts) {
  Names names;
  std::set<std::string> languages;
  for (const Lexicon& part : parts) {
    NORN_RETURN_IF_ERROR(AddFrames(part, names));
    NORN_RETURN_IF_ERROR(AddClasses(part, names));
    if (part.evoking_size() + part.semantic_class_size() > 0 && !part.language().empty()) {
      languages.insert(part.language());
    }
  }
  NORN_RETURN_IF_ERROR(names.CheckUsed());
  for (const std::string& language : languages) {
    NORN_RETURN_IF_ERROR(names.CheckComplete(language));
  }
  return absl::OkStatus();
}

}  // namespace norn::ingest
