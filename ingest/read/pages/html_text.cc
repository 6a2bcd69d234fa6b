#include "ingest/read/pages/html_text.h"

#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "ingest/read/pages/html_reducer.h"
#include "ingest/read/pages/page_furniture.h"

namespace norn::ingest {
namespace {

const GumboVector* ChildrenOf(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node.v.element.children;
    default:
      return nullptr;
  }
}

// A walk's place: which child of `node` comes next.
struct Place {
  const GumboNode* node = nullptr;
  unsigned int next = 0;
};

// Calls `enter` for each node (whether to go into it) and `leave` behind each that was gone into.
void Traverse(const GumboNode& root, const std::function<bool(const GumboNode&)>& enter,
              const std::function<void(const GumboNode&)>& leave) {
  if (!enter(root)) return;
  std::vector<Place> path = {{&root, 0}};
  while (!path.empty()) {
    Place& place = path.back();
    const GumboVector* children = ChildrenOf(*place.node);
    if (children == nullptr || place.next >= children->length) {
      leave(*place.node);
      path.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[place.next++]);
    if (enter(*child)) path.push_back({child, 0});
  }
}

bool IsHidden(const GumboNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_OBJECT:
      return true;
    default:
      return gumbo_get_attribute(&element.v.element.attributes, "hidden") != nullptr ||
             Attribute(element, "aria-hidden") == "true";
  }
}

bool IsInline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

// Paragraphs as they come together.
class TextBuilder {
 public:
  explicit TextBuilder(bool drop_links) : drop_links_(drop_links) {}

  void AddText(absl::string_view text) {
    while (!text.empty()) {
      if (absl::ConsumePrefix(&text, kLinkStart)) {
        is_link_ = true;
      } else if (absl::ConsumePrefix(&text, kLinkEnd)) {
        is_link_ = false;
      } else {
        AddByte(text[0]);
        text.remove_prefix(1);
      }
    }
  }
  void Break() { break_ = true; }
  // One breaks a line, several make a paragraph.
  void BreakLine() {
    blank_ = true;
    break_ |= ++line_breaks_ > 1;
  }
  std::string Take() {
    Close();
    return std::move(text_);
  }

 private:
  void AddByte(char c) {
    if (absl::ascii_isspace(c)) {
      blank_ = true;
      return;
    }
    if (break_) Close();
    if (blank_ && !paragraph_.empty()) paragraph_ += ' ';
    blank_ = break_ = false;
    line_breaks_ = 0;
    paragraph_ += c;
    linked_ += is_link_ ? 1 : 0;
  }

  void Close() {
    if (!paragraph_.empty() && !(drop_links_ && (IsLink() || IsLabel()))) {
      if (!text_.empty()) absl::StrAppend(&text_, "\n\n");
      absl::StrAppend(&text_, paragraph_);
    }
    paragraph_.clear();
    linked_ = 0;
  }

  // "Les også:", "Annonse": what it announces is left out, or an advertisement.
  bool IsLabel() const {
    constexpr size_t kLongest = 20;
    return (paragraph_.size() <= kLongest && absl::EndsWith(paragraph_, ":")) ||
           IsAdvertLabel(paragraph_);
  }

  // A teaser, a list of subjects; a sentence of which most is a link is a sentence.
  bool IsLink() const {
    const bool is_sentence = absl::EndsWith(paragraph_, ".") || absl::EndsWith(paragraph_, "!");
    return linked_ * 5 >= paragraph_.size() * 4 && !is_sentence;
  }

  const bool drop_links_;
  std::string text_;
  std::string paragraph_;
  size_t linked_ = 0;  // bytes of the paragraph
  bool is_link_ = false;
  bool blank_ = false;
  bool break_ = true;
  int line_breaks_ = 0;
};

// `furniture`: what to leave out of an article; null: all that a reader sees.
std::string TextBelow(const GumboNode& root, const Furniture* furniture) {
  TextBuilder builder(furniture != nullptr);
  const auto break_at = [&](const GumboNode& node) {
    const bool is_element = node.type == GUMBO_NODE_ELEMENT;
    if (is_element && node.v.element.tag == GUMBO_TAG_BR) return;
    if (is_element && !IsInline(node.v.element.tag)) builder.Break();
  };
  const auto is_left_out = [&](const GumboNode& node) {
    return furniture == nullptr ? IsHidden(node)
                                : furniture->Has(node) || node.v.element.tag == GUMBO_TAG_H1;
  };
  Traverse(
      root,
      [&](const GumboNode& node) {
        switch (node.type) {
          case GUMBO_NODE_TEXT:
          case GUMBO_NODE_WHITESPACE:
          case GUMBO_NODE_CDATA:
            builder.AddText(node.v.text.text);
            return false;
          case GUMBO_NODE_ELEMENT:
            if (node.v.element.tag == GUMBO_TAG_BR) builder.BreakLine();
            break_at(node);
            return !is_left_out(node);
          default:
            return node.type == GUMBO_NODE_DOCUMENT;
        }
      },
      break_at);
  return builder.Take();
}

bool NamesItselfFurniture(const GumboNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
      return false;
    default:
      break;
  }
  const absl::string_view role = Attribute(element, "role");
  return role == "complementary" || role == "navigation" || role == "banner" ||
         role == "contentinfo" || role == "dialog" || role == "search" ||
         (Names(element, &NamesFurniture) && !Names(element, &NamesArticleBody)) ||
         Names(element, &NamesComments);
}

}  // namespace

bool Names(const GumboNode& element, bool (*fit)(absl::string_view names)) {
  for (const char* name : {"class", "id", "data-component", "data-testid", "data-test-tag"}) {
    if (fit(Attribute(element, name))) return true;
  }
  return false;
}

bool AreCalledAlike(const GumboNode& a, const GumboNode& b) {
  const absl::string_view names = Attribute(a, "class");
  return a.v.element.tag == b.v.element.tag && names == Attribute(b, "class") &&
         (!names.empty() || a.v.element.tag == GUMBO_TAG_ARTICLE);
}

void ForEachElement(const GumboNode& root, const std::function<Walk(const GumboNode&)>& visit) {
  Traverse(
      root,
      [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_DOCUMENT) return true;
        return node.type == GUMBO_NODE_ELEMENT && visit(node) == Walk::kInto;
      },
      [](const GumboNode&) {});
}

absl::string_view Attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.v.element.attributes, name);
  return attribute == nullptr ? absl::string_view() : absl::string_view(attribute->value);
}

std::string ReadableText(const GumboNode& root) { return TextBelow(root, nullptr); }

Furniture::Furniture(const GumboNode& root) {
  // Mark-up within a line is gone by now: prose stands in long runs, and a menu in short ones.
  constexpr size_t kLongRun = 80;
  std::vector<std::pair<const GumboNode*, size_t>> open;
  Traverse(
      root,
      [&](const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT) {
          const OwnText own = OwnTextOf(node);
          open.emplace_back(&node, own.bytes - own.linked >= kLongRun ? own.bytes : 0);
        }
        return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_DOCUMENT;
      },
      [&](const GumboNode& node) {
        if (open.empty() || open.back().first != &node) return;
        const size_t bytes = open.back().second;
        open.pop_back();
        if (bytes > 0) prose_[&node] = bytes;
        (open.empty() ? all_prose_ : open.back().second) += bytes;
      });
}

bool Furniture::Has(const GumboNode& element) const {
  if (IsHidden(element)) return true;
  if (!NamesItselfFurniture(element)) return false;
  const size_t prose = ProseBelow(element);
  if (prose == 0) return true;
  // Comments may be longer than the article, and are not it for that.
  if (Names(element, &NamesComments)) return prose * 10 < all_prose_ * 9;
  return prose * 3 < all_prose_;
}

size_t Furniture::ProseBelow(const GumboNode& element) const {
  const auto found = prose_.find(&element);
  return found == prose_.end() ? 0 : found->second;
}

std::string ArticleText(const GumboNode& root, const Furniture& furniture) {
  return TextBelow(root, &furniture);
}

OwnText OwnTextOf(const GumboNode& element) {
  OwnText own;
  bool is_link = false;
  const GumboVector& children = element.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type != GUMBO_NODE_TEXT && child->type != GUMBO_NODE_CDATA) continue;
    absl::string_view text = child->v.text.text;
    while (!text.empty()) {
      if (absl::ConsumePrefix(&text, kLinkStart)) {
        is_link = true;
      } else if (absl::ConsumePrefix(&text, kLinkEnd)) {
        is_link = false;
      } else {
        ++own.bytes;
        own.linked += is_link ? 1 : 0;
        own.commas += text[0] == ',' ? 1 : 0;
        text.remove_prefix(1);
      }
    }
  }
  return own;
}

}  // namespace norn::ingest
