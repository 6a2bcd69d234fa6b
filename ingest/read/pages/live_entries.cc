#include "ingest/read/pages/live_entries.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "ingest/read/pages/page_furniture.h"

namespace norn::ingest {
namespace {

const GumboNode* ElementBeside(const GumboNode& element, int step) {
  const GumboNode* const parent = element.parent;
  if (parent == nullptr || parent->type != GUMBO_NODE_ELEMENT) return nullptr;
  const GumboVector& siblings = parent->v.element.children;
  auto at = static_cast<int64_t>(element.index_within_parent) + step;
  for (; at >= 0 && at < static_cast<int64_t>(siblings.length); at += step) {
    const auto* sibling = static_cast<const GumboNode*>(siblings.data[at]);
    if (sibling->type == GUMBO_NODE_ELEMENT) return sibling;
  }
  return nullptr;
}

bool HasTwin(const GumboNode& element) {
  for (const int step : {-1, 1}) {
    const GumboNode* const sibling = ElementBeside(element, step);
    if (sibling != nullptr && AreCalledAlike(*sibling, element)) return true;
  }
  return false;
}

// The entry that the time stands in; null: in none.
const GumboNode* EntryOf(const GumboNode& time, const Furniture& furniture) {
  for (const GumboNode* node = time.parent; node != nullptr && node->type == GUMBO_NODE_ELEMENT;
       node = node->parent) {
    if (furniture.ProseBelow(*node) > 0 && HasTwin(*node)) return node;
  }
  return nullptr;
}

bool HasLetter(absl::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isalpha(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
  });
}

LiveEntry ReadEntry(const GumboNode& element, const Furniture& furniture) {
  LiveEntry entry;
  entry.id = std::string(Attribute(element, "id"));
  std::vector<std::string> beside;  // what readers see of its times and its heading
  ForEachElement(element, [&](const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_TIME) {
      if (entry.time.empty()) entry.time = std::string(Attribute(node, "datetime"));
      beside.push_back(ReadableText(node));
    }
    const bool is_heading = tag == GUMBO_TAG_H2 || tag == GUMBO_TAG_H3 || tag == GUMBO_TAG_H4;
    if (is_heading && entry.title.empty()) entry.title = ReadableText(node);
    return Walk::kInto;
  });
  const std::string text = ArticleText(element, furniture);
  beside.push_back(entry.title);
  for (const absl::string_view paragraph : absl::StrSplit(text, "\n\n")) {
    if (!HasLetter(paragraph) || absl::c_linear_search(beside, paragraph)) continue;
    absl::StrAppend(&entry.text, entry.text.empty() ? "" : "\n\n", paragraph);
  }
  return entry;
}

}  // namespace

std::vector<LiveEntry> FindLiveEntries(const GumboNode& root, const Furniture& furniture) {
  absl::flat_hash_map<const GumboNode*, size_t> counts;  // entries with a time, by their parent
  const GumboNode* best = nullptr;                       // the first entry of the best parent
  size_t most = 1;
  ForEachElement(root, [&](const GumboNode& node) {
    if (furniture.Has(node)) return Walk::kOver;
    if (node.v.element.tag != GUMBO_TAG_TIME || Attribute(node, "datetime").empty()) {
      return Walk::kInto;
    }
    const GumboNode* const entry = EntryOf(node, furniture);
    if (entry != nullptr && ++counts[entry->parent] > most) {
      most = counts[entry->parent];
      best = entry;
    }
    return Walk::kInto;
  });
  std::vector<LiveEntry> entries;
  if (best == nullptr) return entries;
  const GumboVector& siblings = best->parent->v.element.children;
  for (unsigned i = 0; i < siblings.length; ++i) {
    const auto* sibling = static_cast<const GumboNode*>(siblings.data[i]);
    if (sibling->type != GUMBO_NODE_ELEMENT || furniture.Has(*sibling)) continue;
    if (!AreCalledAlike(*sibling, *best)) continue;
    LiveEntry entry = ReadEntry(*sibling, furniture);
    if (!entry.text.empty()) entries.push_back(std::move(entry));
  }
  if (entries.size() < 2) entries.clear();
  return entries;
}

bool HasLiveNames(const GumboNode& root) {
  bool has = false;
  ForEachElement(root, [&](const GumboNode& node) {
    has |= Names(node, &NamesLive) ||
           absl::string_view(Attribute(node, "itemtype")).find("LiveBlogPosting") !=
               absl::string_view::npos;
    return has ? Walk::kOver : Walk::kInto;
  });
  return has;
}

}  // namespace norn::ingest
