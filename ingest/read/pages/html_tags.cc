#include "ingest/read/pages/html_tags.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace norn::ingest {
namespace {

size_t EndAfter(absl::string_view html, absl::string_view ending, size_t from) {
  const size_t found = html.find(ending.data(), from, ending.size());
  return found == absl::string_view::npos ? html.size() : found + ending.size();
}

// HTML's own white space: a vertical tab is part of a name.
bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

bool EndsName(char c) { return IsSpace(c) || c == '/' || c == '>'; }

// Past the `>` of a tag whose name ends at `at`: the standard's states between attributes.
void ScanAttributes(absl::string_view html, size_t at, HtmlTag& tag) {
  enum class State { kBeforeName, kName, kAfterName, kBeforeValue, kValue, kQuoted };
  State state = State::kBeforeName;
  char quote = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (state == State::kQuoted) {
      if (c == quote) state = State::kBeforeName;
      continue;
    }
    if (c == '>') {
      tag.end = at + 1;
      return;
    }
    const bool is_space = IsSpace(c);
    switch (state) {
      case State::kAfterName:
        if (c == '=') {
          state = State::kBeforeValue;
          break;
        }
        [[fallthrough]];
      case State::kBeforeName:
        if (c == '/') state = State::kBeforeName;
        if (is_space || c == '/') break;
        ++tag.attributes;
        state = State::kName;
        break;
      case State::kName:
        if (is_space) state = State::kAfterName;
        if (c == '/') state = State::kBeforeName;
        if (c == '=') state = State::kBeforeValue;
        break;
      case State::kBeforeValue:
        if (is_space) break;
        state = c == '"' || c == '\'' ? State::kQuoted : State::kValue;
        quote = c;
        break;
      case State::kValue:
        if (is_space) state = State::kBeforeName;
        break;
      case State::kQuoted:
        break;
    }
  }
  tag.end = html.size();
}

HtmlTag ScanComment(absl::string_view html, size_t at) {
  HtmlTag tag{.kind = HtmlTagKind::kComment};
  if (absl::StartsWith(html.substr(at), "<!--")) {
    // From the first hyphens on: "<!-->" is whole.
    tag.end = std::min(EndAfter(html, "-->", at + 2), EndAfter(html, "--!>", at + 4));
  } else {
    tag.end = EndAfter(html, ">", at);
  }
  return tag;
}

}  // namespace

HtmlTag ScanTag(absl::string_view html, size_t at) {
  if (at + 1 >= html.size()) return {.end = html.size()};
  const char next = html[at + 1];
  if (next == '!' || next == '?') return ScanComment(html, at);
  const bool closes = next == '/';
  const size_t begin = at + (closes ? 2 : 1);
  if (begin >= html.size() || !absl::ascii_isalpha(html[begin])) {
    if (closes && begin < html.size()) return ScanComment(html, at);
    return {.end = at + 1};
  }
  size_t end = begin;
  while (end < html.size() && !EndsName(html[end])) ++end;
  HtmlTag tag{.kind = closes ? HtmlTagKind::kClose : HtmlTagKind::kOpen};
  tag.name = absl::AsciiStrToLower(html.substr(begin, end - begin));
  ScanAttributes(html, end, tag);
  return tag;
}

size_t FindRawTextEnd(absl::string_view html, size_t from, absl::string_view name) {
  for (size_t at = html.find("</", from); at != absl::string_view::npos;
       at = html.find("</", at + 2)) {
    const absl::string_view rest = html.substr(at + 2);
    if (rest.size() > name.size() && EndsName(rest[name.size()]) &&
        absl::EqualsIgnoreCase(rest.substr(0, name.size()), name)) {
      return at;
    }
  }
  return html.size();
}

}  // namespace norn::ingest
