#include "ingest/read/pages/page_furniture.h"

#include <cstddef>
#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace norn::ingest {
namespace {

// Words of names, and two words that stand side by side in one, in lower case. Of the five
// languages.
bool IsFurnitureWord(absl::string_view word) {
  static const auto* const kWords = new absl::flat_hash_set<absl::string_view>{
      // Advertisements.
      "ad", "ads", "adslot", "adunit", "advert", "advertisement", "advertorial", "advertising",
      "annonse", "annonser", "annons", "annonce", "reklame", "reklam", "sponsor", "sponsored",
      "promo", "promoted", "promotion", "outbrain", "taboola", "dfp",
      // Other articles.
      "related", "relatert", "relaterte", "relaterad", "relaterade", "relateret", "relaterede",
      "lesogsa", "lesogsaa", "lasocksa", "laesogsa", "laesogsaa", "readalso", "readnext", "lesmer",
      "lasmer", "laesmere", "seealso", "recommended", "recommendations", "recommendation",
      "anbefalt", "anbefalte", "mostread", "mestlest", "mostpopular", "popular", "trending",
      "teaser", "teasers", "moreon", "morefrom", "morestories", "topstories", "latestnews",
      "upnext", "siblings", "linkbox", "relatedlinks", "storylist",
      // What a page asks its reader to do.
      "newsletter", "nyhetsbrev", "nyhedsbrev", "nyheitsbrev", "subscribe", "subscription",
      "signup", "paywall", "cookie", "cookies", "consent", "gdpr", "share", "sharing", "sharebar",
      "social", "socials", "follow", "comment", "comments", "kommentar", "kommentarer", "disqus",
      "feedback", "poll", "quiz", "donate", "donation",
      // Ways around it.
      "breadcrumb", "breadcrumbs", "sidebar", "navigation", "navbar", "menu", "masthead", "toolbar",
      "pagination", "pager", "skiplink", "tags", "taglist", "topics", "toc", "carousel",
      "slideshow", "gallery", "modal", "popup", "overlay", "lightbox", "tooltip",
      // What only some readers see, or none.
      "hidden", "visuallyhidden", "screenreader", "sronly", "noprint", "printonly",
      // About the article, and not of it.
      "byline", "authorbio", "authorbox", "copyright", "credit", "credits", "caption", "captions",
      "imagetext", "bildetekst", "bildtext", "billedtekst", "timestamp", "dateline", "disclaimer"};
  return kWords->contains(word);
}

}  // namespace

bool NamesFurniture(absl::string_view names) {
  std::string word;
  std::string before;
  // A camel's hump begins a word, as a hyphen does.
  for (size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool is_hump = absl::ascii_isupper(c) && i > 0 && absl::ascii_islower(names[i - 1]);
    if (!word.empty() && (is_hump || !absl::ascii_isalnum(c))) {
      if (IsFurnitureWord(word) || IsFurnitureWord(absl::StrCat(before, word))) return true;
      before = absl::ascii_isspace(c) ? "" : std::move(word);
      word.clear();
    }
    if (absl::ascii_isalnum(c)) word += absl::ascii_tolower(c);
  }
  return false;
}

}  // namespace norn::ingest
