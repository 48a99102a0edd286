#!/usr/bin/env python3
"""Load on a served ledger: requests a second and p99 of pages and tiles, and the server's memory. Prints figures, asserts none.

    tools/bench_web.py --home var/demo --program .build/release/landledger [--seconds 5] [--workers 4]
"""

import argparse
import http.client
import json
import math
import multiprocessing
import os
import pathlib
import random
import sys
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Browser"))
import served  # noqa: E402


def sign_in(address, name, password):
    """The session's cookie, by the sign-in form as a browser sends it."""
    connection = http.client.HTTPConnection(address)
    connection.request("GET", "/sign-in")
    answer = connection.getresponse()
    html = answer.read().decode()
    cookies = [value.split(";")[0] for key, value in answer.getheaders() if key.lower() == "set-cookie"]
    token = html.split('name="token"')[1].split('value="')[1].split('"')[0]
    form = urllib.parse.urlencode({"name": name, "password": password, "token": token})
    connection.request("POST", "/sign-in", form, {
        "Content-Type": "application/x-www-form-urlencoded", "Cookie": "; ".join(cookies), "Origin": f"http://{address}"})
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 303, f"sign-in answered {answer.status}"
    return [value.split(";")[0] for key, value in answer.getheaders() if key.lower() == "set-cookie"][0]


def work(address, cookie, paths, seconds, seed, results):
    """One keep-alive connection that asks as fast as it is answered."""
    chance = random.Random(seed)
    connection = http.client.HTTPConnection(address)
    times, size, bad = [], 0, 0
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        begin = time.perf_counter()
        connection.request("GET", chance.choice(paths), headers={"Cookie": cookie})
        answer = connection.getresponse()
        size += len(answer.read())
        times.append(time.perf_counter() - begin)
        bad += answer.status >= 400
    results.put((times, size, bad))


def load(address, cookie, paths, seconds, workers):
    results = multiprocessing.Queue()
    crew = [multiprocessing.Process(target=work, args=(address, cookie, paths, seconds, i, results)) for i in range(workers)]
    for it in crew:
        it.start()
    parts = [results.get() for _ in crew]
    for it in crew:
        it.join()
    times = sorted(t for part in parts for t in part[0])
    return {
        "rate": len(times) / seconds, "p50": times[len(times) // 2] * 1000, "p99": times[int(len(times) * 0.99)] * 1000,
        "kilobytes": sum(part[1] for part in parts) / len(times) / 1024, "bad": sum(part[2] for part in parts),
    }


def tiles_over(box, zooms):
    """Addresses of the tiles of a box."""
    west, south, east, north = box
    found = []
    for zoom in zooms:
        count = 1 << zoom
        column = lambda longitude: int((longitude + 180) / 360 * count)  # noqa: E731
        row = lambda latitude: int((1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2 * count)  # noqa: E731
        found += [(zoom, x, y) for x in range(column(west), column(east) + 1) for y in range(row(north), row(south) + 1)]
    return found


def memory(pid):
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    return {it.split(":")[0]: int(it.split()[1]) // 1024 for it in lines if it.startswith(("VmRSS", "VmHWM"))}


def get(address, cookie, path):
    connection = http.client.HTTPConnection(address)
    connection.request("GET", path, headers={"Cookie": cookie})
    return connection.getresponse().read().decode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--home", required=True)
    parser.add_argument("--program", required=True)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--workers", type=int, default=4)
    options = parser.parse_args()
    served.PROGRAM = pathlib.Path(options.program).resolve()
    password = os.urandom(12).hex()
    served.run("account", "add", "bench", "--title", "bench", "--role", "enforcement", home=options.home, stdin=password + "\n")

    with served.Server(pathlib.Path(options.home).resolve()) as server:
        address = server.base.removeprefix("http://")
        cookie = sign_in(address, "bench", password)
        html = get(address, cookie, "/map").split('data-setup="')[1].split('"')[0]
        setup = json.loads(html.replace("&quot;", '"').replace("&amp;", "&").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">"))
        entries = json.loads(served.run("ledger", "list", "--json", "--limit", "500", home=options.home))
        addresses = tiles_over(setup["home"], (12, 13, 14))
        layers = [it["tiles"] for it in setup["layers"]]
        fill = lambda path, tile: path.replace("{z}", str(tile[0])).replace("{x}", str(tile[1])).replace("{y}", str(tile[2]))  # noqa: E731
        all_layer_tiles = [fill(path, tile) for path in layers for tile in addresses]
        rounds = {
            "desk": ["/"],
            "ledger": ["/ledger"] + [f"/ledger?page={page}" for page in range(1, 6)],
            "ledger, filtered": ["/ledger?stage=proposed&sort=area&desc=1", "/ledger?verdict=illegal"],
            "entry": [f"/entries/{it['number']}" for it in entries],
            "map list": ["/map/list?box=" + ",".join(map(str, setup["home"]))],
            "entry tiles": [fill(setup["entries"], tile) for tile in addresses],
            "layer tiles, mixed": random.Random(1).sample(all_layer_tiles, min(600, len(all_layer_tiles))),
            "layer tiles, again": random.Random(1).sample(all_layer_tiles, min(600, len(all_layer_tiles))),
        }
        print(f"{len(entries)}+ entries, {len(layers)} layer versions, {options.workers} connections, {options.seconds:g} s each, "
              f"{os.cpu_count()} processors shared with the load")
        print(f"{'':20} {'per second':>10} {'p50 ms':>8} {'p99 ms':>8} {'kB':>8}")
        for name, paths in rounds.items():
            if not paths:
                continue
            it = load(address, cookie, paths, options.seconds, options.workers)
            print(f"{name:20} {it['rate']:10.0f} {it['p50']:8.1f} {it['p99']:8.1f} {it['kilobytes']:8.1f}"
                  + (f"  {it['bad']} refused" if it["bad"] else ""))
        used = memory(server.process.pid)
        print(f"memory of the server: {used['VmRSS']} MB now, {used['VmHWM']} MB at most")


if __name__ == "__main__":
    main()
