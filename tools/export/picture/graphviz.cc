#include "tools/export/picture/graphviz.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <cstdlib>
#include <memory>
#include <mutex>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "base/status_macros.h"

namespace norn::tools {
namespace {

constexpr int kSeed = 7;

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
using LaidOut = std::unique_ptr<Agraph_t, CloseGraph>;

// Holds the process's Graphviz: what it says while this lives is its own.
class Session {
 public:
  Session() : lock_(DrawMutex()) {
    Context();
    messages = &collected_;
  }
  ~Session() { messages = nullptr; }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Reads the DOT and lays it out, for as many dots per inch; null: Graphviz's own.
  absl::StatusOr<LaidOut> LayOut(const std::string& dot, const char* dots_per_inch) {
    LaidOut graph(agmemread(dot.c_str()));
    if (graph == nullptr) {
      return absl::InvalidArgumentError(absl::StrCat("not a graph in DOT: ", Reason(collected_)));
    }
    if (dots_per_inch != nullptr) {
      agattr(graph.get(), AGRAPH, const_cast<char*>("dpi"), const_cast<char*>(dots_per_inch));
    }
    // Graphviz's springs take random numbers of the process before they set a seed of their own:
    // with these the second layout in a process is that of the first.
    std::srand(kSeed);
    srand48(kSeed);
    const char* const layout = agget(graph.get(), const_cast<char*>("layout"));
    if (gvLayout(Context(), graph.get(), layout == nullptr ? "dot" : layout) != 0) {
      return absl::InternalError(absl::StrCat("Graphviz cannot lay it out: ", Reason(collected_)));
    }
    return graph;
  }

  const std::string& collected() const { return collected_; }

 private:
  const std::lock_guard<std::mutex> lock_;
  std::string collected_;
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
  Session session;
  const bool png = format == ImageFormat::kPng;
  // Graphviz's 96 dots per inch look blurred on today's screens.
  NORN_ASSIGN_OR_RETURN(const LaidOut graph, session.LayOut(dot, png ? "144" : nullptr));
  char* bytes = nullptr;
  unsigned length = 0;
  if (gvRenderData(Context(), graph.get(), png ? "png" : "svg", &bytes, &length) != 0 ||
      bytes == nullptr || length == 0) {
    return absl::InternalError(
        absl::StrCat("Graphviz cannot draw it: ", Reason(session.collected())));
  }
  std::string image(bytes, length);
  gvFreeRenderData(bytes);
  return png ? image : WithFontFallback(std::move(image));
}

absl::StatusOr<std::vector<Point>> LayOut(const std::string& dot, size_t count) {
  Session session;
  NORN_ASSIGN_OR_RETURN(const LaidOut graph, session.LayOut(dot, nullptr));
  std::vector<Point> points(count);
  for (Agnode_t* node = agfstnode(graph.get()); node != nullptr;
       node = agnxtnode(graph.get(), node)) {
    size_t number = 0;
    if (!absl::SimpleAtoi(agnameof(node), &number) || number >= count) continue;
    // Graphviz's vertical axis points up.
    points[number] = {ND_coord(node).x, -ND_coord(node).y};
  }
  return points;
}

}  // namespace norn::tools
