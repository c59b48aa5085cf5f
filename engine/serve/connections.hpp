// The connections that are open, and which of them may be cut to make room: so that no number of idle clients keeps
// the next one waiting.
#pragma once

#include <chrono>
#include <cstddef>
#include <list>

namespace papar {

class Connection {
public:
    virtual ~Connection() = default;
    // Closes it; what it waits for ends at once.
    virtual void cut() = 0;
    // When what it waits for is overdue.
    std::chrono::steady_clock::time_point deadline = std::chrono::steady_clock::time_point::max();
};

// Not for several threads.
class Connections {
public:
    class Place;

    [[nodiscard]] std::size_t count() const { return waiting_.size() + busy_.size(); }
    // Cuts the connection that has waited longest for its client: idle, or amid a request that does not come. False
    // when all are being answered.
    bool cut_one();
    void cut_waiting();
    void cut_overdue(std::chrono::steady_clock::time_point now);

private:
    std::list<Connection*> waiting_;  // the one that began first comes first
    std::list<Connection*> busy_;
};

// One connection's place among them, for as long as it lives. It begins as busy.
class Connections::Place {
public:
    Place(Connections& all, Connection& connection);
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    void waits();
    void is_busy();

private:
    friend class Connections;
    Connections& all_;
    std::list<Connection*>::iterator at_;
    bool waits_ = false;
};

}  // namespace papar
