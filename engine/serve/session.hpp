// One connection: reads requests, one after the other, and sends their answers.
#pragma once

#include "engine/serve/access_record.hpp"
#include "engine/serve/connections.hpp"
#include "engine/serve/handler.hpp"
#include "engine/serve/serve_settings.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <functional>

namespace papar {

// What all connections share. Outlives them.
struct SessionContext {
    Handler& handler;
    ServeLimits limits;
    std::function<void(const AccessRecord&)> log;  // may be empty
    std::function<void()> ended;                   // a connection is gone
    Connections connections;
    bool stopping = false;  // answers in flight are the last ones
};

// Lives until the client or a limit ends it.
void begin_session(boost::asio::ip::tcp::socket socket, SessionContext& context);

}  // namespace papar
