#!/usr/bin/env python3
"""Control layers over the ground of the benchmark's patches: grids of cells of 0.003 degrees, classed in a fixed pattern.

    Benchmarks/make_layers.py FOLDER WEST SOUTH EAST NORTH
"""
import json
import sys

folder, (west, south, east, north) = sys.argv[1], map(float, sys.argv[2:6])
step = 0.003
def cells(keep, code):
    out = []
    nx, ny = int((east-west)/step)+1, int((north-south)/step)+1
    for i in range(nx):
        for j in range(ny):
            if not keep(i, j): continue
            x, y = west+i*step, south+j*step
            out.append({"type":"Feature","properties":{"DLBM":code(i,j),"MC":f"{i}-{j}","XZQDM":"370306101"},"geometry":{"type":"Polygon","coordinates":[[[x,y],[x+step,y],[x+step,y+step],[x,y+step],[x,y]]]}})
    return out
layers = {
 "survey": (lambda i,j: True, lambda i,j: ["0101","0102","0301","0702","1006"][(i*7+j*3)%5]),
 "farmland": (lambda i,j: (i+j)%3==0, lambda i,j: "0101"),
 "redline": (lambda i,j: (i*3+j)%11==0, lambda i,j: "01"),
 "approvals": (lambda i,j: (i+2*j)%4==0, lambda i,j: "A"),
 "supply": (lambda i,j: (i+2*j)%8==0, lambda i,j: "S"),
 "growth": (lambda i,j: (i//5+j//5)%2==0, lambda i,j: "01"),
 "land-use-plan": (lambda i,j: True, lambda i,j: ["010","020","030","040"][(i+j)%4]),
 "facility": (lambda i,j: (i*5+j)%13==0, lambda i,j: "F"),
 "units": (lambda i,j: True, lambda i,j: "370306101"),
}
for name, (keep, code) in layers.items():
    json.dump({"type":"FeatureCollection","features":cells(keep, code)}, open(f"{folder}/{name}.geojson","w"))
    print(name, len(cells(keep, code)))
