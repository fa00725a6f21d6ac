"""What the kernel can be asked to keep from a process that reads strangers' files, given up for good.

Bounds on memory, files and core dumps (setrlimit); no file written or removed and none read but the program's own
(Landlock); no network, no other program started, no other process looked into (seccomp). Each is asked for by
itself: where the kernel knows one of them not, or refuses, the others still stand.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import platform
import resource
import site
import struct
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from intake.config import Limits

OPEN_FILES = 64
#: What of the environment a worker is given: never a password, whose name nobody can know beforehand.
KEPT = frozenset({"PATH", "LANG", "LANGUAGE", "TZ", "LD_LIBRARY_PATH", "TMPDIR"})
KEPT_BEGINNINGS = ("LC_", "PYTHON", "COVERAGE")
_ENVIRONMENT = threading.Lock()  # the environment is the whole process's

_CLONE_NEWNET = 0x40000000  # unshare(2)
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2  # prctl(2)

# seccomp: AUDIT_ARCH of <linux/audit.h>, and the numbers of system calls in <asm/unistd.h>.
_MACHINES: Mapping[str, tuple[int, Mapping[str, int]]] = {
    "x86_64": (
        0xC000003E,
        {
            "socket": 41, "connect": 42, "accept": 43, "bind": 49, "listen": 50, "accept4": 288, "execve": 59,
            "execveat": 322, "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "bpf": 321,
            "userfaultfd": 323, "io_uring_setup": 425, "pidfd_getfd": 438, "mount": 165, "setns": 308, "keyctl": 250,
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            "socket": 198, "connect": 203, "accept": 202, "bind": 200, "listen": 201, "accept4": 242, "execve": 221,
            "execveat": 281, "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271, "bpf": 280,
            "userfaultfd": 282, "io_uring_setup": 425, "pidfd_getfd": 438, "mount": 40, "setns": 268, "keyctl": 219,
        },
    ),
}  # fmt: skip
_STARTING = frozenset({"execve", "execveat"})
_X32 = 0x40000000  # system calls of the x32 ABI carry this bit
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # <linux/bpf_common.h>
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000

# Landlock: <linux/landlock.h>; the three system calls have the same numbers on every machine.
_CREATE, _ADD, _RESTRICT = 444, 445, 446
_READ_ACCESS = 0b1101  # execute, read a file, read a directory
_ACCESS_BITS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many kinds of access each version knows; 16 since 5


def confine(limits: Limits) -> None:
    """Give up for this process, for good, what reading needs not; what the kernel does not offer is left.

    Other programs may be started only where pictures are to be read, and only within the same bounds.
    """
    programs = limits.ocr_pages > 0
    for what, value in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        *(() if programs else ((resource.RLIMIT_NPROC, 0),)),
    ):
        with contextlib.suppress(ValueError, OSError):  # a lower bound of the machine's own stands
            resource.setrlimit(what, (value, value))
    if not sys.platform.startswith("linux"):
        return
    libc = ctypes.CDLL(None, use_errno=True)
    with contextlib.suppress(AttributeError):
        libc.unshare(_CLONE_NEWNET)  # root's alone
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        _close_files(libc)
        _close_calls(libc, frozenset() if programs else _STARTING)


@contextlib.contextmanager
def bare_environment() -> Iterator[None]:
    """For as long as it stands, what is started is given a few harmless variables of the environment alone.

    One at a time: two threads that took them out together would each put back what it found.
    """
    with _ENVIRONMENT:
        held = {
            name: value
            for name, value in os.environ.items()
            if name not in KEPT and not name.startswith(KEPT_BEGINNINGS)
        }
        for name in held:
            del os.environ[name]
        try:
            yield
        finally:
            os.environ.update(held)


def _close_files(libc: ctypes.CDLL) -> None:
    """Landlock: write, make and remove nothing; read the program's own files and the system's libraries."""
    version = libc.syscall(_CREATE, None, 0, 1)
    if version < 1:
        return
    handled = (1 << _ACCESS_BITS.get(version, 16)) - 1
    network, signals = (0b11 if version >= 4 else 0), (0b11 if version >= 6 else 0)
    attributes = struct.pack("QQQ", handled, network, signals)[
        : 24 if version >= 6 else 16 if version >= 4 else 8
    ]
    rules = libc.syscall(_CREATE, attributes, len(attributes), 0)
    if rules < 0:
        return
    for place in _readable():
        with contextlib.suppress(OSError):
            held = os.open(place, os.O_PATH | os.O_CLOEXEC)
            access = _READ_ACCESS if place.is_dir() else 0b110 if place.name == "null" else 0b100
            libc.syscall(_ADD, rules, 1, struct.pack("=Qi", access, held), 0)
            os.close(held)
    libc.syscall(_RESTRICT, rules, 0)
    os.close(rules)


def _readable() -> set[Path]:
    """Where Python, its packages and the system's libraries are; not the folder that a command was started in."""
    here = Path.cwd() if Path("/proc/self/cwd").exists() else None
    imported = {Path(entry).resolve() for entry in sys.path if entry}
    own = {Path(place) for place in (sys.prefix, sys.base_prefix, *site.getsitepackages())}
    system = {
        Path(place) for place in ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/dev/null")
    }
    return {*(imported - {here}), *own, *system, Path(__file__).resolve().parent, Path("/etc/mime.types")}


def _close_calls(libc: ctypes.CDLL, refused: frozenset[str]) -> None:
    """seccomp: a filter in the kernel that answers EACCES to calls which no reader makes."""
    if platform.machine() not in _MACHINES:
        return
    machine, known = _MACHINES[platform.machine()]
    calls = [number for name, number in known.items() if name not in _STARTING or name in refused]
    refuse = _ERRNO | errno.EACCES
    code = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, machine), (_RETURN, 0, 0, refuse), (_LOAD, 0, 0, 0)]
    code.append((_AT_LEAST, len(calls) + 1, 0, _X32))
    code += [(_EQUAL, len(calls) - at, 0, number) for at, number in enumerate(calls)]
    code += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, refuse)]
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in code))
    head = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(code), ctypes.addressof(program)))
    libc.prctl(_SET_SECCOMP, _FILTER, ctypes.c_void_p(ctypes.addressof(head)), 0, 0)
