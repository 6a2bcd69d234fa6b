#include "ingest/read/pages/html_paragraphs.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "ingest/read/pages/html_text.h"
#include "ingest/read/pages/page_furniture.h"

namespace norn::ingest {
namespace {

using Scores = absl::flat_hash_map<const GumboNode*, double>;

// What holds other elements; everything else with text of its own is a paragraph.
bool IsContainer(const GumboNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_UNKNOWN:
      return true;
    default:
      return false;
  }
}

// What stands in menus and teasers as often as in articles.
bool IsListOrHeading(const GumboNode& element) {
  switch (element.v.element.tag) {
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
      return true;
    default:
      return false;
  }
}

// What an element is worth by what it is called, as much as some paragraphs.
double WeightOfNames(const GumboNode& element) {
  constexpr double kOfName = 10;
  return Names(element, &NamesArticle) ? kOfName : 0;
}

// As readability tools weigh a paragraph: its length up to a limit, and its commas. What stands in
// a container itself is several paragraphs, with breaks of lines between them.
double WeightOf(const GumboNode& node, const OwnText& text) {
  constexpr double kMostForLength = 3;
  constexpr double kBytesForOne = 100;
  const double length = static_cast<double>(text.bytes) / kBytesForOne;
  return 1 + static_cast<double>(text.commas) +
         (IsContainer(node) ? length : std::min(length, kMostForLength));
}

// Where the paragraph counts; null: it is none.
const GumboNode* ContainerOf(const GumboNode& node, const OwnText& text) {
  constexpr size_t kShortest = 25;       // bytes; what is shorter is a button
  constexpr size_t kShortestAlone = 80;  // without an element of its own
  if (text.linked * 2 > text.bytes || IsListOrHeading(node)) return nullptr;
  if (IsContainer(node)) return text.bytes >= kShortestAlone ? &node : nullptr;
  return text.bytes >= kShortest ? node.parent : nullptr;
}

// What a paragraph weighs counts for the element that it stands in, and half for the one around
// that.
Scores ScoreContainers(const GumboNode& root, const Furniture& furniture) {
  Scores scores;
  ForEachElement(root, [&](const GumboNode& node) {
    if (furniture.Has(node)) return Walk::kOver;
    const OwnText text = OwnTextOf(node);
    const GumboNode* const container = ContainerOf(node, text);
    if (container == nullptr || container->type != GUMBO_NODE_ELEMENT) return Walk::kInto;
    const double weight = WeightOf(node, text);
    const auto add = [&](const GumboNode* element, double score) {
      const auto [known, is_new] = scores.try_emplace(element, 0);
      known->second += score;
      if (is_new && element->type == GUMBO_NODE_ELEMENT) known->second += WeightOfNames(*element);
    };
    add(container, weight);
    if (container->parent != nullptr) add(container->parent, weight / 2);
    return Walk::kInto;
  });
  return scores;
}

// The first of the best in the page's order.
const GumboNode* Best(const GumboNode& root, const Scores& scores) {
  const GumboNode* best = nullptr;
  double most = 0;
  ForEachElement(root, [&](const GumboNode& node) {
    const auto score = scores.find(&node);
    if (score != scores.end() && score->second > most) {
      most = score->second;
      best = &node;
    }
    return Walk::kInto;
  });
  return best;
}

// The innermost element around `best` that has all that is called as it is and weighs as much: an
// article in sections. `best` itself where nothing is.
const GumboNode* AroundAlike(const GumboNode& root, const Scores& scores, const GumboNode& best) {
  constexpr double kShare = 0.2;
  std::vector<const GumboNode*> alike;
  ForEachElement(root, [&](const GumboNode& node) {
    const auto score = scores.find(&node);
    const bool has_many = score != scores.end() && score->second >= scores.at(&best) * kShare;
    if (has_many && AreCalledAlike(node, best)) alike.push_back(&node);
    return Walk::kInto;
  });
  const GumboNode* around = &best;
  const auto holds = [&around](const GumboNode* node) {
    while (node != nullptr && node != around) node = node->parent;
    return node == around;
  };
  while (!std::all_of(alike.begin(), alike.end(), holds) && around->parent != nullptr &&
         around->parent->type == GUMBO_NODE_ELEMENT) {
    around = around->parent;
  }
  return around;
}

}  // namespace

std::string ParagraphsText(const GumboNode& root, const Furniture& furniture) {
  const Scores scores = ScoreContainers(root, furniture);
  const GumboNode* const best = Best(root, scores);
  if (best == nullptr) return "";
  if (const GumboNode* around = AroundAlike(root, scores, *best); around != best) {
    return ArticleText(*around, furniture);
  }
  const GumboNode* const parent = best->parent;
  if (parent == nullptr || parent->type != GUMBO_NODE_ELEMENT) return ArticleText(*best, furniture);
  // Parts of one article that stand side by side.
  constexpr double kShare = 0.2;
  const double needed = scores.at(best) * kShare;
  std::string text;
  const GumboVector& siblings = parent->v.element.children;
  for (unsigned i = 0; i < siblings.length; ++i) {
    const auto* sibling = static_cast<const GumboNode*>(siblings.data[i]);
    if (sibling->type != GUMBO_NODE_ELEMENT || furniture.Has(*sibling)) continue;
    const auto score = scores.find(sibling);
    const bool has_many = score != scores.end() && score->second >= needed;
    const bool is_part = sibling == best || has_many || sibling->v.element.tag == GUMBO_TAG_P;
    const std::string part = is_part ? ArticleText(*sibling, furniture) : "";
    if (part.empty()) continue;
    absl::StrAppend(&text, text.empty() ? "" : "\n\n", part);
  }
  return text;
}

}  // namespace norn::ingest
