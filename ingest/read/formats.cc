#include "ingest/read/formats.h"

#include "ingest/read/archive_format.h"
#include "ingest/read/atom.h"
#include "ingest/read/html_format.h"
#include "ingest/read/json_format.h"
#include "ingest/read/mail_format.h"
#include "ingest/read/newsml.h"
#include "ingest/read/nitf.h"
#include "ingest/read/office_format.h"
#include "ingest/read/pdf_format.h"
#include "ingest/read/rss.h"
#include "ingest/read/table_format.h"
#include "ingest/read/text_format.h"
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
