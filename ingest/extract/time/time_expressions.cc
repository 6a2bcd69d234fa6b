#include "ingest/extract/time/time_expressions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "ingest/extract/time/time_forms.h"
#include "ingest/extract/time/time_pieces.h"

namespace norn::ingest {
namespace {

constexpr uint32_t kMaxJoint = 2;  // "fredag den 3. mai", "i går, på torsdagen"

const char* HowFound(const TimeFields& fields) {
  if (fields.anchor) return "counted from a date told before";
  if (fields.year || fields.decade) return "date";
  if (fields.month && fields.day) return "date without a year";
  if (fields.weekday && !fields.week_shift && !fields.about_weeks)
    return "weekday near publication";
  return "relative to publication";
}

// One sentence's expressions, found from left to right.
class Finder {
 public:
  Finder(const AnnotatedText& text, const Sentence& sentence, const Grammar& grammar,
         const DayRange& published)
      : text_(text),
        grammar_(grammar),
        published_(published),
        reader_(text, sentence, grammar),
        begin_(sentence.first_token),
        end_(sentence.first_token + sentence.token_count) {}

  std::vector<TimeExpression> Run() {
    for (uint32_t at = begin_; at < end_;) {
      std::optional<TimePiece> piece = reader_.At(at);
      if (!piece) {
        ++at;
        continue;
      }
      const TimePiece whole = JoinBehind(at, *std::move(piece));
      if (const auto found = Make(at, whole)) Add(*found);
      at += whole.token_count;
    }
    return std::move(found_);
  }

 private:
  const std::string& Word(uint32_t at) const { return text_.tokens[at].lower; }

  // Takes the pieces behind that say more of the same time.
  TimePiece JoinBehind(uint32_t at, TimePiece whole) const {
    for (;;) {
      const std::optional<TimePiece> joined = JoinNext(at, whole);
      if (!joined) return whole;
      whole = *joined;
    }
  }

  std::optional<TimePiece> JoinNext(uint32_t at, const TimePiece& whole) const {
    uint32_t next = at + whole.token_count;
    if (whole.is_vague || whole.governs) return std::nullopt;
    for (uint32_t skipped = 0; next < end_ && skipped <= kMaxJoint; ++next, ++skipped) {
      const std::optional<TimePiece> piece = reader_.At(next);
      const bool counts = piece && piece->governs && Governs(next + piece->token_count);
      if (piece && !piece->is_vague && !counts) {
        if (auto joined = JoinPieces(whole, *piece, skipped)) {
          joined->token_count = next + piece->token_count - at;
          return joined;
        }
      }
      if (!grammar_.Is("date_joint", Word(next))) return std::nullopt;
    }
    return std::nullopt;
  }

  static std::optional<TimePiece> JoinPieces(const TimePiece& a, const TimePiece& b,
                                             uint32_t between) {
    TimePiece joined;
    if (a.is_part && b.is_part) return std::nullopt;
    const auto fields = Join(a.fields, b.fields);
    if (!fields) return std::nullopt;
    // "mandag, tirsdag" are two; "to dager, 14. juni" are two.
    if (!a.is_part && !b.is_part && *fields == a.fields && between > 0) return std::nullopt;
    joined.fields = *fields;
    joined.is_part = false;
    joined.needs_company = a.is_part ? b.needs_company : b.is_part ? a.needs_company : false;
    return joined;
  }

  void Add(const TimeExpression& time) {
    if (IsDateline(time)) return;
    if (!found_.empty()) {
      GiveYear(time, found_.back());
      if (CountsFrom(found_.back(), time)) return;
    }
    found_.push_back(time);
  }

  // "OSLO, 14. juni -": the day on which it was written.
  bool IsDateline(const TimeExpression& time) const {
    constexpr uint32_t kReach = 8;
    const bool in_front = time.first_token > begin_ && time.end_token() < begin_ + kReach;
    return in_front && time.end_token() < end_ && Word(time.end_token()) == "-" &&
           text_.tokens[time.end_token()].space_before && text_.tokens[begin_].is_capitalized &&
           Word(time.first_token - 1) == ",";
  }

  // "27. april og 26. mai i fjor": the year is that of both.
  void GiveYear(const TimeExpression& behind, TimeExpression& before) const {
    const TimeFields& fields = behind.fields;
    const bool joined = before.end_token() + 1 == behind.first_token &&
                        grammar_.Is("day_joint", Word(before.end_token()));
    const bool like = before.fields.month && fields.month && !before.fields.year &&
                      !before.fields.year_shift && before.kind == TimeExpression::Kind::kDate;
    if (!joined || !like || !(fields.year || fields.year_shift)) return;
    before.fields.year = fields.year;
    before.fields.year_shift = fields.year_shift;
    if (const auto ranges = Resolve(before.fields, published_)) {
      SetRange(ToDayRange(ranges->past), before.past);
      SetRange(ToDayRange(ranges->future), before.future);
    }
  }

  // "two days after Christmas": the date behind says from when.
  static bool CountsFrom(TimeExpression& count, const TimeExpression& date) {
    const bool counts = count.kind == TimeExpression::Kind::kRelative &&
                        date.kind == TimeExpression::Kind::kDate &&
                        count.end_token() == date.first_token;
    const bool since = count.kind == TimeExpression::Kind::kRelative &&
                       date.kind == TimeExpression::Kind::kSince &&
                       count.end_token() == date.first_token;
    if (!counts && !since) return false;
    const auto shifted = [&](const proto::DateRange& from, proto::DateRange& to) {
      const std::string derivation = absl::StrCat(to.derivation(), " ", from.derivation());
      to = Shift(from, count.shift);
      to.set_derivation(derivation);
    };
    shifted(date.past, count.past);
    shifted(date.future, count.future);
    count.kind = TimeExpression::Kind::kDate;
    count.fields = date.fields;
    count.token_count = date.end_token() - count.first_token;
    return true;
  }

  std::optional<TimeExpression> Make(uint32_t at, const TimePiece& piece) const {
    if (piece.is_part || IsPossessive(at, piece)) return std::nullopt;
    if (piece.needs_company && !HasCompany(at, piece)) return std::nullopt;
    TimeExpression time;
    time.first_token = at;
    time.token_count = piece.token_count;
    time.fields = piece.fields;
    SetRanges(piece, time);
    if (time.kind != TimeExpression::Kind::kRelative) MarkSince(time);
    return time;
  }

  // "i vår tid": ours.
  bool IsPossessive(uint32_t at, const TimePiece& piece) const {
    const absl::string_view tag = text_.tokens[at].upos;
    return piece.token_count == 1 && piece.needs_company && (tag == "DET" || tag == "PRON");
  }

  // "i mars", "den 6/5".
  bool HasCompany(uint32_t at, const TimePiece& piece) const {
    if (at == begin_) return false;
    return grammar_.Is("time_preposition", Word(at - 1)) ||
           (piece.fields.day && grammar_.Is("date_article", Word(at - 1)));
  }

  void SetRanges(const TimePiece& piece, TimeExpression& time) const {
    time.is_genitive = IsGenitive(time);
    const ByteSpan bytes = {text_.tokens[time.first_token].bytes.begin,
                            text_.tokens[time.end_token() - 1].bytes.end};
    const std::string derivation =
        absl::StrCat(HowFound(piece.fields), ": ", std::string(text_.Slice(bytes)));
    time.past.set_derivation(derivation);
    time.future.set_derivation(derivation);
    if (piece.governs && Governs(time.end_token())) {
      const bool in_days = piece.fields.anchor == TimeWord::DAYS;
      time.kind = in_days && !piece.is_vague ? TimeExpression::Kind::kRelative
                                             : TimeExpression::Kind::kUnknown;
      time.shift = piece.fields.anchor_shift;
      return;
    }
    const auto ranges = piece.is_vague ? std::nullopt : Resolve(piece.fields, published_);
    if (!ranges) {
      time.kind = TimeExpression::Kind::kUnknown;
      return;
    }
    time.past.MergeFrom(ranges->past);
    time.future.MergeFrom(ranges->future);
  }

  // "dagen etter at hun kom", "to dager før møtet", but "dagen etter møtte hun ham".
  bool Governs(uint32_t behind) const {
    if (behind >= end_) return false;
    const Token& next = text_.tokens[behind];
    return grammar_.Is("complementizer", next.lower) || next.upos == "NOUN" || next.upos == "DET" ||
           next.upos == "ADJ" || next.upos == "PROPN" || next.upos == "NUM" || next.upos == "SCONJ";
  }

  bool IsGenitive(const TimeExpression& time) const {
    const uint32_t behind = time.end_token();
    if (behind >= end_) return false;
    // "last week's": a token of its own in some treebanks.
    return text_.tokens[behind - 1].upos != "PROPN" &&
           IsTimeGenitive(grammar_.lexicon(), Word(behind - 1)) &&
           (text_.tokens[behind].upos == "NOUN" || text_.tokens[behind].upos == "ADJ" ||
            text_.tokens[behind].upos == "PROPN");
  }

  // "siden 14. juni": the date is another's. "etter mandagens møte": the meeting's.
  void MarkSince(TimeExpression& time) const {
    if (time.is_genitive || time.kind != TimeExpression::Kind::kDate) return;
    constexpr uint32_t kReach = 2;
    for (uint32_t back = 1; back <= kReach && time.first_token >= begin_ + back; ++back) {
      const uint32_t at = time.first_token - back;
      for (const auto& match : grammar_.time_words().At(text_.tokens, at, end_)) {
        if ((*match.value)->kind() != TimeWord::SINCE || match.length > back) continue;
        if (back == kReach && !grammar_.Is("date_article", Word(at + 1))) continue;
        time.kind = TimeExpression::Kind::kSince;
      }
    }
  }

  const AnnotatedText& text_;
  const Grammar& grammar_;
  const DayRange& published_;
  const TimePieceReader reader_;
  const uint32_t begin_;
  const uint32_t end_;
  std::vector<TimeExpression> found_;
};

}  // namespace

std::vector<TimeExpression> FindTimeExpressions(const AnnotatedText& text, const Sentence& sentence,
                                                const Grammar& grammar, const DayRange& published) {
  return Finder(text, sentence, grammar, published).Run();
}

}  // namespace norn::ingest
