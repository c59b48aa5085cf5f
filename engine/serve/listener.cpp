#include "engine/serve/listener.hpp"

#include "engine/base/error.hpp"

#include <fmt/format.h>

#include <utility>

namespace papar {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

tcp::endpoint endpoint_of(const std::string& address, std::uint16_t port) {
    error_code problem;
    const auto parsed = asio::ip::make_address(address, problem);
    if (problem) {
        throw error(ErrorKind::usage,
                    "--bind {}: no address; give 127.0.0.1 (this computer only), 0.0.0.0 (the whole network), or one "
                    "of this computer's addresses",
                    address);
    }
    return {parsed, port};
}

std::string text_of(const tcp::endpoint& endpoint) {
    const std::string address = endpoint.address().to_string();
    return endpoint.address().is_v6() ? fmt::format("[{}]:{}", address, endpoint.port())
                                      : fmt::format("{}:{}", address, endpoint.port());
}

}  // namespace

Listener::Listener(asio::io_context& io, const std::string& address, std::uint16_t port, SessionContext& context)
    : io_(io), acceptor_(io), deadlines_(io), timer_(io), context_(context) {
    const tcp::endpoint endpoint = endpoint_of(address, port);
    error_code problem;
    const auto step = [&](auto&& action) {
        if (!problem) action();
    };
    step([&] { acceptor_.open(endpoint.protocol(), problem); });
    step([&] { acceptor_.set_option(tcp::acceptor::reuse_address(true), problem); });
    step([&] { acceptor_.bind(endpoint, problem); });
    step([&] { acceptor_.listen(tcp::acceptor::max_listen_connections, problem); });
    if (problem) {
        throw error(ErrorKind::usage, "{}: cannot listen there ({}); give another --port or --bind", text_of(endpoint),
                    problem.message());
    }
    context_.ended = [this] { connection_ended(); };
}

std::string Listener::url() const {
    error_code ignored;
    return "http://" + text_of(acceptor_.local_endpoint(ignored));
}

void Listener::begin() {
    accept();
    look_at_deadlines();
}

// One clock for all connections: a timer for each would be set three times a request.
void Listener::look_at_deadlines() {
    constexpr std::chrono::milliseconds pause{100};
    deadlines_.expires_after(pause);
    deadlines_.async_wait([this](error_code cancelled) {
        if (cancelled) return;
        context_.connections.cut_overdue(std::chrono::steady_clock::now());
        look_at_deadlines();
    });
}

void Listener::accept() {
    acceptor_.async_accept([this](error_code problem, tcp::socket socket) {
        if (context_.stopping) return;
        if (problem) {  // no file descriptors left, say: make room, and try again soon
            context_.connections.cut_one();
            constexpr std::chrono::milliseconds pause{50};
            timer_.expires_after(pause);
            timer_.async_wait([this](error_code cancelled) {
                if (!cancelled && !context_.stopping) accept();
            });
            return;
        }
        error_code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        begin_session(std::move(socket), context_);
        full_ = context_.connections.count() > context_.limits.connections && !context_.connections.cut_one();
        if (!full_) accept();
    });
}

void Listener::connection_ended() {
    if (context_.stopping && context_.connections.count() == 0) io_.stop();
    if (std::exchange(full_, false) && !context_.stopping) accept();
}

void Listener::stop() {
    context_.stopping = true;
    error_code ignored;
    acceptor_.close(ignored);
    context_.connections.cut_waiting();
    timer_.expires_after(context_.limits.stop_time);
    timer_.async_wait([this](error_code cancelled) {
        if (!cancelled) io_.stop();
    });
    connection_ended();
}

}  // namespace papar
