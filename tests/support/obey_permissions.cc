#include "tests/support/obey_permissions.h"

#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "gtest/gtest.h"

namespace norn::tests {
namespace {

// Of this thread; gives those before.
uint32_t SetEffective(uint32_t keep, uint32_t add) {
  __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {};
  EXPECT_EQ(syscall(SYS_capget, &header, data), 0);
  const uint32_t before = data[0].effective;
  data[0].effective = (before & keep) | add;
  EXPECT_EQ(syscall(SYS_capset, &header, data), 0);
  return before;
}

}  // namespace

ObeyPermissions::ObeyPermissions()
    : before_(SetEffective(~(1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH), 0)) {}

ObeyPermissions::~ObeyPermissions() { SetEffective(~0u, before_); }

}  // namespace norn::tests
