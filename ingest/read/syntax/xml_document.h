// An XML document as a tree, without trusting it: nothing is fetched, no entity of its own is
// expanded, depth and size are limited. Names are compared without their namespace's prefix.
//
//   NORN_ASSIGN_OR_RETURN(const XmlDocument document, XmlDocument::Parse(bytes));
//   for (const xmlNode* item : Descendants(document.root(), "item")) Use(TextOf(Child(item,
//   "title")));
#ifndef NORN_INGEST_READ_SYNTAX_XML_DOCUMENT_H_
#define NORN_INGEST_READ_SYNTAX_XML_DOCUMENT_H_

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

class XmlDocument {
 public:
  // In the encoding that it says itself. kInvalidArgument with the line for what is not XML.
  static absl::StatusOr<XmlDocument> Parse(absl::string_view bytes);

  const xmlNode* root() const { return xmlDocGetRootElement(document_.get()); }

  // What parsing stumbled over and went on behind; empty: nothing. What stands behind may be lost.
  const std::string& complaint() const { return complaint_; }

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };

  std::unique_ptr<xmlDoc, Free> document_;
  std::string complaint_;
};

// All of these take null for a node that is not there.

absl::string_view NameOf(const xmlNode* node);
// The first child element of that name; null: there is none.
const xmlNode* Child(const xmlNode* node, absl::string_view name);
// Child of child: Child(Child(node, "a"), "b") for {"a", "b"}.
const xmlNode* ChildAt(const xmlNode* node, std::initializer_list<absl::string_view> path);
std::vector<const xmlNode*> Children(const xmlNode* node, absl::string_view name);
// Of all depths, in the document's order; not inside one that was found.
std::vector<const xmlNode*> Descendants(const xmlNode* node, absl::string_view name);
// Likewise, of all names that `fits`.
std::vector<const xmlNode*> DescendantsOf(const xmlNode* node,
                                          absl::FunctionRef<bool(absl::string_view name)> fits);
// The text of all that is inside; office documents have elements for blanks.
std::string TextWithBlanks(const xmlNode* node);
// The text of all that is inside, without blanks at its ends.
std::string TextOf(const xmlNode* node);
std::string AttributeOf(const xmlNode* node, absl::string_view name);
// What is inside, as mark-up without prefixes: to be read like HTML.
std::string MarkupOf(const xmlNode* node);

// The name of the outermost element of what may be the beginning of an XML document, in lower case
// and without a prefix; empty: it does not begin like one.
std::string RootElement(absl::string_view head);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_SYNTAX_XML_DOCUMENT_H_
