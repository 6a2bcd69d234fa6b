// Cuts a page down to what its text hangs on before the HTML parser sees it: scripts, styles,
// pictures, comments and inline mark-up go. It keeps hostile pages from the parser too, whose work
// grows with tags times what is open, and which frees its tree by recursion.
//
//   NORN_ASSIGN_OR_RETURN(std::string reduced, ReduceHtml("<p>a <b>b</b><script>x</script>"));
//   // "<p>a b"
#ifndef NORN_INGEST_READ_PAGES_HTML_REDUCER_H_
#define NORN_INGEST_READ_PAGES_HTML_REDUCER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace norn::ingest {

// What is left of links: characters of private use where their text begins and ends.
inline constexpr char kLinkStart[] = "\uE000";
inline constexpr char kLinkEnd[] = "\uE001";

// One pass over the bytes. kInvalidArgument for tags nested too deeply or too many of them.
absl::StatusOr<std::string> ReduceHtml(absl::string_view html);

}  // namespace norn::ingest

#endif  // NORN_INGEST_READ_PAGES_HTML_REDUCER_H_
