#include "tools/export/graphviz.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <memory>
#include <mutex>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace norn::tools {
namespace {

// Graphviz reports through one function for the whole process. Guarded by DrawMutex().
std::string* messages = nullptr;

int Collect(char* text) {
  if (messages != nullptr) absl::StrAppend(messages, text);
  return 0;
}

std::mutex& DrawMutex() {
  static std::mutex mutex;
  return mutex;
}

// One for the process, never freed: Graphviz 2.42 uses freed memory when a second one is made.
GVC_t* Context() {
  static GVC_t* const context = [] {
    agseterrf(Collect);
    agseterr(AGERR);
    return gvContext();
  }();
  return context;
}

std::string Reason(const std::string& collected) {
  const absl::string_view text = absl::StripAsciiWhitespace(collected);
  return text.empty() ? "no reason given" : absl::StrReplaceAll(text, {{"\n", "; "}});
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const {
    gvFreeLayout(Context(), graph);
    agclose(graph);
  }
};

// Where the reader's machine lacks the font, one of the same widths keeps text in its box.
std::string WithFontFallback(std::string svg) {
  return absl::StrReplaceAll(
      svg, {{"font-family=\"DejaVu Sans\"", "font-family=\"DejaVu Sans,Verdana,sans-serif\""},
            {"font-family=\"DejaVu Sans Bold\"",
             "font-family=\"DejaVu Sans,Verdana,sans-serif\" font-weight=\"bold\""}});
}

}  // namespace

absl::StatusOr<std::string> Draw(const std::string& dot, ImageFormat format) {
  const std::lock_guard<std::mutex> lock(DrawMutex());
  std::string collected;
  GVC_t* const context = Context();
  messages = &collected;
  const std::unique_ptr<std::string*, void (*)(std::string**)> forget(
      &messages, [](std::string** pointer) { *pointer = nullptr; });

  const std::unique_ptr<Agraph_t, CloseGraph> graph(agmemread(dot.c_str()));
  if (graph == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat("not a graph in DOT: ", Reason(collected)));
  }
  if (format == ImageFormat::kPng) {
    // Graphviz's 96 dots per inch look blurred on today's screens.
    agattr(graph.get(), AGRAPH, const_cast<char*>("dpi"), const_cast<char*>("144"));
  }
  const char* const layout = agget(graph.get(), const_cast<char*>("layout"));
  if (gvLayout(context, graph.get(), layout == nullptr ? "dot" : layout) != 0) {
    return absl::InternalError(absl::StrCat("Graphviz cannot lay it out: ", Reason(collected)));
  }
  char* bytes = nullptr;
  unsigned length = 0;
  const bool png = format == ImageFormat::kPng;
  if (gvRenderData(context, graph.get(), png ? "png" : "svg", &bytes, &length) != 0 ||
      bytes == nullptr || length == 0) {
    return absl::InternalError(absl::StrCat("Graphviz cannot draw it: ", Reason(collected)));
  }
  std::string image(bytes, length);
  gvFreeRenderData(bytes);
  return png ? image : WithFontFallback(std::move(image));
}

}  // namespace norn::tools
