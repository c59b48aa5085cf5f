// Inner loops compiled for the widest vectors of the machine they run on. They compute the same bits on every machine.
#pragma once

// Every helper is inlined into its caller, whatever instruction set the caller is compiled for.
#define PAPAR_INLINE inline __attribute__((always_inline))

namespace papar {

// Calls the kernel compiled for the widest vectors this machine has. The kernel is a lambda marked always_inline, as
// is all that it calls.
#if defined(__x86_64__)
template <typename Kernel>
__attribute__((target("avx2,popcnt,bmi"), noinline)) void run_avx2(const Kernel& kernel) {
    kernel();
}
template <typename Kernel>
__attribute__((noinline)) void run_baseline(const Kernel& kernel) {
    kernel();
}
template <typename Kernel>
void on_widest_vectors(const Kernel& kernel) {
    static const bool has_avx2 = __builtin_cpu_supports("avx2") != 0;
    has_avx2 ? run_avx2(kernel) : run_baseline(kernel);
}
#else
template <typename Kernel>
void on_widest_vectors(const Kernel& kernel) {
    kernel();
}
#endif

}  // namespace papar
