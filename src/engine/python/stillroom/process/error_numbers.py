"""Error numbers as Linux counts them: WASI, whose numbers Emscripten uses, calls ENOENT 44."""

import errno

_LINUX = {
    "EPERM": 1,
    "ENOENT": 2,
    "EINTR": 4,
    "EIO": 5,
    "ENXIO": 6,
    "E2BIG": 7,
    "ENOEXEC": 8,
    "EBADF": 9,
    "ECHILD": 10,
    "EAGAIN": 11,
    "ENOMEM": 12,
    "EACCES": 13,
    "EFAULT": 14,
    "EBUSY": 16,
    "EEXIST": 17,
    "EXDEV": 18,
    "ENODEV": 19,
    "ENOTDIR": 20,
    "EISDIR": 21,
    "EINVAL": 22,
    "EMFILE": 24,
    "ENOTTY": 25,
    "EFBIG": 27,
    "ENOSPC": 28,
    "ESPIPE": 29,
    "EROFS": 30,
    "EPIPE": 32,
    "ENAMETOOLONG": 36,
    "ENOSYS": 38,
    "ENOTEMPTY": 39,
    "ELOOP": 40,
    "ENOTSUP": 95,
    "EADDRINUSE": 98,
    "ENETUNREACH": 101,
    "ECONNRESET": 104,
    "ETIMEDOUT": 110,
    "ECONNREFUSED": 111,
    "EHOSTUNREACH": 113,
}


def linux_number(number: int | None) -> int | None:
    """Give the number that the same error has on Linux."""
    return _LINUX.get(errno.errorcode.get(number, ""), number)


def linux_text(error: OSError) -> str:
    """Give `str(error)` as it reads on Linux."""
    return str(error).replace(f"[Errno {error.errno}]", f"[Errno {linux_number(error.errno)}]", 1)
