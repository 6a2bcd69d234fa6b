#include "ingest/resolve/name_key.h"

#include <gtest/gtest.h>

namespace norn::ingest {
namespace {

TEST(NameKeyTest, TransliterationsOfOneNameAreOne) {
  const char* pairs[][2] = {
      {"Andrij Dahlskyj", "Andrij Dahlsky"},
      {"Volodymyr Zelenskyj", "Volodymyr Zelenskij"},
      {"Volodymyr Zelenskyj", "Volodymyr Zelensky"},
      {"Volodymyr Zelenskyj", "Volodymyr Zelenskyy"},
      {"Jurij Usjakov", "Yuri Ushakov"},
      {"Sergej Lavrov", "Sergey Lavrov"},
      {"Sergej Lavrov", "Sergei Lavrov"},
      {"Andrij Hnatov", "Andrii Hnatov"},
      {"Mikhail Gorbachev", "Mihail Gorbatsjev"},
  };
  for (const auto& pair : pairs) EXPECT_EQ(NameKey(pair[0]), NameKey(pair[1])) << pair[1];
}

TEST(NameKeyTest, DifferentNamesStayApart) {
  const char* pairs[][2] = {
      {"Jonas Dahl", "Jonas Dale"},  {"Anna Lind", "Anne Lind"},  {"Ola Berg", "Ola Borg"},
      {"Ali Hassan", "Ali Hussein"}, {"Jan Olsen", "Jan Nilsen"},
  };
  for (const auto& pair : pairs) EXPECT_NE(NameKey(pair[0]), NameKey(pair[1])) << pair[1];
}

}  // namespace
}  // namespace norn::ingest
