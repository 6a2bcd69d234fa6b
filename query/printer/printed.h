// Queries as the printer writes what the parser read, to compare in tests.
#ifndef NORN_QUERY_PRINTER_PRINTED_H_
#define NORN_QUERY_PRINTER_PRINTED_H_

#include <initializer_list>
#include <string>

namespace norn::query {

// The query printed; or the kind of its mistake and the message.
std::string Printed(const std::string& query);

struct PrintedRow {
  const char* query;
  const char* printed;
};
// Where `printed` is a query, it must also print as itself.
void ExpectPrinted(std::initializer_list<PrintedRow> rows);

}  // namespace norn::query

#endif  // NORN_QUERY_PRINTER_PRINTED_H_
