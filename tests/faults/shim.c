/* Lets one file operation of a process go wrong, chosen beforehand; loaded with LD_PRELOAD.
 *
 * Only what happens under one folder counts. Nothing goes wrong before fault_arm was called, and
 * nothing after fault_disarm, so that a process can be made ready in peace and tell what happened.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { COUNT, KILL_BEFORE, KILL_AFTER, TORN, FAIL, FAIL_FROM_THEN_ON, FAIL_READING };
enum { MOST = 1 << 20 };

static char prefix[PATH_MAX];
static size_t prefix_length;
static long wanted, counted;
static enum mode mode;
static int error_number, is_armed;
static char kinds[MOST];

struct verdict {
    int error, is_last, is_torn;
};

void fault_arm(const char *folder, long number, int how, int error)
{
    strncpy(prefix, folder, sizeof prefix - 1);
    prefix_length = strlen(prefix);
    wanted = number;
    counted = 0;
    mode = how;
    error_number = error;
    is_armed = 1;
}

void fault_disarm(void) { is_armed = 0; }

long fault_count(void) { return counted; }

/* One letter for each operation that was counted. */
const char *fault_kinds(void) { return kinds; }

static void die(void)
{
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

static int is_ours(const char *path)
{
    return path && !strncmp(path, prefix, prefix_length) &&
           (path[prefix_length] == '/' || !path[prefix_length]);
}

static int is_our_descriptor(int descriptor)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_ours(path);
}

static int is_our_place(int folder, const char *path)
{
    if (!path || path[0] == '/' || folder == AT_FDCWD)
        return is_ours(path);
    return is_our_descriptor(folder);
}

static struct verdict judge(char kind, int is_concerned, int is_read)
{
    struct verdict verdict = {0, 0, 0};
    if (!is_armed || !is_concerned || is_read != (mode == FAIL_READING))
        return verdict;
    long number = counted++;
    if (number < MOST - 1)
        kinds[number] = kind;
    if (mode == FAIL_FROM_THEN_ON ? number < wanted : number != wanted)
        return verdict;
    switch (mode) {
    case KILL_BEFORE:
        die();
        break;
    case KILL_AFTER:
        verdict.is_last = 1;
        break;
    case TORN:
        verdict.is_last = verdict.is_torn = 1;
        break;
    case FAIL:
    case FAIL_FROM_THEN_ON:
    case FAIL_READING:
        verdict.error = error_number;
        break;
    case COUNT:
        break;
    }
    return verdict;
}

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) \
        real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define ANSWER(kind, is_concerned, is_read, type, call) \
    do { \
        struct verdict verdict = is_armed ? judge(kind, is_concerned, is_read) \
                                          : (struct verdict){0, 0, 0}; \
        if (verdict.error) { \
            errno = verdict.error; \
            return -1; \
        } \
        type answer = call; \
        if (verdict.is_last) \
            die(); \
        return answer; \
    } while (0)

#define HALF(size) (verdict_of_write.is_torn ? (size) / 2 : (size))

#define WRITE(descriptor, size, call) \
    do { \
        struct verdict verdict_of_write = is_armed \
            ? judge('w', is_our_descriptor(descriptor), 0) : (struct verdict){0, 0, 0}; \
        if (verdict_of_write.error) { \
            errno = verdict_of_write.error; \
            return -1; \
        } \
        ssize_t answer = call; \
        if (verdict_of_write.is_last) \
            die(); \
        return answer; \
    } while (0)

static int is_reading(int flags)
{
    return (flags & O_ACCMODE) == O_RDONLY && !(flags & (O_CREAT | O_TRUNC));
}

#define OPEN(folder, path, flags, call) \
    mode_t rights = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        rights = va_arg(rest, mode_t); \
        va_end(rest); \
    } \
    ANSWER('o', is_our_place(folder, path), is_reading(flags), int, call)

int open(const char *path, int flags, ...)
{
    REAL(open);
    OPEN(AT_FDCWD, path, flags, real(path, flags, rights));
}

int open64(const char *path, int flags, ...)
{
    REAL(open64);
    OPEN(AT_FDCWD, path, flags, real(path, flags, rights));
}

int openat(int folder, const char *path, int flags, ...)
{
    REAL(openat);
    OPEN(folder, path, flags, real(folder, path, flags, rights));
}

int openat64(int folder, const char *path, int flags, ...)
{
    REAL(openat64);
    OPEN(folder, path, flags, real(folder, path, flags, rights));
}

ssize_t write(int descriptor, const void *data, size_t size)
{
    REAL(write);
    WRITE(descriptor, size, real(descriptor, data, HALF(size)));
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t place)
{
    REAL(pwrite);
    WRITE(descriptor, size, real(descriptor, data, HALF(size), place));
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t place)
{
    REAL(pwrite64);
    WRITE(descriptor, size, real(descriptor, data, HALF(size), place));
}

ssize_t writev(int descriptor, const struct iovec *parts, int count)
{
    REAL(writev);
    WRITE(descriptor, count, real(descriptor, parts, HALF(count)));
}

ssize_t sendfile(int out, int in, off_t *place, size_t size)
{
    REAL(sendfile);
    WRITE(out, size, real(out, in, place, HALF(size)));
}

ssize_t sendfile64(int out, int in, off64_t *place, size_t size)
{
    REAL(sendfile64);
    WRITE(out, size, real(out, in, place, HALF(size)));
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags)
{
    REAL(copy_file_range);
    WRITE(out, size, real(in, from, out, to, HALF(size), flags));
}

ssize_t read(int descriptor, void *data, size_t size)
{
    REAL(read);
    ANSWER('r', is_our_descriptor(descriptor), 1, ssize_t, real(descriptor, data, size));
}

ssize_t pread(int descriptor, void *data, size_t size, off_t place)
{
    REAL(pread);
    ANSWER('r', is_our_descriptor(descriptor), 1, ssize_t, real(descriptor, data, size, place));
}

ssize_t pread64(int descriptor, void *data, size_t size, off64_t place)
{
    REAL(pread64);
    ANSWER('r', is_our_descriptor(descriptor), 1, ssize_t, real(descriptor, data, size, place));
}

#define OF_DESCRIPTOR(name, kind, parameters, arguments) \
    int name parameters \
    { \
        REAL(name); \
        ANSWER(kind, is_our_descriptor(descriptor), 0, int, real arguments); \
    }

#define OF_PATH(name, kind, parameters, arguments) \
    int name parameters \
    { \
        REAL(name); \
        ANSWER(kind, is_ours(path), 0, int, real arguments); \
    }

#define OF_PLACE(name, kind, parameters, arguments) \
    int name parameters \
    { \
        REAL(name); \
        ANSWER(kind, is_our_place(folder, path), 0, int, real arguments); \
    }

OF_DESCRIPTOR(fsync, 's', (int descriptor), (descriptor))
OF_DESCRIPTOR(fdatasync, 's', (int descriptor), (descriptor))
OF_DESCRIPTOR(syncfs, 's', (int descriptor), (descriptor))
OF_DESCRIPTOR(ftruncate, 't', (int descriptor, off_t size), (descriptor, size))
OF_DESCRIPTOR(ftruncate64, 't', (int descriptor, off64_t size), (descriptor, size))
OF_PATH(truncate, 't', (const char *path, off_t size), (path, size))
OF_PATH(rename, 'n', (const char *old, const char *path), (old, path))
OF_PLACE(renameat, 'n', (int from, const char *old, int folder, const char *path),
         (from, old, folder, path))
OF_PATH(unlink, 'u', (const char *path), (path))
OF_PLACE(unlinkat, 'u', (int folder, const char *path, int flags), (folder, path, flags))
OF_PATH(rmdir, 'd', (const char *path), (path))
OF_PATH(mkdir, 'm', (const char *path, mode_t rights), (path, rights))
OF_PLACE(mkdirat, 'm', (int folder, const char *path, mode_t rights), (folder, path, rights))
OF_PATH(link, 'l', (const char *old, const char *path), (old, path))
OF_PLACE(linkat, 'l', (int from, const char *old, int folder, const char *path, int flags),
         (from, old, folder, path, flags))
