// The program's memory comes from jemalloc, on large pages where the system grants them: blocks, decoded tiles and
// zone shapes are megabytes, and a page fault costs more than filling the page. docs/decisions/0016-allocator.md.

// jemalloc reads this variable, by this name, before `main`.
extern "C" {
const char* malloc_conf = "thp:always,narenas:2,dirty_decay_ms:-1";  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
}
