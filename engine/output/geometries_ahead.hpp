// OGR geometries of a layer's rows, made and freed by another thread while one writes the rows.
#pragma once

#include "engine/output/zone_geometry.hpp"

#include <tbb/task_group.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace papar {

class GeometriesAhead {
public:
    using Geometry = std::unique_ptr<OGRGeometry>;

    // `make` gives a row's geometry, or none; it is called for rows 0, 1, 2 ... by one thread at a time.
    GeometriesAhead(std::size_t rows, std::function<Geometry(std::size_t)> make) : rows_(rows), make_(std::move(make)) {
        begin_batch();
    }
    GeometriesAhead(const GeometriesAhead&) = delete;
    GeometriesAhead& operator=(const GeometriesAhead&) = delete;
    ~GeometriesAhead() {
        making_.cancel();
        (void)making_.wait();  // throws only where memory has run out
    }

    // The next row's.
    [[nodiscard]] Geometry next() {
        if (taken_ == ready_.size()) {
            making_.wait();
            std::swap(ready_, made_);
            std::swap(used_, to_free_);
            taken_ = 0;
            begin_batch();
        }
        return std::move(ready_[taken_++]);
    }

    // For one that is written.
    void give_back(Geometry geometry) { used_.push_back(std::move(geometry)); }

private:
    static constexpr std::size_t batch = 64;  // rows

    void begin_batch() {
        making_.run([this] {
            to_free_.clear();
            made_.clear();
            const std::size_t end = std::min(rows_, made_rows_ + batch);
            for (; made_rows_ < end; ++made_rows_) made_.push_back(make_(made_rows_));
        });
    }

    std::size_t rows_;
    std::function<Geometry(std::size_t)> make_;
    std::size_t taken_ = 0;  // of ready_
    std::vector<Geometry> ready_, used_;
    // The other thread's, until it is waited for.
    std::size_t made_rows_ = 0;
    std::vector<Geometry> made_, to_free_;
    tbb::task_group making_;  // last: it ends before what it uses
};

}  // namespace papar
