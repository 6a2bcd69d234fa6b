// While it lives, permissions of files hold for the test's thread even where it runs as root.
//
//   std::filesystem::permissions(path, std::filesystem::perms::none);
//   const ObeyPermissions obey;
//   EXPECT_EQ(Open(path).code(), absl::StatusCode::kPermissionDenied);
#ifndef NORN_TESTS_SUPPORT_OBEY_PERMISSIONS_H_
#define NORN_TESTS_SUPPORT_OBEY_PERMISSIONS_H_

#include <cstdint>

namespace norn::tests {

class ObeyPermissions {
 public:
  ObeyPermissions();
  ~ObeyPermissions();
  ObeyPermissions(const ObeyPermissions&) = delete;
  ObeyPermissions& operator=(const ObeyPermissions&) = delete;

 private:
  uint32_t before_ = 0;  // effective capabilities
};

}  // namespace norn::tests

#endif  // NORN_TESTS_SUPPORT_OBEY_PERMISSIONS_H_
