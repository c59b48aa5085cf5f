// The only file that sees Beast: it reads the requests. Answers are written as they are, in pieces.
#define BOOST_BEAST_USE_STD_STRING_VIEW
#include "engine/serve/session.hpp"

#include "engine/serve/answers.hpp"
#include "engine/serve/served_file.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace papar {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using SystemClock = std::chrono::system_clock;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t piece_bytes = std::size_t{64} << 10;
constexpr std::size_t read_bytes = 4096;
// How long, and how much, is still read from a client that sends what nobody asked for, so that it sees the answer.
constexpr std::chrono::milliseconds farewell_time{1000};
constexpr int most_farewell_reads = 64;

using Parser = http::request_parser<http::empty_body>;

// The date changes once a second; requests come more often.
const std::string& date_now() {
    static SystemClock::time_point second;
    static std::string text;
    const auto now = std::chrono::floor<std::chrono::seconds>(SystemClock::now());
    if (now != second) {
        second = now;
        text = http_date(now);
    }
    return text;
}

std::optional<std::string_view> field(const http::fields& fields, http::field name) {
    const auto found = fields.find(name);
    return found != fields.end() ? std::optional<std::string_view>(found->value()) : std::nullopt;
}

Request request_of(const http::request_header<>& header) {
    return {header.method_string(),
            header.target(),
            field(header, http::field::host),
            field(header, http::field::accept_encoding),
            field(header, http::field::range),
            field(header, http::field::if_match),
            field(header, http::field::if_none_match),
            field(header, http::field::if_range)};
}

class Session : public Connection, public std::enable_shared_from_this<Session> {
public:
    Session(asio::ip::tcp::socket socket, SessionContext& context)
        : socket_(std::move(socket)), context_(context), place_(std::in_place, context.connections, *this) {}
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() override {
        place_.reset();
        context_.ended();
    }

    void cut() override {
        place_->is_busy();
        close();
    }

    // The first byte of a request may take long; the rest may not.
    void await_request() {
        if (context_.stopping) return;
        place_->waits();
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(context_.limits.header_bytes));
        if (buffer_.size() > 0) {  // sent before the last answer was there
            limit(context_.limits.request_time);
            return parse();
        }
        begun_ = false;
        limit(context_.limits.idle_time);
        read();
    }

private:
    void limit(std::chrono::milliseconds time) { deadline = SteadyClock::now() + time; }

    void read() {
        socket_.async_read_some(buffer_.prepare(read_bytes),
                                [self = shared_from_this()](error_code problem, std::size_t bytes) {
                                    if (problem) return;
                                    if (!self->begun_) self->limit(self->context_.limits.request_time);
                                    self->begun_ = true;
                                    self->buffer_.commit(bytes);
                                    self->parse();
                                });
    }

    void parse() {
        error_code problem;
        const std::size_t used = parser_->put(buffer_.data(), problem);
        buffer_.consume(used);
        if (problem == http::error::need_more) return read();
        if (problem || parser_->is_header_done()) return got_header(problem);
        read();
    }

    void got_header(error_code problem) {
        place_->is_busy();
        started_ = SteadyClock::now();
        started_at_ = SystemClock::now();
        if (problem) {
            last_ = true;
            request_ = {};
            return send(problem == http::error::header_limit
                            ? sentence_answer(431, "This request's header is too long.")
                            : sentence_answer(400, "This is no HTTP request."));
        }
        const auto& header = parser_->get();
        request_ = request_of(header);
        const bool has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0;
        last_ = has_body || !header.keep_alive();
        constexpr unsigned http_1_1 = 11;
        const auto hosts = header.count(http::field::host);
        if (hosts > 1 || (hosts == 0 && header.version() >= http_1_1)) {
            last_ = true;
            return send(sentence_answer(400, "A request names its host, once."));
        }
        try {
            send(context_.handler.answer(request_));
        } catch (const std::exception&) {  // out of memory, say: this client's loss only
            send(sentence_answer(500, "This could not be answered."));
        }
    }

    void close() {
        error_code ignored;
        socket_.close(ignored);
    }

    void send(Response response) {
        response_ = std::move(response);
        sent_ = 0;
        to_send_ = request_.method == "HEAD" ? 0 : response_.body_bytes();
        last_ = last_ || context_.stopping;
        head_.clear();
        auto out = std::back_inserter(head_);
        fmt::format_to(out, "HTTP/1.1 {} {}\r\nDate: {}\r\n", response_.status, reason_of(response_.status),
                       date_now());
        for (const auto& [name, value] : response_.headers) fmt::format_to(out, "{}: {}\r\n", name, value);
        constexpr int no_content = 204;
        constexpr int not_modified = 304;
        if (response_.status != no_content && response_.status != not_modified) {
            fmt::format_to(out, "Content-Length: {}\r\n", response_.body_bytes());
        }
        fmt::format_to(out, "Connection: {}\r\n\r\n", last_ ? "close" : "keep-alive");
        send_piece();
    }

    // The head goes with the first piece.
    void send_piece() {
        const std::size_t bytes = static_cast<std::size_t>(std::min<std::uint64_t>(piece_bytes, to_send_ - sent_));
        std::span<const std::byte> piece;
        if (bytes > 0 && response_.file) {
            piece_.resize(piece_bytes);
            const auto room = std::span(piece_).first(bytes);
            if (!response_.file->file->read(response_.file->offset + sent_, room)) {
                return done(false);  // cut short meanwhile: the client sees that bytes are missing
            }
            piece = room;
        } else if (bytes > 0) {
            piece = response_.body.bytes.subspan(sent_, bytes);
        }
        limit(context_.limits.send_time);
        const std::array<asio::const_buffer, 2> buffers = {asio::buffer(head_),
                                                           asio::buffer(piece.data(), piece.size())};
        asio::async_write(socket_, buffers, [self = shared_from_this(), bytes](error_code problem, std::size_t) {
            if (problem) return self->done(false);
            self->head_.clear();
            self->sent_ += bytes;
            self->sent_ < self->to_send_ ? self->send_piece() : self->done(true);
        });
    }

    void done(bool whole) {
        log(whole);
        response_ = {};
        std::vector<std::byte>().swap(piece_);
        if (!whole) return close();
        if (!last_ && !context_.stopping) return await_request();
        error_code ignored;
        socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        limit(farewell_time);
        place_->waits();
        read_farewell(0);
    }

    // A connection closed with bytes unread is reset, and the client may lose the answer.
    void read_farewell(int reads) {
        buffer_.clear();
        socket_.async_read_some(buffer_.prepare(read_bytes),
                                [self = shared_from_this(), reads](error_code problem, std::size_t) {
                                    if (!problem && reads < most_farewell_reads) self->read_farewell(reads + 1);
                                });
    }

    void log(bool whole) const {
        if (!context_.log) return;
        const auto agent = parser_ ? field(parser_->get(), http::field::user_agent) : std::nullopt;
        error_code problem;
        const auto peer = socket_.remote_endpoint(problem);
        context_.log({started_at_, problem ? "" : peer.address().to_string(), std::string(request_.method),
                      std::string(request_.target), std::string(agent.value_or("")), response_.status, sent_, whole,
                      std::chrono::duration_cast<std::chrono::microseconds>(SteadyClock::now() - started_)});
    }

    asio::ip::tcp::socket socket_;
    SessionContext& context_;
    std::optional<Connections::Place> place_;
    beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    Request request_;  // views into parser_
    Response response_;
    std::string head_;
    std::vector<std::byte> piece_;
    std::uint64_t sent_ = 0;
    std::uint64_t to_send_ = 0;
    bool begun_ = false;  // the request's first bytes are there
    bool last_ = false;   // the connection ends after this answer
    SteadyClock::time_point started_;
    SystemClock::time_point started_at_;
};

}  // namespace

void begin_session(asio::ip::tcp::socket socket, SessionContext& context) {
    std::make_shared<Session>(std::move(socket), context)->await_request();
}

}  // namespace papar
