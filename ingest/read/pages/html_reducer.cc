#include "ingest/read/pages/html_reducer.h"

#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "base/status_macros.h"
#include "ingest/read/pages/html_tags.h"

namespace norn::ingest {
namespace {

constexpr size_t kMaxDepth = 512;
constexpr size_t kMaxTags = size_t{1} << 18;
constexpr size_t kMaxAttributes = 64;

// What becomes of an element, and how the parser closes it.
enum class Element : unsigned char {
  kUnknown,  // kept; closed only by its own tag
  kBlock,    // kept; its closing tag closes what is open inside
  kFence,    // kept; closing tags from inside do not reach beyond it
  kItem,     // kept; the next one closes it: not counted as open
  kVoid,     // kept; has no content
  kInline,   // only its content is kept
  kRaw,      // goes with its content, which is no mark-up
  kPicture,  // goes with its content
  kTitle,    // kept; its content is no mark-up
};

Element ElementOf(absl::string_view name) {
  static const auto* const kElements = [] {
    auto* elements = new absl::flat_hash_map<absl::string_view, Element>;
    const auto add = [&](Element kind, const std::vector<absl::string_view>& names) {
      for (const absl::string_view element : names) elements->emplace(element, kind);
    };
    add(Element::kBlock,
        {"address", "article", "aside", "blockquote", "button",     "center",  "details", "dialog",
         "dir",     "div",     "dl",    "fieldset",   "figcaption", "figure",  "footer",  "h1",
         "h2",      "h3",      "h4",    "h5",         "h6",         "header",  "hgroup",  "main",
         "menu",    "nav",     "ol",    "pre",        "section",    "summary", "table",   "ul"});
    add(Element::kFence, {"caption", "object", "select", "template"});
    add(Element::kItem, {"body", "dd", "dt", "head", "html", "li", "option", "p", "tbody", "td",
                         "tfoot", "th", "thead", "tr"});
    add(Element::kVoid, {"br", "hr", "link", "meta"});
    add(Element::kInline,
        {"a",     "abbr",  "acronym",   "applet", "area",   "b",     "base",     "basefont",
         "bdi",   "bdo",   "big",       "cite",   "code",   "col",   "colgroup", "data",
         "del",   "dfn",   "em",        "embed",  "font",   "frame", "frameset", "i",
         "image", "img",   "input",     "ins",    "kbd",    "link",  "mark",     "marquee",
         "nobr",  "param", "plaintext", "q",      "rb",     "rp",    "rt",       "rtc",
         "ruby",  "s",     "samp",      "small",  "source", "span",  "strike",   "strong",
         "sub",   "sup",   "track",     "tt",     "u",      "var",   "wbr"});
    add(Element::kRaw, {"iframe", "noembed", "noframes", "script", "style", "textarea", "xmp"});
    add(Element::kPicture, {"math", "svg"});
    add(Element::kTitle, {"title"});
    return elements;
  }();
  const auto found = kElements->find(name);
  return found == kElements->end() ? Element::kUnknown : found->second;
}

class Reducer {
 public:
  explicit Reducer(absl::string_view html) : html_(html) {}

  absl::StatusOr<std::string> Run() {
    size_t at = 0;
    while (at < html_.size()) {
      const size_t next = std::min(html_.find('<', at), html_.size());
      AppendText(html_.substr(at, next - at));
      if (next == html_.size()) break;
      NORN_ASSIGN_OR_RETURN(at, TakeTag(next));
    }
    return std::move(out_);
  }

 private:
  static absl::Status Refused(absl::string_view what, size_t limit) {
    return absl::InvalidArgumentError(absl::StrCat("the HTML has more ", what,
                                                   " than the limit of ", limit,
                                                   "; save the article as plain text instead"));
  }

  // Writes what is left of the tag at `at`; the place behind it.
  absl::StatusOr<size_t> TakeTag(size_t at) {
    const HtmlTag tag = ScanTag(html_, at);
    if (tag.kind == HtmlTagKind::kNone) {
      // As an entity it cannot make a tag with what will stand behind it.
      absl::StrAppend(&out_, "&lt;");
      return tag.end;
    }
    if (tag.kind == HtmlTagKind::kComment) return tag.end;
    const Element element = ElementOf(tag.name);
    const bool opens = tag.kind == HtmlTagKind::kOpen;
    switch (element) {
      case Element::kInline:
        if (tag.name == "a") absl::StrAppend(&out_, opens ? kLinkStart : kLinkEnd);
        return tag.end;
      case Element::kRaw:
        return opens ? EndOfRaw(tag) : tag.end;
      case Element::kPicture:
        return opens ? EndOfPicture(tag) : tag.end;
      case Element::kTitle:
        return opens ? TakeTitle(tag) : tag.end;
      default:
        break;
    }
    if (++tags_ > kMaxTags) return Refused("tags", kMaxTags);
    if (opens) {
      if (element != Element::kItem && element != Element::kVoid) open_.push_back(tag.name);
    } else {
      Close(tag.name, element);
    }
    if (open_.size() > kMaxDepth) return Refused("tags in each other", kMaxDepth);
    Keep(tag, at);
    return tag.end;
  }

  // The marks of links are ours alone.
  void AppendText(absl::string_view text) {
    if (text.find(kLinkStart) == absl::string_view::npos &&
        text.find(kLinkEnd) == absl::string_view::npos) {
      absl::StrAppend(&out_, text);
    } else {
      absl::StrAppend(&out_, absl::StrReplaceAll(text, {{kLinkStart, ""}, {kLinkEnd, ""}}));
    }
  }

  void Keep(const HtmlTag& tag, size_t at) {
    if (tag.attributes <= kMaxAttributes) {
      absl::StrAppend(&out_, html_.substr(at, tag.end - at));
    } else {
      absl::StrAppend(&out_, "<", tag.name, ">");
    }
  }

  size_t EndOfRaw(const HtmlTag& tag) const {
    const size_t close = FindRawTextEnd(html_, tag.end, tag.name);
    return close == html_.size() ? close : ScanTag(html_, close).end;
  }

  // The first closing tag ends it: a picture in a picture shows its rest as text, which is rare.
  size_t EndOfPicture(const HtmlTag& tag) const {
    const bool is_closed = tag.end >= 2 && html_[tag.end - 2] == '/';
    return is_closed ? tag.end : EndOfRaw(tag);
  }

  size_t TakeTitle(const HtmlTag& tag) {
    const size_t close = FindRawTextEnd(html_, tag.end, tag.name);
    const absl::string_view title = html_.substr(tag.end, close - tag.end);
    absl::StrAppend(&out_, "<title>", absl::StrReplaceAll(title, {{"<", "&lt;"}}), "</title>");
    return close == html_.size() ? close : ScanTag(html_, close).end;
  }

  // Counts an element as closed only where the parser is sure to close it.
  void Close(absl::string_view name, Element element) {
    for (size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == name) {
        open_.resize(i);
        return;
      }
      const bool is_fence = open_[i] == "table" || ElementOf(open_[i]) == Element::kFence;
      if (element != Element::kBlock || is_fence) return;
    }
  }

  absl::string_view html_;
  std::string out_;
  std::vector<std::string> open_;
  size_t tags_ = 0;
};

}  // namespace

absl::StatusOr<std::string> ReduceHtml(absl::string_view html) { return Reducer(html).Run(); }

}  // namespace norn::ingest
