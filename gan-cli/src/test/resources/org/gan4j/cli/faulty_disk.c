/* A disk that fails. Loaded before libc (LD_PRELOAD), it counts the operations that change what is
 * under $FAULTY_DISK and fails those that fault_at asks for. One thread may write at a time. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(type, name, ...)                                                   \
  static type (*real)(__VA_ARGS__);                                             \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

enum { FILES = 4096 };
static char watched[FILES];
static long first, count;
static int full;
static char hit[512];

/* Fails operation n with EIO, or, of a full disk, from operation n on every one that needs space. */
void fault_at(long n, int disk_is_full) {
  first = n;
  full = disk_is_full;
  count = 0;
  hit[0] = 0;
}

/* The first operation that failed; empty if none did. */
const char *fault_hit(void) { return hit; }

static int under(const char *path) {
  const char *root = getenv("FAULTY_DISK");
  return root && path && !strncmp(path, root, strlen(root));
}

static int fails(const char *operation, const char *path, int needs_space) {
  if (!first) return 0;
  long n = ++count;
  if (full ? n < first || !needs_space : n != first) return 0;
  if (!hit[0]) snprintf(hit, sizeof hit, "%s %s", operation, path);
  errno = full ? ENOSPC : EIO;
  return 1;
}

static int is_watched(int fd) { return fd >= 0 && fd < FILES && watched[fd]; }

static int opened(int fd, const char *path) {
  if (fd >= 0 && fd < FILES) watched[fd] = under(path);
  return fd;
}

#define MODE(flags, mode)                       \
  mode_t mode = 0;                              \
  if (flags & O_CREAT) {                        \
    va_list rest;                               \
    va_start(rest, flags);                      \
    mode = va_arg(rest, mode_t);                \
    va_end(rest);                               \
  }

#define OPEN(name)                                                                     \
  int name(const char *path, int flags, ...) {                                         \
    MODE(flags, mode)                                                                  \
    REAL(int, #name, const char *, int, ...);                                          \
    if (under(path) && (flags & O_ACCMODE) != O_RDONLY && fails("open", path, 1))      \
      return -1;                                                                       \
    return opened(real(path, flags, mode), path);                                      \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                   \
  int name(int folder, const char *path, int flags, ...) {                             \
    MODE(flags, mode)                                                                  \
    REAL(int, #name, int, const char *, int, ...);                                     \
    if (under(path) && (flags & O_ACCMODE) != O_RDONLY && fails("open", path, 1))      \
      return -1;                                                                       \
    return opened(real(folder, path, flags, mode), path);                              \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, "close", int);
  if (fd >= 0 && fd < FILES) watched[fd] = 0;
  return real(fd);
}

/* A full disk takes half of what is written first. */
static ssize_t half(ssize_t done) {
  if (done > 0) errno = 0;
  return done;
}

ssize_t write(int fd, const void *bytes, size_t size) {
  REAL(ssize_t, "write", int, const void *, size_t);
  if (is_watched(fd)) {
    int begins = !hit[0];
    if (fails("write", "", 1)) return full && begins && size > 1 ? half(real(fd, bytes, size / 2)) : -1;
  }
  return real(fd, bytes, size);
}

#define PWRITE(name, offset_type)                                                      \
  ssize_t name(int fd, const void *bytes, size_t size, offset_type at) {               \
    REAL(ssize_t, #name, int, const void *, size_t, offset_type);                      \
    if (is_watched(fd) && fails("pwrite", "", 1)) return -1;                           \
    return real(fd, bytes, size, at);                                                  \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define ON_FILE(name, needs_space)                                                     \
  int name(int fd) {                                                                   \
    REAL(int, #name, int);                                                             \
    if (is_watched(fd) && fails(#name, "", needs_space)) return -1;                    \
    return real(fd);                                                                   \
  }
ON_FILE(fsync, 1)
ON_FILE(fdatasync, 1)

#define TRUNCATE(name, offset_type)                                                    \
  int name(int fd, offset_type size) {                                                 \
    REAL(int, #name, int, offset_type);                                                \
    if (is_watched(fd) && fails("truncate", "", 0)) return -1;                         \
    return real(fd, size);                                                             \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (under(to) && fails("rename", to, 0)) return -1;
  return real(from, to);
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  if (under(path) && fails("unlink", path, 0)) return -1;
  return real(path);
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  if (under(path) && fails("mkdir", path, 1)) return -1;
  return real(path, mode);
}
