#include "apps/cli/system_user.h"

#include <pwd.h>
#include <unistd.h>

namespace tarang::cli {

std::string system_user() {
    const passwd* user = ::getpwuid(::getuid());
    return user != nullptr && user->pw_name != nullptr ? user->pw_name : std::to_string(::getuid());
}

}  // namespace tarang::cli
