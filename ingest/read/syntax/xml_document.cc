#include "ingest/read/syntax/xml_document.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <limits>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace norn::ingest {
namespace {

// No XML_PARSE_NOENT and no XML_PARSE_DTDLOAD: entities of a document's own stay what they are.
// libxml2's own limits on depth and on the size of names hold without XML_PARSE_HUGE.
constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_RECOVER | XML_PARSE_NOERROR |
                         XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;

struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

absl::string_view ViewOf(const xmlChar* text) {
  return text == nullptr ? absl::string_view() : reinterpret_cast<const char*>(text);
}

bool IsElement(const xmlNode* node) { return node != nullptr && node->type == XML_ELEMENT_NODE; }

// The next node in the document's order within `root`; null behind the last one.
const xmlNode* Next(const xmlNode* node, const xmlNode* root, bool go_inside) {
  if (go_inside && node->children != nullptr && node->type == XML_ELEMENT_NODE) {
    return node->children;
  }
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

bool IsText(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

std::string Escaped(absl::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      absl::StrAppend(&out, "&lt;");
    } else if (c == '&') {
      absl::StrAppend(&out, "&amp;");
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

absl::StatusOr<XmlDocument> XmlDocument::Parse(absl::string_view bytes) {
  if (bytes.size() > static_cast<size_t>(std::numeric_limits<int>::max())) {
    return absl::InvalidArgumentError("the XML is larger than 2 GiB; split it");
  }
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (context == nullptr) return absl::ResourceExhaustedError("no memory for the XML");
  XmlDocument document;
  document.document_.reset(xmlCtxtReadMemory(
      context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
  if (context->wellFormed == 0) {
    document.complaint_ =
        absl::StrCat("a mistake in the XML at line ", context->lastError.line, ": ",
                     absl::StripAsciiWhitespace(context->lastError.message == nullptr
                                                    ? absl::string_view("not XML")
                                                    : context->lastError.message));
  }
  if (document.document_ == nullptr || document.root() == nullptr) {
    return absl::InvalidArgumentError(document.complaint_.empty() ? "there is no element in the XML"
                                                                  : document.complaint_);
  }
  return document;
}

absl::string_view NameOf(const xmlNode* node) {
  return IsElement(node) ? ViewOf(node->name) : absl::string_view();
}

const xmlNode* Child(const xmlNode* node, absl::string_view name) {
  const xmlNode* child = node == nullptr ? nullptr : node->children;
  while (child != nullptr && NameOf(child) != name) child = child->next;
  return child;
}

const xmlNode* ChildAt(const xmlNode* node, std::initializer_list<absl::string_view> path) {
  for (const absl::string_view name : path) node = Child(node, name);
  return node;
}

std::vector<const xmlNode*> Children(const xmlNode* node, absl::string_view name) {
  std::vector<const xmlNode*> children;
  const xmlNode* child = node == nullptr ? nullptr : node->children;
  for (; child != nullptr; child = child->next) {
    if (NameOf(child) == name) children.push_back(child);
  }
  return children;
}

std::vector<const xmlNode*> DescendantsOf(const xmlNode* root,
                                          absl::FunctionRef<bool(absl::string_view)> fits) {
  std::vector<const xmlNode*> found;
  if (root == nullptr) return found;
  for (const xmlNode* node = Next(root, root, true); node != nullptr;) {
    const bool is_found = IsElement(node) && fits(NameOf(node));
    if (is_found) found.push_back(node);
    node = Next(node, root, !is_found);
  }
  return found;
}

std::vector<const xmlNode*> Descendants(const xmlNode* root, absl::string_view name) {
  return DescendantsOf(root, [&](absl::string_view other) { return other == name; });
}

std::string TextWithBlanks(const xmlNode* root) {
  std::string text;
  if (root == nullptr) return text;
  for (const xmlNode* node = root; node != nullptr; node = Next(node, root, true)) {
    if (IsText(node)) absl::StrAppend(&text, ViewOf(node->content));
    const absl::string_view name = NameOf(node);
    if (node != root && (name == "s" || name == "tab" || name == "line-break")) text += ' ';
  }
  return text;
}

std::string TextOf(const xmlNode* root) {
  std::string text;
  if (root == nullptr) return text;
  for (const xmlNode* node = root; node != nullptr; node = Next(node, root, true)) {
    if (IsText(node)) absl::StrAppend(&text, ViewOf(node->content));
  }
  return std::string(absl::StripAsciiWhitespace(text));
}

std::string AttributeOf(const xmlNode* node, absl::string_view name) {
  if (!IsElement(node)) return "";
  for (const xmlAttr* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (ViewOf(attribute->name) != name) continue;
    std::string value;
    for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) {
      if (IsText(part)) absl::StrAppend(&value, ViewOf(part->content));
    }
    return value;
  }
  return "";
}

std::string MarkupOf(const xmlNode* root) {
  std::string out;
  if (root == nullptr) return out;
  const auto close = [&](const xmlNode* node) { absl::StrAppend(&out, "</", NameOf(node), ">"); };
  for (const xmlNode* node = root->children; node != nullptr;) {
    if (IsText(node)) absl::StrAppend(&out, Escaped(ViewOf(node->content)));
    if (IsElement(node)) absl::StrAppend(&out, "<", NameOf(node), ">");
    if (IsElement(node) && node->children != nullptr) {
      node = node->children;
      continue;
    }
    if (IsElement(node)) close(node);
    while (node != nullptr && node->next == nullptr) {
      node = node->parent == root ? nullptr : node->parent;
      if (node != nullptr) close(node);
    }
    if (node != nullptr) node = node->next;
  }
  return out;
}

std::string RootElement(absl::string_view head) {
  absl::ConsumePrefix(&head, "\xEF\xBB\xBF");
  while (true) {
    head = absl::StripLeadingAsciiWhitespace(head);
    if (!absl::StartsWith(head, "<")) return "";
    const bool is_comment = absl::StartsWith(head, "<!--");
    if (!is_comment && !absl::StartsWith(head, "<!") && !absl::StartsWith(head, "<?")) break;
    const absl::string_view end = is_comment ? "-->" : ">";
    const size_t at = head.find(end);
    if (at == absl::string_view::npos) return "";
    head.remove_prefix(at + end.size());
  }
  head.remove_prefix(1);
  absl::string_view name = head.substr(0, head.find_first_of(" \t\r\n/>"));
  const size_t colon = name.rfind(':');
  if (colon != absl::string_view::npos) name.remove_prefix(colon + 1);
  const bool is_name = !name.empty() && absl::ascii_isalpha(name[0]);
  return is_name ? absl::AsciiStrToLower(name) : "";
}

}  // namespace norn::ingest
