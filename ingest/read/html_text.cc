#include "ingest/read/html_text.h"

#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

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
  void AddText(absl::string_view text) {
    for (const char c : text) {
      if (absl::ascii_isspace(c)) {
        blank_ = true;
        continue;
      }
      if (break_ && !text_.empty()) absl::StrAppend(&text_, "\n\n");
      if (blank_ && !break_) text_ += ' ';
      break_ = blank_ = false;
      line_breaks_ = 0;
      text_ += c;
    }
  }
  void Break() { break_ = true; }
  // One breaks a line, several make a paragraph.
  void BreakLine() {
    blank_ = true;
    break_ |= ++line_breaks_ > 1;
  }
  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
  bool blank_ = false;
  bool break_ = true;
  int line_breaks_ = 0;
};

}  // namespace

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

std::string ReadableText(const GumboNode& root) {
  TextBuilder builder;
  const auto break_at = [&](const GumboNode& node) {
    const bool is_element = node.type == GUMBO_NODE_ELEMENT;
    if (is_element && node.v.element.tag == GUMBO_TAG_BR) return;
    if (is_element && !IsInline(node.v.element.tag)) builder.Break();
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
            return !IsHidden(node);
          default:
            return node.type == GUMBO_NODE_DOCUMENT;
        }
      },
      break_at);
  return builder.Take();
}

}  // namespace norn::ingest
