#include "tools/export/formats/jsonl.h"

#include "gtest/gtest.h"
#include "tools/export/formats/tricky_graph.h"

namespace norn::tools {
namespace {

TEST(Jsonl, HasEverythingInOrder) {
  EXPECT_EQ(
      Written(WriteGraphJsonl),
      R"({"node":"a","labels":["Actor","Person"],"properties":{"aliases":["A;B","C\\"],"mentions":3,"name":"Åse \"x\"\n<y>","note":""}})"
      "\n"
      R"({"node":"b","labels":[],"properties":{"born":"1970-01-01","size":1.5}})"
      "\n"
      R"({"edge":"SPOKE_WITH","from":"a","to":"b","key":"event/1","properties":{"date":"2025-07"}})"
      "\n"
      R"({"edge":"odd type","from":"a","to":"b","key":"","properties":{}})"
      "\n");
}

}  // namespace
}  // namespace norn::tools
