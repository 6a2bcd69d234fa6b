#include "ingest/read/formats.h"

#include "ingest/read/archives/archive_format.h"
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

const Format& FormatOf(const Input& input) {
  for (const Format* format :
       {&UnreadFormat(), &OfficeFormat(), &PdfFormat(), &ArchiveFormat(), &RssFormat(),
        &AtomFormat(), &NewsmlFormat(), &NitfFormat(), &HtmlFormat(), &OtherXmlFormat(),
        &JsonFormat(), &MailFormat(), &TableFormat()}) {
    if (format->fits(input)) return *format;
  }
  return TextFormat();
}

}  // namespace norn::ingest
