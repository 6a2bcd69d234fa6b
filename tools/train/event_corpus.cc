#include "tools/train/event_corpus.h"

#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace norn::train {
namespace {

using absl::string_view;

std::vector<std::string> Trimmed(string_view text, char separator) {
  std::vector<std::string> parts;
  for (string_view part : absl::StrSplit(text, separator)) {
    part = absl::StripAsciiWhitespace(part);
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

// "id?": the id, and whether it is optional.
std::pair<std::string, bool> OptionalId(string_view cell) {
  const bool is_optional = absl::ConsumeSuffix(&cell, "?");
  return {std::string(cell), is_optional};
}

absl::Status NotUnderstood(string_view line) {
  return absl::InvalidArgumentError(absl::StrCat("not understood: ", line.substr(0, 60)));
}

void AddField(string_view field, const std::string& value, CorpusEvent& event) {
  if (field == "accept" || field == "accepttypes") {
    for (std::string& one : Trimmed(value, ',')) {
      (field == "accept" ? event.accepted_statuses : event.accepted_types).insert(std::move(one));
    }
    return;
  }
  const bool is_role = field == "participants" || field == "supplier" || field == "recipient" ||
                       field == "attacker" || field == "target" || field == "weapons";
  if (!is_role) return;
  std::string role(field);
  if (role == "participants" || role == "weapons") role.pop_back();
  for (std::string& one : Trimmed(value, ',')) {
    if (absl::EndsWith(one, "*")) {
      one.pop_back();
      event.core.insert(one);
    }
    event.roles[role].push_back(std::move(one));
  }
}

// Conversations are keyed by actor, the others by role.
CorpusFiller FillerOf(const CorpusArticle& article, const CorpusEvent& event, string_view key,
                      string_view words) {
  CorpusFiller filler;
  filler.words = std::string(absl::StripAsciiWhitespace(words));
  filler.role = std::string(key);
  if (article.FindActor(key) != nullptr) {
    filler.actor = std::string(key);
    filler.role = "participant";
    for (const auto& [role, actors] : event.roles) {
      for (const std::string& actor : actors) {
        if (actor == key) filler.role = role;
      }
    }
    return filler;
  }
  if (key == "participants") filler.role = "participant";
  const auto found = event.roles.find(filler.role);
  if (found != event.roles.end() && found->second.size() == 1) filler.actor = found->second[0];
  return filler;
}

class ArticleParser {
 public:
  explicit ArticleParser(CorpusArticle& article) : article_(article) {}

  absl::Status AddRow(string_view line) {
    line = absl::StripAsciiWhitespace(line);
    if (absl::ConsumePrefix(&line, ">")) return AddQuote(absl::StripAsciiWhitespace(line));
    if (open_) return absl::InvalidArgumentError("an M line without a quote under it");
    if (line.size() < 2 || line[1] != ' ') return NotUnderstood(line);
    std::vector<std::string> cells;
    for (const string_view cell : absl::StrSplit(line.substr(2), '|')) {
      cells.emplace_back(absl::StripAsciiWhitespace(cell));
    }
    switch (line[0]) {
      case 'A':
        return AddActor(cells);
      case 'W':
        return AddWeapon(cells);
      case 'E':
        return AddEvent(cells);
      case 'M':
        return AddMention(cells);
      case 'O':
      case 'T':
        return absl::OkStatus();
      default:
        return NotUnderstood(line);
    }
  }

 private:
  absl::Status AddActor(const std::vector<std::string>& cells) {
    if (cells.size() != 3) return NotUnderstood(cells[0]);
    CorpusActor actor;
    std::tie(actor.id, actor.is_optional) = OptionalId(cells[0]);
    actor.kind = cells[1];
    actor.names = Trimmed(cells[2], ';');
    article_.actors.push_back(std::move(actor));
    return absl::OkStatus();
  }

  absl::Status AddWeapon(const std::vector<std::string>& cells) {
    if (cells.size() != 2) return NotUnderstood(cells[0]);
    return AddActor({cells[0], "weapon", cells[1]});
  }

  absl::Status AddEvent(const std::vector<std::string>& cells) {
    if (cells.size() != 5) return NotUnderstood(cells[0]);
    CorpusEvent event;
    std::tie(event.id, event.is_optional) = OptionalId(cells[0]);
    event.type = cells[1];
    event.status = cells[2];
    event.accepted_types = {event.type};
    event.accepted_statuses = {event.status};
    if (cells[3] != "-") event.dates = Trimmed(cells[3], ';');
    // Values may hold blanks ("place=den persiske bukta"): a field reaches up to the next "word=".
    string_view field;
    std::string value;
    for (const string_view word : absl::StrSplit(cells[4], ' ', absl::SkipEmpty())) {
      const size_t equals = word.find('=');
      if (equals == string_view::npos) {
        absl::StrAppend(&value, " ", word);
        continue;
      }
      AddField(field, value, event);
      field = word.substr(0, equals);
      value = std::string(word.substr(equals + 1));
    }
    AddField(field, value, event);
    article_.events.push_back(std::move(event));
    return absl::OkStatus();
  }

  absl::Status AddMention(const std::vector<std::string>& cells) {
    if (cells.size() != 3) return NotUnderstood(cells[0]);
    CorpusMention mention;
    const std::string event = OptionalId(cells[0]).first;
    size_t at = 0;
    while (at < article_.events.size() && article_.events[at].id != event) ++at;
    if (at == article_.events.size()) {
      return absl::InvalidArgumentError(absl::StrCat("unknown event ", event));
    }
    mention.event = at;
    mention.trigger = cells[1];
    for (const std::string& cell : Trimmed(cells[2], ';')) {
      const std::pair<string_view, string_view> parts =
          absl::StrSplit(cell, absl::MaxSplits('=', 1));
      mention.fillers.push_back(FillerOf(article_, article_.events[at], parts.first, parts.second));
    }
    open_ = std::move(mention);
    return absl::OkStatus();
  }

  absl::Status AddQuote(string_view quote) {
    if (!open_) return absl::InvalidArgumentError("a quote without an M line above it");
    const size_t at = article_.text.find(std::string(quote));
    if (at == std::string::npos) {
      return absl::InvalidArgumentError(absl::StrCat("not in the text: ", quote.substr(0, 60)));
    }
    open_->begin = static_cast<uint32_t>(at);
    open_->end = static_cast<uint32_t>(at + quote.size());
    article_.mentions.push_back(*std::move(open_));
    open_.reset();
    return absl::OkStatus();
  }

  CorpusArticle& article_;
  std::optional<CorpusMention> open_;
};

absl::StatusOr<CorpusArticle> ParseHead(string_view line) {
  const std::vector<string_view> head = absl::StrSplit(line, ' ', absl::SkipEmpty());
  CorpusArticle article;
  if (head.size() != 4 || !absl::SimpleAtoi(head[0], &article.number)) {
    return absl::InvalidArgumentError(absl::StrCat("bad header: ", line));
  }
  article.language = std::string(head[1]);
  article.published = std::string(head[2]);
  article.origin = std::string(head[3]);
  return article;
}

absl::StatusOr<CorpusArticle> ParseArticle(absl::Span<const string_view> lines, size_t& at) {
  string_view head = lines[at++];
  absl::ConsumePrefix(&head, "@@ ");
  auto article = ParseHead(head);
  if (!article.ok()) return article;
  for (; at < lines.size() && absl::StripAsciiWhitespace(lines[at]) != "--"; ++at) {
    absl::StrAppend(&article->text, lines[at], "\n");
  }
  article->text = absl::StrCat(absl::StripAsciiWhitespace(article->text), "\n");
  ArticleParser rows(*article);
  for (++at; at < lines.size() && !absl::StartsWith(lines[at], "@@ "); ++at) {
    if (absl::StripAsciiWhitespace(lines[at]).empty()) continue;
    if (absl::Status status = rows.AddRow(lines[at]); !status.ok()) return status;
  }
  return article;
}

}  // namespace

const CorpusActor* CorpusArticle::FindActor(absl::string_view id) const {
  for (const CorpusActor& actor : actors) {
    if (actor.id == id) return &actor;
  }
  return nullptr;
}

absl::StatusOr<std::vector<CorpusArticle>> ParseEventCorpus(absl::string_view content) {
  const std::vector<string_view> lines = absl::StrSplit(content, '\n');
  std::vector<CorpusArticle> articles;
  size_t at = 0;
  while (at < lines.size()) {
    if (!absl::StartsWith(lines[at], "@@ ")) {
      if (!absl::StripAsciiWhitespace(lines[at]).empty()) {
        return absl::InvalidArgumentError(absl::StrCat("line ", at + 1, ": before the first @@"));
      }
      ++at;
      continue;
    }
    auto article = ParseArticle(lines, at);
    if (!article.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("line ", at + 1, ": ", article.status().message()));
    }
    articles.push_back(*std::move(article));
  }
  return articles;
}

absl::StatusOr<std::vector<CorpusArticle>> ReadEventCorpus(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError(absl::StrCat(path, ": cannot be read"));
  std::stringstream content;
  content << file.rdbuf();
  auto articles = ParseEventCorpus(content.str());
  if (!articles.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", articles.status().message()));
  }
  return articles;
}

}  // namespace norn::train
