"""Writes python-layout.safetensors with the standard library alone, the way the Python package lays
a file out: compact JSON, metadata first, wider types first, no checksum.

    python3 make_fixture.py
"""

import json
import pathlib
import struct

TENSORS = [  # name, dtype, struct code, shape, values
    ("proof.log_ratio", "F64", "d", [2], [0.1, -0.0]),
    ("d.0.weight", "F32", "f", [2, 3], [1.5, -2.25, 2.0**-149, 4.0, float("inf"), -6.5]),
    ("empty", "F32", "f", [0, 4], []),
    ("größe", "F32", "f", [], [0.1]),
]

header, data = {"__metadata__": {"format": "pt"}}, b""
for name, dtype, code, shape, values in TENSORS:
    raw = struct.pack(f"<{len(values)}{code}", *values)
    header[name] = {
        "dtype": dtype,
        "shape": shape,
        "data_offsets": [len(data), len(data) + len(raw)],
    }
    data += raw
text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
text += b" " * (-len(text) % 8)
target = pathlib.Path(__file__).with_name("python-layout.safetensors")
target.write_bytes(struct.pack("<Q", len(text)) + text + data)
