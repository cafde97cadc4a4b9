"""The colour profile a PDF/A file carries: sRGB as an ICC version 2 matrix profile, from the published numbers."""

from __future__ import annotations

import struct
from functools import cache

HEADER_SIZE = 128
CURVE_POINTS = 1024
WHITE_D50 = (0.9642, 1.0, 0.8249)
# The sRGB primaries of IEC 61966-2-1, adapted from D65 to the D50 white point of the connection space (Bradford).
PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}


def _fixed(value: float) -> bytes:
    """A number as ICC writes it: signed, 16 bits before and 16 after the point."""
    return struct.pack(">i", round(value * 65536))


def _colour_tag(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(_fixed(value) for value in values)


def _description(words: str) -> bytes:
    text = words.encode("ascii") + b"\0"
    no_unicode_no_script = bytes(4 + 4 + 2 + 1 + 67)
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + no_unicode_no_script


def _linear(share: float) -> float:
    """Light given by a stored value, both from 0 to 1."""
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _curve() -> bytes:
    points = (round(_linear(at / (CURVE_POINTS - 1)) * 65535) for at in range(CURVE_POINTS))
    return b"curv\0\0\0\0" + struct.pack(">I", CURVE_POINTS) + b"".join(struct.pack(">H", point) for point in points)


@cache
def srgb_profile() -> bytes:
    """The profile's bytes."""
    curve = _curve()
    tags = {
        b"desc": _description("sRGB IEC61966-2.1 compatible"),
        b"cprt": b"text\0\0\0\0" + b"No rights claimed\0",
        b"wtpt": _colour_tag(WHITE_D50),
        **{name: _colour_tag(values) for name, values in PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = HEADER_SIZE + 4 + 12 * len(tags)
    table, data, places = struct.pack(">I", len(tags)), b"", {}
    for name, body in tags.items():
        if body not in places:
            data += bytes(-len(data) % 4)
            places[body] = start + len(data)
            data += body
        table += name + struct.pack(">II", places[body], len(body))
    data += bytes(-len(data) % 4)
    return _header(start + len(data)) + table + data


def _header(size: int) -> bytes:
    """The fixed part: version 2.1, a display device, RGB to XYZ, a fixed date so that the bytes never vary."""
    head = struct.pack(">I", size) + bytes(4) + b"\x02\x10\0\0" + b"mntrRGB XYZ "
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + bytes(28)
    head += b"".join(_fixed(value) for value in WHITE_D50)
    return head.ljust(HEADER_SIZE, b"\0")
