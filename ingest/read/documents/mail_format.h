// Mail (RFC 5322), mailboxes of several (mbox), and web pages saved as MHTML, which are mail with
// the page and its pictures as parts.
#ifndef NORN_INGEST_READ_DOCUMENTS_MAIL_FORMAT_H_
#define NORN_INGEST_READ_DOCUMENTS_MAIL_FORMAT_H_

#include "ingest/read/format/format.h"

namespace norn::ingest {

const Format& MailFormat();

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_DOCUMENTS_MAIL_FORMAT_H_
