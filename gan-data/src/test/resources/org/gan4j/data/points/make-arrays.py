"""Writes the arrays of this folder: python3 make-arrays.py (NumPy 2.4).

Element [i, j] of a table is 2 i + j, and element [i] of a vector is i; floats have 0.5 more.
"""

import numpy as np
from numpy.lib import format


def table(dtype, rows=3, columns=2):
    half = 0.5 if np.dtype(dtype).kind == "f" else 0
    return (np.arange(rows * columns).reshape(rows, columns) + half).astype(dtype)


for name, dtype in [("f2", "<f2"), ("f4", "<f4"), ("f8", ">f8"), ("i1", "|i1"), ("i2", ">i2"),
                    ("i4", "<i4"), ("i8", ">i8"), ("u1", "|u1"), ("u2", "<u2"), ("u4", ">u4"),
                    ("u8", "<u8")]:
    np.save(f"table-{name}.npy", table(dtype))
np.save("fortran-f8.npy", np.asfortranarray(table("<f8")))
np.save("vector-f4.npy", np.arange(4, dtype="<f4") + 0.5)
for version in [(2, 0), (3, 0)]:
    with open(f"version-{version[0]}.npy", "wb") as file:
        format.write_array(file, table("<f4"), version=version)
np.savez("one.npz", points=table("<f4"))
np.savez_compressed("two.npz", a=table("<f8"), b=np.arange(4, dtype="<f4") + 0.5)
