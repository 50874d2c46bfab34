/* What a power cut takes away: everything that was written and not yet flushed.
 *
 * Loaded before libc (LD_PRELOAD). Before a file below CUT_ROOT is written to, the bytes that stand
 * there are put into a log of its own below CUT_UNDO; a flush of the file (fsync, fdatasync, or a
 * write to a file opened with O_DSYNC or O_SYNC) empties that log. To cut the power is to kill
 * every process and to play the logs backwards (power.py). Names are taken as durable at once:
 * what is tried is whether the content was flushed before anybody was answered.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

struct record {
    long offset, length, size; /* where, how many old bytes follow, how long the file was */
};

static const char *root(void) { return getenv("CUT_ROOT"); }

/* The undo log of an open file, locked; -1 where it is none of ours. */
static int undo_of(int fd) {
    char link[64], path[4096], log[8192];
    struct stat about;
    const char *ours = root(), *undo = getenv("CUT_UNDO");
    if (!ours || !undo || fstat(fd, &about) || !S_ISREG(about.st_mode)) return -1;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t got = readlink(link, path, sizeof path - 1);
    if (got < 0) return -1;
    path[got] = 0;
    size_t own = strlen(path);
    if (strncmp(path, ours, strlen(ours)) || (own > 4 && !strcmp(path + own - 4, "-shm"))) return -1;
    snprintf(log, sizeof log, "%s/%lu", undo, (unsigned long)about.st_ino);
    int found = REAL(open)(log, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (found >= 0) flock(found, LOCK_EX);
    return found;
}

/* Keeps what stands there. Gives the log, locked until `after` closes it; -1 where there is none. */
static int before(int fd, long offset, long length) {
    int saved = errno, log = undo_of(fd);
    struct stat about;
    if (log < 0 || fstat(fd, &about)) { errno = saved; return log; }
    struct record it = {offset, 0, about.st_size};
    if (offset < about.st_size)
        it.length = about.st_size - offset < length ? about.st_size - offset : length;
    char *old = malloc(sizeof it + it.length);
    if (it.length) { /* the descriptor may be for writing only */
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        int reading = REAL(open)(link, O_RDONLY | O_CLOEXEC);
        if (reading < 0 || pread(reading, old + sizeof it, it.length, offset) != it.length) abort();
        close(reading);
    }
    memcpy(old, &it, sizeof it);
    if (REAL(write)(log, old, sizeof it + it.length) < 0) abort();
    free(old);
    errno = saved;
    return log;
}

static void after(int log, int is_flushed) {
    int saved = errno;
    if (log < 0) return;
    if (is_flushed && REAL(ftruncate)(log, 0)) abort();
    close(log);
    errno = saved;
}

static int is_at_once(int fd) { return fcntl(fd, F_GETFL) & (O_DSYNC | O_SYNC); }

static long place_of(int fd) {
    if (fcntl(fd, F_GETFL) & O_APPEND) {
        struct stat about;
        return fstat(fd, &about) ? 0 : about.st_size;
    }
    return lseek(fd, 0, SEEK_CUR);
}

static long sum_of(const struct iovec *parts, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) sum += parts[i].iov_len;
    return sum;
}


ssize_t write(int fd, const void *from, size_t length) {
    static __typeof__(&write) real;
    if (!real) real = REAL(write);
    int log = root() && fd > 2 ? before(fd, place_of(fd), length) : -1;
    ssize_t done = real(fd, from, length);
    after(log, done > 0 && is_at_once(fd));
    return done;
}

#define AT(name)                                                              \
    ssize_t name(int fd, const void *from, size_t length, off_t offset) {     \
        static __typeof__(&name) real;                                        \
        if (!real) real = REAL(name);                                         \
        int log = before(fd, offset, length); \
        ssize_t done = real(fd, from, length, offset); \
        after(log, done > 0 && is_at_once(fd)); \
        return done;                                                          \
    }
AT(pwrite)
AT(pwrite64)

#define PARTS_AT(name)                                                        \
    ssize_t name(int fd, const struct iovec *parts, int count, off_t offset) { \
        static __typeof__(&name) real;                                        \
        if (!real) real = REAL(name);                                         \
        int log = before(fd, offset, sum_of(parts, count)); \
        ssize_t done = real(fd, parts, count, offset); \
        after(log, done > 0 && is_at_once(fd)); \
        return done;                                                          \
    }
PARTS_AT(pwritev)
PARTS_AT(pwritev64)

ssize_t writev(int fd, const struct iovec *parts, int count) {
    static __typeof__(&writev) real;
    if (!real) real = REAL(writev);
    int log = root() && fd > 2 ? before(fd, place_of(fd), sum_of(parts, count)) : -1;
    ssize_t done = real(fd, parts, count);
    after(log, done > 0 && is_at_once(fd));
    return done;
}

/* What is cut off is kept as if it were written over. */
static int before_end(int fd, long length) {
    struct stat about;
    if (fstat(fd, &about)) return -1;
    long end = about.st_size;
    return before(fd, length < end ? length : end, length < end ? end - length : 0);
}

#define CUTTING(name)                        \
    int name(int fd, off_t length) {         \
        static __typeof__(&name) real;       \
        if (!real) real = REAL(name);        \
        int log = before_end(fd, length);    \
        int done = real(fd, length);         \
        after(log, 0);                       \
        return done;                         \
    }
CUTTING(ftruncate)
CUTTING(ftruncate64)

#define GROWING(name)                                \
    int name(int fd, off_t offset, off_t length) {   \
        static __typeof__(&name) real;               \
        if (!real) real = REAL(name);                \
        int log = before_end(fd, offset + length);   \
        int done = real(fd, offset, length);         \
        after(log, 0);                               \
        return done;                                 \
    }
GROWING(posix_fallocate)
GROWING(posix_fallocate64)

/* A disk that lies (CUT_LIES) says that it has flushed, and has not: the control of the test. */
#define FLUSHING(name)                              \
    int name(int fd) {                              \
        static __typeof__(&name) real;              \
        if (!real) real = REAL(name);               \
        int log = undo_of(fd);                      \
        int done = real(fd);                        \
        after(log, !done && !getenv("CUT_LIES"));   \
        return done;                                \
    }
FLUSHING(fsync)
FLUSHING(fdatasync)

/* The number of a file that is gone may be given to another one. */
static void forget(int folder, const char *path) {
    struct stat about;
    char log[8192];
    const char *undo = getenv("CUT_UNDO");
    if (!root() || !undo || fstatat(folder, path, &about, AT_SYMLINK_NOFOLLOW)) return;
    if (!S_ISREG(about.st_mode) || about.st_nlink != 1) return;
    snprintf(log, sizeof log, "%s/%lu", undo, (unsigned long)about.st_ino);
    REAL(unlink)(log);
}

int unlink(const char *path) {
    int saved = errno;
    forget(AT_FDCWD, path);
    errno = saved;
    return REAL(unlink)(path);
}

int unlinkat(int folder, const char *path, int flags) {
    int saved = errno;
    forget(folder, path);
    errno = saved;
    return REAL(unlinkat)(folder, path, flags);
}

int rename(const char *old, const char *new) {
    struct stat from, to;
    int saved = errno;
    if (root() && !stat(old, &from) && !stat(new, &to) && from.st_ino != to.st_ino)
        forget(AT_FDCWD, new);
    errno = saved;
    return REAL(rename)(old, new);
}
