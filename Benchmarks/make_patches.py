#!/usr/bin/env python3
"""Writes N disjoint patches of 20 vertices as GeoJSON lines: deterministic ground for the import benchmark.

    Benchmarks/make_patches.py 100000 > var/bench/patches.geojsonl
"""

import json
import math
import sys

count = int(sys.argv[1])
side = math.ceil(count**0.5)
west, south, step = 117.2, 36.55, 0.35 / side
for number in range(count):
    column, row = number % side, number // side
    x, y = west + (column + 0.5) * step, south + (row + 0.5) * step
    ring = []
    for corner in range(20):
        angle = corner / 20 * 2 * math.pi
        radius = step * (0.3 + 0.1 * math.sin(3 * angle + number))
        ring.append([round(x + radius * math.cos(angle), 9), round(y + radius * math.sin(angle), 9)])
    ring.append(ring[0])
    properties = {"JCBH": f"B{number:06d}", "XZQDM": "370306", "TBLX": "20", "QSX": "20181001", "HSX": "20190401"}
    print(json.dumps({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}))
