// When something was, as whole days: what a date of any precision can mean.
//
//   SpanOf(properties)   {"2025-07-01", "2025-07-31"} of the month that an event is dated by
#ifndef NORN_TOOLS_EXPORT_TEXT_TIME_SPAN_H_
#define NORN_TOOLS_EXPORT_TEXT_TIME_SPAN_H_

#include <string>

#include "graph/model/model.h"

namespace norn::tools {

// The first and the last day in ISO form; both empty where no date is known.
struct TimeSpan {
  std::string first;
  std::string last;
  bool is_known() const { return !first.empty(); }
  bool operator==(const TimeSpan&) const = default;
};

// Of `date_from` and `date_to` where they are there, else of `date`.
TimeSpan SpanOf(const graph::Properties& properties);

}  // namespace norn::tools

#endif  // NORN_TOOLS_EXPORT_TEXT_TIME_SPAN_H_
