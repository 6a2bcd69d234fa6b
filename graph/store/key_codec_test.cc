#include "graph/store/key_codec.h"

#include <algorithm>
#include <random>

#include "absl/strings/escaping.h"
#include "gtest/gtest.h"

namespace norn::graph {
namespace {

std::string Encode(const DecodedKey& key) {
  const std::vector<absl::string_view> views(key.components.begin(), key.components.end());
  return EncodeKey(key.kind, views);
}

TEST(KeyCodecTest, GoldenBytes) {
  const struct {
    DecodedKey key;
    std::string hex;
  } cases[] = {
      {{RecordKind::kFormat, {}}, "01"},
      {{RecordKind::kNode, {"ab"}}, "0261620001"},
      {{RecordKind::kNode, {std::string("a\0b", 3)}}, "026100ff620001"},
      {{RecordKind::kEdge, {"a", "X", "b", ""}}, "036100015800016200010001"},
      {{RecordKind::kArticle, {"\xff"}}, "04ff0001"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(absl::BytesToHexString(Encode(c.key)), c.hex);
    const auto back = DecodeKey(Encode(c.key));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(*back, c.key);
  }
}

TEST(KeyCodecTest, RefusesWhatWasNotEncoded) {
  for (const char* hex : {"", "00", "05", "0101", "02", "0261", "026100", "02610002", "0261000162",
                          "03610001", "ff"}) {
    const auto key = DecodeKey(absl::HexStringToBytes(hex));
    EXPECT_EQ(key.status().code(), absl::StatusCode::kDataLoss) << hex;
  }
}

TEST(KeyCodecTest, KeepsTheOrderOfRandomComponents) {
  std::mt19937 random(7);
  // Few letters, so that prefixes and equal components are common.
  const std::string letters(
      "\x00\x01\x02"
      "a\xfe\xff",
      6);
  const auto component = [&] {
    std::string text(random() % 4, ' ');
    for (char& c : text) c = letters[random() % letters.size()];
    return text;
  };
  std::vector<DecodedKey> keys;
  for (int i = 0; i < 2000; ++i) {
    if (random() % 2 == 0) {
      keys.push_back({RecordKind::kNode, {component()}});
    } else {
      keys.push_back({RecordKind::kEdge, {component(), component(), component(), component()}});
    }
  }
  std::sort(keys.begin(), keys.end(), [](const DecodedKey& a, const DecodedKey& b) {
    return std::tie(a.kind, a.components) < std::tie(b.kind, b.components);
  });
  for (size_t i = 0; i < keys.size(); ++i) {
    const auto back = DecodeKey(Encode(keys[i]));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(*back, keys[i]);
    if (i > 0 && !(keys[i - 1] == keys[i])) {
      EXPECT_LT(Encode(keys[i - 1]), Encode(keys[i]));
    }
  }
}

}  // namespace
}  // namespace norn::graph
