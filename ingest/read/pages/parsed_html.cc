#include "ingest/read/pages/parsed_html.h"

#include "ingest/read/pages/html_reducer.h"

namespace norn::ingest {

ParsedHtml::ParsedHtml(const std::string& html)
    : reduced_(ReduceHtml(html).value()),
      parsed_(gumbo_parse_with_options(&kGumboDefaultOptions, reduced_.data(), reduced_.size())) {}

ParsedHtml::~ParsedHtml() { gumbo_destroy_output(&kGumboDefaultOptions, parsed_); }

}  // namespace norn::ingest
