#include <malloc.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What Linux has and the C library shows to GNU programs only. */
#ifndef O_PATH
#define O_PATH 010000000
#endif

/* Lets two names change places at once. */
static inline int nianbao_exchange(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 1 << 1);
}

/* Landlock (Linux 5.13) has no functions in the C library, and Swift cannot call syscall(), which is variadic. The numbers
 * of the calls are the same on every architecture; the rights are those of linux/landlock.h, which may be older. */

/* The version of Landlock that this kernel has, 0 where it has none or was started without. */
static inline int nianbao_landlock_version(void) {
    long version = syscall(444, (void *)0, (size_t)0, 1);
    return version < 0 ? 0 : (int)version;
}

/* From here on this thread, and whatever it starts, may change files in one folder only; besides, it may write to devices
 * and to what there is in /proc, and make sockets in /tmp, where LibreOffice wants one. 0 where that is in force. */
static inline int nianbao_landlock_confine(const char *folder) {
    int version = nianbao_landlock_version();
    if (version < 1) return -1;
    /* Writing a file, removing and making everything; then linking from elsewhere (2) and truncating (3). */
    uint64_t write = 1ULL << 1;
    uint64_t all = write | (0x1FFULL << 4) | (version >= 2 ? 1ULL << 13 : 0) | (version >= 3 ? 1ULL << 14 : 0);
    uint64_t handled[1] = {all};
    long rules = syscall(444, handled, sizeof handled, 0);
    if (rules < 0) return -1;
    const char *paths[4] = {folder, "/dev", "/proc", "/tmp"};
    const uint64_t rights[4] = {all, write | (all & (1ULL << 14)), write | (all & (1ULL << 14)), 1ULL << 9};
    int result = 0;
    for (int i = 0; i < 4 && result == 0; i++) {
        struct __attribute__((packed)) { uint64_t allowed; int32_t parent; } rule;
        rule.allowed = rights[i];
        rule.parent = open(paths[i], O_PATH | O_CLOEXEC);
        if (rule.parent < 0) { result = -1; break; }
        result = (int)syscall(445, (int)rules, 1, &rule, 0);
        close(rule.parent);
    }
    if (result == 0) result = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (result == 0) result = (int)syscall(446, (int)rules, 0);
    close((int)rules);
    return result;
}
