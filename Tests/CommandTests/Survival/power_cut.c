/* Loaded before the C library (LD_PRELOAD), plays a power cut: at the operation on a database or its journal whose number is
 * CUT_AT, the files become what a disk may hold then, and the process is killed. What was written since a file's last
 * fsync is there or not, write by write and sector by sector, in no order; what was made or removed since the folder's last
 * fsync likewise. CUT_SEED chooses. With CUT_NO_SYNC nothing ever gets to the disk for certain, as with
 * PRAGMA synchronous = OFF. At the end of a run without a cut the number of operations is written to CUT_COUNT. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define SECTOR 512

/* A write, or with bytes == NULL a change of the file's size, and what was there before. */
struct change {
    struct change *earlier;
    char *bytes, *before;
    off_t offset, old_size, new_size;
    size_t length, before_length;
};

struct file {
    struct file *next;
    char path[1024];
    struct change *last;
    int is_new;
};

/* A removed file, kept under another name until the folder is brought to the disk. */
struct removed {
    struct removed *next;
    char path[1024], kept[1060];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct file *files;
static struct removed *removals;
static long count, kept_count;
static unsigned long long state;

static unsigned chance(unsigned bound) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(state >> 33) % bound;
}

static int is_of_database(const char *path) { return strstr(path, ".sqlite") != 0; }

static int path_of(int descriptor, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_of_database(path);
}

static struct file *file_at(const char *path) {
    for (struct file *file = files; file; file = file->next)
        if (!strcmp(file->path, path)) return file;
    struct file *file = calloc(1, sizeof *file);
    snprintf(file->path, sizeof file->path, "%s", path);
    file->next = files;
    return files = file;
}

static void forget(struct file *file) {
    while (file->last) {
        struct change *change = file->last;
        file->last = change->earlier;
        free(change->bytes);
        free(change->before);
        free(change);
    }
}

static void note(int descriptor, const char *path, const void *bytes, size_t length, off_t offset, off_t new_size) {
    struct stat status;
    if (fstat(descriptor, &status)) return;
    struct change *change = calloc(1, sizeof *change);
    change->offset = offset;
    change->old_size = status.st_size;
    off_t end = bytes ? offset + (off_t)length : status.st_size;
    off_t start = bytes ? offset : new_size;
    change->new_size = new_size;
    change->offset = start;
    if (bytes) {
        change->bytes = malloc(length);
        memcpy(change->bytes, bytes, length);
        change->length = length;
    }
    if (end > status.st_size) end = status.st_size;
    if (end > start) {
        change->before = malloc((size_t)(end - start));
        ssize_t got = pread(descriptor, change->before, (size_t)(end - start), start);
        change->before_length = got < 0 ? 0 : (size_t)got;
    }
    struct file *file = file_at(path);
    change->earlier = file->last;
    file->last = change;
}

/* Takes a file back to its last fsync, then brings some of what came after to it. */
static void cut_file(struct file *file) {
    int descriptor = REAL(open)(file->path, O_RDWR);
    if (descriptor < 0) return;
    struct change *list[100000];
    int number = 0;
    for (struct change *change = file->last; change && number < 100000; change = change->earlier) {
        list[number++] = change;
        if (change->before) REAL(pwrite)(descriptor, change->before, change->before_length, change->offset);
        REAL(ftruncate)(descriptor, change->old_size);
    }
    for (int i = number - 1; i >= 0; i--) {
        unsigned fate = chance(4);
        if (fate < 2) continue;
        if (!list[i]->bytes) {
            REAL(ftruncate)(descriptor, list[i]->new_size);
            continue;
        }
        for (size_t done = 0; done < list[i]->length; done += SECTOR) {
            size_t part = list[i]->length - done < SECTOR ? list[i]->length - done : SECTOR;
            if (fate == 2 && chance(2)) continue;
            REAL(pwrite)(descriptor, list[i]->bytes + done, part, list[i]->offset + (off_t)done);
        }
    }
    close(descriptor);
}

static void cut(void) {
    const char *seed = getenv("CUT_SEED");
    state = (seed ? strtoull(seed, 0, 10) : 0) * 2862933555777941757ULL + 3037000493ULL;
    for (struct file *file = files; file; file = file->next) {
        cut_file(file);
        if (file->is_new && chance(2)) REAL(unlink)(file->path);
    }
    for (struct removed *gone = removals; gone; gone = gone->next)
        if (chance(2) && access(gone->path, F_OK)) rename(gone->kept, gone->path);
    for (struct removed *gone = removals; gone; gone = gone->next) REAL(unlink)(gone->kept);
    kill(getpid(), SIGKILL);
    pause();
}

static void step(void) {
    const char *at = getenv("CUT_AT");
    if (++count == (at ? atol(at) : -1)) cut();
}

static ssize_t writing(int descriptor, const void *bytes, size_t length, off_t offset) {
    char path[1024];
    if (!path_of(descriptor, path, sizeof path)) return REAL(pwrite)(descriptor, bytes, length, offset);
    pthread_mutex_lock(&lock);
    step();
    note(descriptor, path, bytes, length, offset, 0);
    ssize_t result = REAL(pwrite)(descriptor, bytes, length, offset);
    pthread_mutex_unlock(&lock);
    return result;
}

static int resizing(int descriptor, off_t size) {
    char path[1024];
    if (!path_of(descriptor, path, sizeof path)) return REAL(ftruncate)(descriptor, size);
    pthread_mutex_lock(&lock);
    step();
    note(descriptor, path, 0, 0, 0, size);
    int result = REAL(ftruncate)(descriptor, size);
    pthread_mutex_unlock(&lock);
    return result;
}

static void synchronized_folder(void) {
    for (struct file *file = files; file; file = file->next) file->is_new = 0;
    while (removals) {
        struct removed *gone = removals;
        removals = gone->next;
        REAL(unlink)(gone->kept);
        free(gone);
    }
}

static int synchronizing(int descriptor, int (*real)(int)) {
    char path[1024];
    struct stat status;
    int is_folder = !fstat(descriptor, &status) && S_ISDIR(status.st_mode);
    if (!is_folder && !path_of(descriptor, path, sizeof path)) return real(descriptor);
    pthread_mutex_lock(&lock);
    step();
    if (!getenv("CUT_NO_SYNC")) {
        if (is_folder) synchronized_folder();
        else forget(file_at(path));
    }
    pthread_mutex_unlock(&lock);
    return 0;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
    return writing(descriptor, bytes, length, offset);
}
ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
    return writing(descriptor, bytes, length, offset);
}
int ftruncate(int descriptor, off_t size) { return resizing(descriptor, size); }
int ftruncate64(int descriptor, off64_t size) { return resizing(descriptor, size); }
int fsync(int descriptor) { return synchronizing(descriptor, REAL(fsync)); }
int fdatasync(int descriptor) { return synchronizing(descriptor, REAL(fdatasync)); }

int unlink(const char *path) {
    if (!is_of_database(path)) return REAL(unlink)(path);
    pthread_mutex_lock(&lock);
    step();
    char whole[PATH_MAX];
    int result = -1;
    if (realpath(path, whole)) {
        struct removed *gone = calloc(1, sizeof *gone);
        snprintf(gone->path, sizeof gone->path, "%s", whole);
        snprintf(gone->kept, sizeof gone->kept, "%s.cut%ld", whole, ++kept_count);
        result = rename(whole, gone->kept);
        gone->next = removals;
        removals = gone;
        struct file *file = file_at(whole);
        forget(file);
        file->is_new = 0;
    } else {
        result = REAL(unlink)(path);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

static int opening(const char *path, int flags, mode_t mode) {
    int is_new = (flags & O_CREAT) && is_of_database(path) && access(path, F_OK);
    int descriptor = REAL(open)(path, flags, mode);
    char whole[1024];
    if (is_new && descriptor >= 0 && path_of(descriptor, whole, sizeof whole)) {
        pthread_mutex_lock(&lock);
        file_at(whole)->is_new = 1;
        pthread_mutex_unlock(&lock);
    }
    return descriptor;
}

#define MODE(flags, mode) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE(flags, mode) return opening(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, mode) return opening(path, flags | O_LARGEFILE, mode); }

__attribute__((destructor)) static void tell(void) {
    const char *name = getenv("CUT_COUNT");
    FILE *file = name ? fopen(name, "w") : 0;
    if (!file) return;
    fprintf(file, "%ld\n", count);
    fclose(file);
    for (struct removed *gone = removals; gone; gone = gone->next) REAL(unlink)(gone->kept);
}
