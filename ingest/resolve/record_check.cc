#include "ingest/resolve/record_check.h"

#include <cstdint>
#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "base/status_macros.h"
#include "base/utf8.h"

namespace norn::ingest {
namespace {

class RecordCheck {
 public:
  RecordCheck(const proto::Extraction& record, const proto::Article& article)
      : record_(record), article_(article) {}

  absl::Status Check() const {
    for (const proto::Entity& entity : record_.entities()) {
      NORN_RETURN_IF_ERROR(CheckEntity(entity));
    }
    for (const proto::OfficeClaim& office : record_.offices()) {
      NORN_RETURN_IF_ERROR(CheckEntityIndex(office.holder(), "the holder of an office"));
      NORN_RETURN_IF_ERROR(CheckEntityIndex(office.of(), "what an office is of"));
      NORN_RETURN_IF_ERROR(CheckText(office.title()));
    }
    for (const proto::EventClaim& event : record_.events()) NORN_RETURN_IF_ERROR(CheckEvent(event));
    return absl::OkStatus();
  }

 private:
  absl::Status CheckEntity(const proto::Entity& entity) const {
    NORN_RETURN_IF_ERROR(CheckText(entity.name()));
    for (const std::string& spelling : entity.spellings()) {
      NORN_RETURN_IF_ERROR(CheckText(spelling));
    }
    return absl::OkStatus();
  }

  absl::Status CheckEvent(const proto::EventClaim& event) const {
    for (const proto::Participant& participant : event.participants()) {
      NORN_RETURN_IF_ERROR(CheckEntityIndex(participant.entity(), "a participant"));
    }
    for (const proto::WeaponUse& use : event.weapons()) {
      NORN_RETURN_IF_ERROR(CheckEntityIndex(use.entity(), "a weapon"));
    }
    if (event.place() != 0) {
      NORN_RETURN_IF_ERROR(CheckEntityIndex(event.place() - 1, "the place of an event"));
    }
    for (const proto::Report& report : event.reports()) {
      NORN_RETURN_IF_ERROR(CheckSpan(report.sentence()));
      NORN_RETURN_IF_ERROR(CheckSpan(report.trigger()));
      NORN_RETURN_IF_ERROR(CheckText(report.attributed_to()));
    }
    return absl::OkStatus();
  }

  absl::Status CheckEntityIndex(uint32_t index, const char* what) const {
    if (index < static_cast<uint32_t>(record_.entities_size())) return absl::OkStatus();
    return absl::DataLossError(
        absl::StrCat(what, " is entity ", index, " of ", record_.entities_size()));
  }

  absl::Status CheckSpan(const proto::Span& span) const {
    if (span.start() <= span.end() && IsBoundary(span.start()) && IsBoundary(span.end())) {
      return absl::OkStatus();
    }
    return absl::DataLossError(absl::StrCat("bytes ", span.start(), " to ", span.end(),
                                            " are no part of its text of ", article_.text().size(),
                                            " bytes"));
  }

  // Not within a character, so that a quote is text.
  bool IsBoundary(uint32_t offset) const {
    const std::string& text = article_.text();
    if (offset >= text.size()) return offset == text.size();
    return !base::IsContinuation(text[offset]);
  }

  static absl::Status CheckText(const std::string& text) {
    if (base::IsUtf8(text)) return absl::OkStatus();
    return absl::DataLossError(absl::StrCat("not UTF-8: ", absl::CHexEscape(text)));
  }

  const proto::Extraction& record_;
  const proto::Article& article_;
};

}  // namespace

absl::Status CheckRecord(const proto::Extraction& record, const proto::Article& article) {
  return RecordCheck(record, article).Check();
}

}  // namespace norn::ingest
