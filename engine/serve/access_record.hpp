// One line of the access log.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace papar {

struct AccessRecord {
    std::chrono::system_clock::time_point time;  // when the request was there
    std::string client;                          // its address
    std::string method;
    std::string target;
    std::string agent;
    int status = 0;
    std::uint64_t bytes = 0;            // of the body, sent
    bool whole = true;                  // false: the connection ended before
    std::chrono::microseconds took{0};  // from then to the last byte
};

// A JSON object without a line end: time (UTC, RFC 3339), client, method, target, status, bytes, ms, agent, and
// "whole": false where it is so.
[[nodiscard]] std::string access_line(const AccessRecord& record);

// "Sun, 06 Nov 1994 08:49:37 GMT", as HTTP's Date.
[[nodiscard]] std::string http_date(std::chrono::system_clock::time_point time);

}  // namespace papar
