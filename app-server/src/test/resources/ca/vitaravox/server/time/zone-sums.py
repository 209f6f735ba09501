#!/usr/bin/env python3
"""Writes zone-sums.txt: what another reader of the same files (Python's zoneinfo) makes of them.

usage: zone-sums.py zoneinfo-VERSION.tar.gz > zone-sums.txt

One line per zone: its name, the number of its changes of offset from 1900 to 2100, and a CRC-32 of the offset in 1900
and of every change ("second offset" per line). Changes are found by looking every two days and bisecting.
"""
import sys, tarfile, tempfile, zlib, zoneinfo
from datetime import datetime, timezone

FROM, TO = (int(datetime(y, 1, 1, tzinfo=timezone.utc).timestamp()) for y in (1900, 2100))
STEP = 2 * 24 * 3600

with tempfile.TemporaryDirectory() as folder:
    with tarfile.open(sys.argv[1]) as archive:
        archive.extractall(folder)
        names = sorted(m.name.removeprefix("./") for m in archive.getmembers() if not m.isdir())
    zoneinfo.reset_tzpath([folder])
    for name in names:
        if name in ("localtime", "Factory"):
            continue
        zone = zoneinfo.ZoneInfo(name)

        def offset(second):
            return int(datetime.fromtimestamp(second, zone).utcoffset().total_seconds())

        lines = [f"{FROM} {offset(FROM)}"]
        before, at = FROM, offset(FROM)
        for second in range(FROM, TO, STEP):
            now = offset(second)
            if now != at:
                low, high = before, second
                while high - low > 1:
                    middle = (low + high) // 2
                    low, high = (middle, high) if offset(middle) == at else (low, middle)
                lines.append(f"{high} {now}")
            before, at = second, now
        sum = zlib.crc32("\n".join(lines).encode())
        print(f"{name} {len(lines) - 1} {sum:08x}")
