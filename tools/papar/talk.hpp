// Talk on stderr. A message that cannot be delivered stops nothing.
#pragma once

#include <cstdio>
#include <string>

namespace papar {

inline void say(const std::string& text) {
    static_cast<void>(std::fputs(text.c_str(), stderr));
}

}  // namespace papar
