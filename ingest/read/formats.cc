#include "ingest/read/formats.h"

#include <vector>

#include "ingest/read/archives/archive_format.h"
#include "ingest/read/archives/package_formats.h"
#include "ingest/read/archives/warc_format.h"
#include "ingest/read/documents/mail_format.h"
#include "ingest/read/documents/office_format.h"
#include "ingest/read/documents/pdf_format.h"
#include "ingest/read/documents/text_format.h"
#include "ingest/read/feeds/atom.h"
#include "ingest/read/feeds/newsml.h"
#include "ingest/read/feeds/nitf.h"
#include "ingest/read/feeds/rss.h"
#include "ingest/read/pages/html_format.h"
#include "ingest/read/records/json_format.h"
#include "ingest/read/records/table_format.h"
#include "ingest/read/unread_formats.h"

namespace norn::ingest {

std::vector<const Format*> AllFormats() {
  return {&TextFormat(),     &HtmlFormat(),    &RssFormat(),   &AtomFormat(), &NewsmlFormat(),
          &NitfFormat(),     &JsonFormat(),    &TableFormat(), &MailFormat(), &OfficeFormat(),
          &PdfFormat(),      &ArchiveFormat(), &WarcFormat(),  &WaczFormat(), &EpubFormat(),
          &OtherXmlFormat(), &UnreadFormat()};
}

const Format& FormatOf(const Input& input) {
  const Format* surest = &TextFormat();
  Fit most = Fit::kAnyText;
  for (const Format* format : AllFormats()) {
    const Fit fit = format->fits(input);
    if (fit > most) {
      most = fit;
      surest = format;
    }
  }
  return *surest;
}

}  // namespace norn::ingest
