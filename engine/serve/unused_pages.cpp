#include "engine/serve/unused_pages.hpp"

#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

namespace papar {

namespace {

// Segments that nobody can write to are as they are in the file, so that nothing is lost.
int give_back(dl_phdr_info* library, std::size_t /*size*/, void* /*none*/) {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    for (int i = 0; i < library->dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = library->dlpi_phdr[i];
        if (segment.p_type != PT_LOAD || (segment.p_flags & PF_W) != 0) continue;
        const std::uintptr_t begin = library->dlpi_addr + segment.p_vaddr;
        const std::uintptr_t first = begin / page * page;
        // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader tells addresses as numbers
        madvise(reinterpret_cast<void*>(first), begin + segment.p_memsz - first, MADV_DONTNEED);
    }
    return 0;
}

}  // namespace

void give_back_unused_pages() {
    dl_iterate_phdr(give_back, nullptr);
}

}  // namespace papar
