#include "tools/ask/named_node.h"

#include <string>

#include "absl/status/status.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tools/ask/call_view.h"

namespace norn::tools {
namespace {

TEST(NamedNodeTest, FindsByIdAndByName) {
  const graph::View view = CallView();
  for (const char* name : {"person/ada", "Ada Berg", "ada berg"}) {
    const absl::StatusOr<graph::NodeIndex> node = FindNamedNode(view, name);
    ASSERT_TRUE(node.ok()) << node.status();
    EXPECT_EQ(view.NodeId(*node), "person/ada");
  }
}

TEST(NamedNodeTest, SaysWhyItFindsNone) {
  const graph::View view = CallView();
  struct Case {
    const char* name;
    absl::StatusCode code;
    const char* message;
  };
  for (const Case& c : {
           Case{"Cecilie", absl::StatusCode::kNotFound, "the graph has no node 'Cecilie'"},
           Case{"Bo Dahl", absl::StatusCode::kInvalidArgument,
                "'Bo Dahl' is the name of several nodes; give an id: person/bo, person/bo-2"},
           Case{"event/call/7", absl::StatusCode::kNotFound,
                "the graph has no node 'event/call/7'; judged not a fact in mine.judgements: it "
                "was a rehearsal"},
           Case{"event/call/8", absl::StatusCode::kNotFound,
                "the graph has no node 'event/call/8'; judged not a fact in mine.judgements"},
       }) {
    EXPECT_EQ(FindNamedNode(view, c.name).status(), absl::Status(c.code, c.message));
  }
}

}  // namespace
}  // namespace norn::tools
