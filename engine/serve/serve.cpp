#include "engine/serve/serve.hpp"

#include "engine/serve/access_record.hpp"
#include "engine/serve/handler.hpp"
#include "engine/serve/listener.hpp"
#include "engine/serve/unused_pages.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>

namespace papar {

void serve(const ServeSettings& settings, const ServeTalk& talk) {
    Handler handler(settings, talk.problem);
    SessionContext context{handler, settings.limits, {}, {}, {}, false};
    if (talk.access) {
        context.log = [&](const AccessRecord& record) { talk.access(access_line(record)); };
    }
    constexpr int one_thread = 1;
    boost::asio::io_context io(one_thread);
    Listener listener(io, settings.bind, settings.port, context);
    boost::asio::signal_set signals(io, SIGINT, SIGTERM);
    signals.async_wait([&](boost::system::error_code problem, int) {
        if (problem) return;
        signals.clear();  // the next one has its usual effect
        listener.stop();
    });
    listener.begin();
    give_back_unused_pages();
    talk.started(listener.url(), handler.tilesets());
    io.run();
    context.ended = [] {};  // connections that are still there end with `io`, after the listener
}

}  // namespace papar
