// Takes connections, as many as the limits allow, until it is told to stop.
#pragma once

#include "engine/serve/session.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstdint>
#include <string>

namespace papar {

class Listener {
public:
    // Throws Error(usage) when the address is none, or is in use.
    Listener(boost::asio::io_context& io, const std::string& address, std::uint16_t port, SessionContext& context);

    void begin();
    // No further connections; waiting ones are cut, answers in flight end. After the limit for that the rest is cut.
    void stop();
    // "http://127.0.0.1:8080"
    [[nodiscard]] std::string url() const;

private:
    void accept();
    void connection_ended();
    void look_at_deadlines();

    boost::asio::io_context& io_;
    boost::asio::ip::tcp::acceptor acceptor_;
    boost::asio::steady_timer deadlines_;
    boost::asio::steady_timer timer_;  // before the next try to accept; the end of stop_time
    SessionContext& context_;
    bool full_ = false;  // every connection is being answered
};

}  // namespace papar
