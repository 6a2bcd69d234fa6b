#include "ingest/read/pages/page_furniture.h"

#include <algorithm>
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
      "upnext", "siblings", "linkbox", "relatedlinks", "storylist", "breakingnews", "ticker",
      "lenker",
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
      "byline", "bylines", "authors", "authorbio", "authorbox", "datelines", "articletip", "tips",
      "copyright", "credit", "credits", "caption", "captions", "imagetext", "imgtop", "topimage",
      "leadimage", "bildetekst", "bildtext", "billedtekst", "timestamp", "dateline", "disclaimer"};
  return kWords->contains(word);
}

// What readers write below an article.
bool IsCommentWord(absl::string_view word) {
  return word == "comments" || word == "commentlist" || word == "commentscontainer" ||
         word == "kommentarer" || word == "kommentarar" || word == "disqus" || word == "debatt" ||
         word == "replies";
}

// What an element with an article in it is likely to be called.
bool IsArticleWord(absl::string_view word) {
  static const auto* const kWords = new absl::flat_hash_set<absl::string_view>{
      "article", "artikkel", "artikel", "story", "entry",     "hentry",  "post",
      "body",    "content",  "main",    "text",  "brodtekst", "bodytext"};
  return kWords->contains(word);
}

// Two words that name the text alone.
bool IsBodyWord(absl::string_view word) {
  static const auto* const kWords = new absl::flat_hash_set<absl::string_view>{
      "articlebody", "articletext", "articlecontent", "storybody",
      "storytext",   "postbody",    "postcontent",    "entrycontent",
      "bodytext",    "brodtekst",   "artikkeltekst",  "artikeltekst"};
  return kWords->contains(word);
}

bool IsStandfirstWord(absl::string_view word) {
  static const auto* const kWords = new absl::flat_hash_set<absl::string_view>{
      "ingress", "standfirst",  "lead",         "articlelead", "preamble",    "dek",
      "manchet", "underrubrik", "underrubrikk", "undertittel", "subheadline", "leadtext"};
  return kWords->contains(word);
}

bool IsLiveWord(absl::string_view word) {
  static const auto* const kWords = new absl::flat_hash_set<absl::string_view>{
      "liveblog",    "livefeed",      "livestudio",       "livesenter",
      "livecenter",  "livereport",    "liverapport",      "liveposts",
      "livepost",    "liveticker",    "liveupdates",      "minuttforminutt",
      "livedekning", "livebevakning", "liverapportering", "direkterapportering"};
  return kWords->contains(word);
}

bool IsAdvertWord(absl::string_view word) {
  return word == "annonse" || word == "annons" || word == "annonce" || word == "reklame" ||
         word == "advertisement" || word == "sponsored";
}

// Whether a word of the names, or two side by side, is one that `fits`.
bool HasWord(absl::string_view names, bool (*fits)(absl::string_view word)) {
  std::string word;
  std::string before;
  // A camel's hump begins a word, as a hyphen does.
  for (size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool is_hump = absl::ascii_isupper(c) && i > 0 && absl::ascii_islower(names[i - 1]);
    if (!word.empty() && (is_hump || !absl::ascii_isalnum(c))) {
      if (fits(word) || fits(absl::StrCat(before, word))) return true;
      before = absl::ascii_isspace(c) ? "" : std::move(word);
      word.clear();
    }
    if (absl::ascii_isalnum(c)) word += absl::ascii_tolower(c);
  }
  return false;
}

}  // namespace

bool NamesFurniture(absl::string_view names) { return HasWord(names, &IsFurnitureWord); }

bool NamesComments(absl::string_view names) { return HasWord(names, &IsCommentWord); }

bool NamesArticle(absl::string_view names) { return HasWord(names, &IsArticleWord); }

bool NamesStandfirst(absl::string_view names) { return HasWord(names, &IsStandfirstWord); }

bool NamesLive(absl::string_view names) { return HasWord(names, &IsLiveWord); }

bool IsAdvertLabel(absl::string_view paragraph) {
  const size_t end = std::min(paragraph.find(' '), paragraph.size());
  if (!IsAdvertWord(absl::AsciiStrToLower(paragraph.substr(0, end)))) return false;
  // A sentence goes on with a small letter.
  return end + 1 >= paragraph.size() || !absl::ascii_islower(paragraph[end + 1]);
}

bool NamesArticleBody(absl::string_view names) { return HasWord(names, &IsBodyWord); }

}  // namespace norn::ingest
