#include "base/search_key.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"

namespace norn::base {
namespace {

// Collects folded text: one space between words, none at the ends.
class Collector {
 public:
  void Add(UChar32 c) {
    if (IsSpaceOrDash(c)) {
      pending_space_ = !text_.empty();
      return;
    }
    if (pending_space_) text_.push_back(' ');
    pending_space_ = false;
    if (c < 0x80) {
      text_.push_back(absl::ascii_tolower(static_cast<unsigned char>(c)));
    } else {
      icu::UnicodeString(c).toUTF8String(text_);
    }
  }
  std::string Take() { return std::move(text_); }

 private:
  static bool IsSpaceOrDash(UChar32 c) {
    if (c < 0x80) return c == '-' || c == ' ' || (c >= '\t' && c <= '\r');
    return u_isUWhiteSpace(c) || u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212;
  }

  std::string text_;
  bool pending_space_ = false;
};

// Latin letters that do not decompose into a base letter and marks. Null: not one of these.
const char* PlainLetters(UChar32 c) {
  switch (c) {
    case 0x00E6:
      return "ae";
    case 0x00F0:
      return "d";
    case 0x00F8:
      return "o";
    case 0x00FE:
      return "th";
    case 0x0111:
      return "d";
    case 0x0127:
      return "h";
    case 0x0131:
      return "i";
    case 0x0142:
      return "l";
    case 0x014B:
      return "ng";
    case 0x0153:
      return "oe";
    case 0x0167:
      return "t";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x00B4:
    case 0x0060:
      return "'";
    default:
      return nullptr;
  }
}

// What only spells a sound or a layout: soft hyphens, joiners, the marks of a transliteration.
bool IsDropped(UChar32 c) {
  const int8_t type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
         type == U_MODIFIER_LETTER || type == U_MODIFIER_SYMBOL;
}

// Case-folded and decomposed, marks still in it.
icu::UnicodeString Decompose(const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) return text;
  icu::UnicodeString folded = fold->normalize(text, error);
  icu::UnicodeString result = decompose->normalize(folded, error);
  return U_FAILURE(error) ? text : result;
}

// Null if ICU's data has no such transliterator. One for each thread: ICU's share a lock, and
// making one takes tens of milliseconds, so that it is made only when another script turns up.
icu::Transliterator* ToLatin() {
  thread_local const std::unique_ptr<icu::Transliterator> instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
    if (U_FAILURE(error)) made.reset();
    return made;
  }();
  return instance.get();
}

bool NeedsTransliteration(UChar32 c) {
  return c >= 0x80 && u_isalpha(c) && PlainLetters(c) == nullptr && !IsDropped(c);
}

std::string UnicodeSearchKey(absl::string_view text) {
  icu::UnicodeString unicode = Decompose(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size()))));
  bool foreign = false;
  for (int32_t i = 0; i < unicode.length() && !foreign; i = unicode.moveIndex32(i, 1)) {
    foreign = NeedsTransliteration(unicode.char32At(i));
  }
  if (foreign && ToLatin() != nullptr) {
    // Transliteration wants composed letters (й is not и), and makes letters to decompose again.
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(error);
    if (U_SUCCESS(error)) unicode = compose->normalize(unicode, error);
    ToLatin()->transliterate(unicode);
    unicode = Decompose(unicode);
  }
  Collector out;
  for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    const UChar32 c = unicode.char32At(i);
    if (const char* plain = PlainLetters(c); plain != nullptr) {
      for (; *plain != '\0'; ++plain) out.Add(*plain);
    } else if (c < 0x80 || !IsDropped(c)) {
      out.Add(c);
    }
  }
  return out.Take();
}

std::string CodePoints(absl::string_view text) {
  const auto unicode =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  std::string result;
  for (int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    absl::StrAppendFormat(&result, "%su%x", result.empty() ? "" : "-",
                          static_cast<uint32_t>(unicode.char32At(i)));
  }
  return result;
}

}  // namespace

std::string SearchKey(absl::string_view text) {
  const bool ascii = std::all_of(text.begin(), text.end(),
                                 [](char c) { return absl::ascii_isascii(c) && c != '`'; });
  if (!ascii) return UnicodeSearchKey(text);
  Collector out;
  for (char c : text) out.Add(c);
  return out.Take();
}

std::string Slug(absl::string_view text) {
  std::string slug;
  bool pending_hyphen = false;
  for (char c : SearchKey(text)) {
    if (c == '\'') continue;
    if (!absl::ascii_isalnum(c)) {
      pending_hyphen = !slug.empty();
      continue;
    }
    if (pending_hyphen) slug.push_back('-');
    pending_hyphen = false;
    slug.push_back(c);
  }
  return slug.empty() ? CodePoints(text) : slug;
}

}  // namespace norn::base
