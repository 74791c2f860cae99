"""Reads and writes the container of extract/nn/model_format.md (`.actm`)."""
import ctypes
import ctypes.util
import json
import os
import struct

import numpy as np

MAGIC, VERSION, ALIGN = b"ACTANTM\n", 1, 64
_DTYPES = {"f32": np.float32, "f16": np.float16, "i8": np.int8, "u8": np.uint8, "i32": np.int32, "u32": np.uint32, "u64": np.uint64}
_NAMES = {np.dtype(v): k for k, v in _DTYPES.items()}
_MASK = 0xFFFFFFFFFFFFFFFF
_P = (11400714785074694791, 14029467366897019727, 1609587929392839161, 9650029242287828579, 2870177450012600261)


def _rotate(x, r):
    return ((x << r) | (x >> (64 - r))) & _MASK


def xxh64(data, seed=0):
    """XXH64 of bytes: by libxxhash where it is installed, else in Python (minutes for a model of 10 MB)."""
    name = ctypes.util.find_library("xxhash")
    if name:
        function = ctypes.CDLL(name).XXH64
        function.restype, function.argtypes = ctypes.c_uint64, (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint64)
        return function(bytes(data), len(data), seed)
    return _xxh64_in_python(data, seed)


def _xxh64_in_python(data, seed=0):
    p1, p2, p3, p4, p5 = _P
    n, at = len(data), 0

    def round_(acc, lane):
        return (_rotate((acc + lane * p2) & _MASK, 31) * p1) & _MASK
    if n >= 32:
        a, b, c, d = (seed + p1 + p2) & _MASK, (seed + p2) & _MASK, seed, (seed - p1) & _MASK
        lanes = np.frombuffer(data, "<u8", n // 32 * 4).tolist()
        for i in range(0, len(lanes), 4):
            a, b = round_(a, lanes[i]), round_(b, lanes[i + 1])
            c, d = round_(c, lanes[i + 2]), round_(d, lanes[i + 3])
        at = n // 32 * 32
        h = (_rotate(a, 1) + _rotate(b, 7) + _rotate(c, 12) + _rotate(d, 18)) & _MASK
        for v in (a, b, c, d):
            h = ((h ^ round_(0, v)) * p1 + p4) & _MASK
    else:
        h = (seed + p5) & _MASK
    h = (h + n) & _MASK
    while at + 8 <= n:
        h = (_rotate(h ^ round_(0, struct.unpack_from("<Q", data, at)[0]), 27) * p1 + p4) & _MASK
        at += 8
    if at + 4 <= n:
        h = (_rotate(h ^ (struct.unpack_from("<I", data, at)[0] * p1) & _MASK, 23) * p2 + p3) & _MASK
        at += 4
    while at < n:
        h = (_rotate(h ^ (data[at] * p5) & _MASK, 11) * p1) & _MASK
        at += 1
    h = ((h ^ (h >> 33)) * p2) & _MASK
    h = ((h ^ (h >> 29)) * p3) & _MASK
    return h ^ (h >> 32)


def quantize_rows(matrix):
    """f32 [rows x columns] -> (i8, f32 scale [rows]); element = i8 * scale[row]."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-12) / 127
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def _up(n):
    return (n + ALIGN - 1) // ALIGN * ALIGN


def write(path, header, tensors):
    """Writes header (a dict without `tensors`) and tensors (name -> array) to a temporary file, then renames it."""
    arrays = [(name, np.ascontiguousarray(a)) for name, a in tensors.items()]
    entries, size, text = [], 0, b""
    for _ in range(4):  # offsets depend on the header's length, which depends on the offsets
        at, entries = _up(32 + len(text)), []
        for name, a in arrays:
            entries.append({"name": name, "dtype": _NAMES[a.dtype], "shape": list(a.shape), "offset": at, "bytes": a.nbytes})
            at = _up(at + a.nbytes)
        size = entries[-1]["offset"] + entries[-1]["bytes"]
        new = json.dumps({**header, "tensors": entries}, ensure_ascii=False).encode()
        if len(new) == len(text):
            text = new
            break
        text = new
    body = bytearray(size - 32)
    body[:len(text)] = text
    for entry, (_, a) in zip(entries, arrays):
        body[entry["offset"] - 32:entry["offset"] - 32 + a.nbytes] = a.tobytes()
    prefix = MAGIC + struct.pack("<IIQQ", VERSION, len(text), size, xxh64(bytes(body)))
    with open(str(path) + ".tmp", "wb") as f:
        f.write(prefix + body)
    os.replace(str(path) + ".tmp", path)


def read(path):
    """(header, {name: array}); checks the checksum."""
    with open(path, "rb") as f:
        data = f.read()
    version, header_bytes, size, checksum = struct.unpack_from("<IIQQ", data, 8)
    if data[:8] != MAGIC or version != VERSION or size != len(data) or checksum != xxh64(data[32:]):
        raise ValueError(f"{path}: not a whole model file")
    header = json.loads(data[32:32 + header_bytes])
    tensors = {t["name"]: np.frombuffer(data, _DTYPES[t["dtype"]], int(np.prod(t["shape"])), t["offset"]).reshape(t["shape"])
               for t in header["tensors"]}
    return header, tensors
