#include "ingest/extract/language_parts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace norn::ingest {
namespace {

// `text` with the bytes [start, end) taken from `from`, within both.
void Copy(const std::string& from, size_t start, size_t end, std::string& text) {
  end = std::min(end, text.size());
  if (start < end) text.replace(start, end - start, from, start, end - start);
}

// Blanks for all bytes but the ends of lines, which part paragraphs.
std::string Blank(std::string text) {
  for (char& c : text) {
    if (c != '\n') c = ' ';
  }
  return text;
}

}  // namespace

std::vector<proto::Article> PartsByLanguage(const proto::Article& article,
                                            const std::vector<LanguagePassage>& passages) {
  const std::string& whole = article.text();
  const std::string blank = Blank(whole);
  proto::Article own = article;
  std::set<std::string> languages;
  for (const LanguagePassage& passage : passages) {
    if (passage.language == article.language()) continue;
    languages.insert(passage.language);
    Copy(blank, passage.start, passage.end, *own.mutable_text());
  }
  std::vector<proto::Article> parts = {std::move(own)};
  for (const std::string& language : languages) {
    proto::Article part = article;
    part.set_language(language);
    part.set_text(blank);
    for (const LanguagePassage& passage : passages) {
      if (passage.language != language) continue;
      Copy(whole, passage.start, passage.end, *part.mutable_text());
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

void AppendRecord(const proto::Extraction& from, proto::Extraction& into) {
  const auto first = static_cast<uint32_t>(into.entities_size());
  for (const proto::Entity& entity : from.entities()) *into.add_entities() = entity;
  for (const proto::OfficeClaim& office : from.offices()) {
    proto::OfficeClaim& added = *into.add_offices();
    added = office;
    added.set_holder(office.holder() + first);
    added.set_of(office.of() + first);
  }
  for (const proto::EventClaim& event : from.events()) {
    proto::EventClaim& added = *into.add_events();
    added = event;
    for (auto& participant : *added.mutable_participants()) {
      participant.set_entity(participant.entity() + first);
    }
    for (auto& weapon : *added.mutable_weapons()) weapon.set_entity(weapon.entity() + first);
    if (event.place() != 0) added.set_place(event.place() + first);
  }
}

}  // namespace norn::ingest
