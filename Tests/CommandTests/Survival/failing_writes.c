/* Loaded before the C library (LD_PRELOAD), fails the write to a database or its journal whose number is FAIL_AT, and with
 * FAIL_ALL those after it, too; a write is what changes a file or brings it to the disk. The error is FAIL_WITH. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static atomic_long count;

static int is_of_database(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, ".sqlite") != 0;
}

static int fails(int descriptor) {
    if (!is_of_database(descriptor)) return 0;
    long number = ++count, at = atol(getenv("FAIL_AT"));
    if (number != at && !(number > at && getenv("FAIL_ALL"))) return 0;
    errno = atoi(getenv("FAIL_WITH"));
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
    return fails(descriptor) ? -1 : REAL(pwrite)(descriptor, bytes, length, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
    return fails(descriptor) ? -1 : REAL(pwrite64)(descriptor, bytes, length, offset);
}

int fsync(int descriptor) { return fails(descriptor) ? -1 : REAL(fsync)(descriptor); }
int fdatasync(int descriptor) { return fails(descriptor) ? -1 : REAL(fdatasync)(descriptor); }
int ftruncate(int descriptor, off_t size) { return fails(descriptor) ? -1 : REAL(ftruncate)(descriptor, size); }
int ftruncate64(int descriptor, off64_t size) { return fails(descriptor) ? -1 : REAL(ftruncate64)(descriptor, size); }
