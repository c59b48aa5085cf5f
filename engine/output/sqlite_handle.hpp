// Owners of SQLite's files and statements.
#pragma once

#include <sqlite3.h>

#include <memory>

namespace papar {

struct CloseSqlite {
    void operator()(sqlite3* file) const { sqlite3_close(file); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

using SqliteHandle = std::unique_ptr<sqlite3, CloseSqlite>;
using SqliteStatement = std::unique_ptr<sqlite3_stmt, CloseSqlite>;

}  // namespace papar
