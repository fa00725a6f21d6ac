"""A tiny writer of OLE compound files (MS-CFB, version 3) for tests: what .doc, .msg and encrypted files are made of."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Union

Storage = Mapping[str, Union[bytes, "Storage"]]
_SECTOR, _MINI, _SMALL = 512, 64, 4096
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def write_ole(root: Storage) -> bytes:
    """Return a compound file with these streams (bytes) and storages (mappings), by name."""
    return _File(root).content()


class _File:
    def __init__(self, root: Storage) -> None:
        self._sectors: list[bytes] = []
        self._fat: list[int] = []
        self._mini = b""
        self._mini_fat: list[int] = []
        self._entries: list[list[object]] = [["Root Entry", 5, _FREE, _FREE, 0, 0]]
        self._entries[0][3] = self._children(root)

    def _children(self, storage: Storage) -> int:
        """Add a storage's entries, each the right sibling of the one before; return the first one's number."""
        first = before = _FREE
        for name, value in storage.items():
            number = len(self._entries)
            if isinstance(value, bytes):
                self._entries.append([name, 2, _FREE, _FREE, self._placed(value), len(value)])
            else:
                self._entries.append([name, 1, _FREE, _FREE, 0, 0])
                self._entries[number][3] = self._children(value)
            if before == _FREE:
                first = number
            else:
                self._entries[before][2] = number
            before = number
        return first

    def _placed(self, content: bytes) -> int:
        if not content:
            return _END
        if len(content) >= _SMALL:
            return self._chain(content)
        start, count = len(self._mini_fat), -(-len(content) // _MINI)
        self._mini += content.ljust(count * _MINI, b"\0")
        self._mini_fat += [*range(start + 1, start + count), _END]
        return start

    def _chain(self, content: bytes) -> int:
        start, count = len(self._sectors), -(-len(content) // _SECTOR)
        self._sectors += [
            content[i * _SECTOR : (i + 1) * _SECTOR].ljust(_SECTOR, b"\0") for i in range(count)
        ]
        self._fat += [*range(start + 1, start + count), _END]
        return start

    def content(self) -> bytes:
        mini_start = self._chain(self._mini) if self._mini else _END
        self._entries[0][4:] = [mini_start, len(self._mini)]
        mini_fat = struct.pack(f"<{len(self._mini_fat)}I", *self._mini_fat)
        mini_fat_start = self._chain(mini_fat + b"\xff" * (-len(mini_fat) % _SECTOR)) if mini_fat else _END
        directory = b"".join(_entry(*entry) for entry in self._entries)  # type: ignore[arg-type]
        directory_start = self._chain(directory)
        fat_start, count = len(self._sectors), 1
        while (len(self._fat) + count) * 4 > count * _SECTOR:
            count += 1
        fat = [*self._fat, *([_FAT] * count)]
        packed = struct.pack(f"<{len(fat)}I", *fat)
        packed += b"\xff" * (-len(packed) % _SECTOR)
        header = struct.pack(
            "<8s16xHHHHH6xIIIIIIIII",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            *(0x3E, 3, 0xFFFE, 9, 6, 0, count, directory_start, 0, _SMALL, mini_fat_start),
            *(len(mini_fat) // _SECTOR + 1 if mini_fat else 0, _END, 0),
        )
        table = [*range(fat_start, fat_start + count), *([_FREE] * (109 - count))]
        return header + struct.pack("<109I", *table) + b"".join(self._sectors) + packed


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16xI8x8xIII",
        encoded,
        *(len(encoded), kind, 1, _FREE, right, child, 0, start, size, 0),
    )
