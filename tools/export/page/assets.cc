#include "tools/export/page/assets.h"

#include <cstddef>

// Of assets.S, which embed.sh writes.
extern "C" {
extern const char norn_page_html[];
extern const char norn_page_html_end[];
extern const char norn_page_css[];
extern const char norn_page_css_end[];
extern const char norn_page_js[];
extern const char norn_page_js_end[];
extern const char norn_cytoscape_min_js[];
extern const char norn_cytoscape_min_js_end[];
}

namespace norn::tools {
namespace {

absl::string_view Between(const char* begin, const char* end) {
  return {begin, static_cast<size_t>(end - begin)};
}

}  // namespace

absl::string_view PageTemplate() { return Between(norn_page_html, norn_page_html_end); }
absl::string_view PageStyle() { return Between(norn_page_css, norn_page_css_end); }
absl::string_view PageScript() { return Between(norn_page_js, norn_page_js_end); }
absl::string_view CytoscapeScript() {
  return Between(norn_cytoscape_min_js, norn_cytoscape_min_js_end);
}

}  // namespace norn::tools
