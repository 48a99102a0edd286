"""Medians, agreement and the table of an overlay benchmark."""

import statistics


def median(runs, field):
    return statistics.median(getattr(run, field) for run in runs)


def disagreement(totals, reference):
    """Largest difference of a class's total, relative to the layer's; by layer alone where a contender tells no classes."""
    worst = 0.0
    for layer, classes in reference.items():
        whole = sum(classes.values())
        mine = totals[layer]
        if set(mine) == {""}:
            worst = max(worst, abs(mine[""] - whole) / whole)
            continue
        for code in set(classes) | set(mine):
            worst = max(worst, abs(mine.get(code, 0) - classes.get(code, 0)) / whole)
    return worst


def summarise(contenders, results):
    """One record per contender that ended at least once."""
    records = []
    for contender in contenders:
        runs = results.get(contender.name) or []
        if not runs:
            continue
        record = {"name": contender.name, "about": contender.about, "plane": contender.plane, "ours": contender.ours, "runs": len(runs)}
        record |= {field: median(runs, field) for field in ("cpu", "wall", "overlay_cpu", "overlay_wall")}
        record |= {"megabytes": max(run.megabytes for run in runs), "totals": runs[0].totals, "more": runs[0].more}
        records.append(record)
    for record in records:
        same = [it for it in records if it["plane"] == record["plane"]]
        reference = next((it for it in same if not it["ours"] and set(it["totals"]["parcels"]) != {""}), same[0])
        record["disagreement"] = disagreement(record["totals"], reference["totals"])
        record["reference"] = reference["name"]
    return records


def markdown(records):
    lines = ["| | files to table, CPU s | wall s | overlay alone, CPU s | peak MB | totals differ by |", "|---|---:|---:|---:|---:|---:|"]
    for it in sorted(records, key=lambda it: (it["plane"], it["cpu"])):
        name = f"**{it['name']}**" if it["ours"] else it["name"]
        lines.append(
            f"| {name}: {it['about']} | {it['cpu']:.2f} | {it['wall']:.2f} | {it['overlay_cpu']:.2f} | {it['megabytes']:,.0f} "
            f"| {it['disagreement']:.0e} |")
    return "\n".join(lines)


def comparison(records):
    """The ratios the goals are about: this program against the best peer of each measure."""
    planar = [it for it in records if it["plane"] == "planar"]
    peers = [it for it in planar if not it["ours"] and "prototype" not in it["name"]]
    mine = {it["name"]: it for it in planar if it["ours"]}
    if not peers or not mine:
        return {}
    one, two = mine.get("LandLedger, 1 thread"), mine.get("LandLedger, 2 threads")
    floor = next((it for it in planar if it["name"] == "C++ prototype, 1 threads"), None)
    pairs = one["more"]["pairs"]
    found = {
        "best peer, files to table": min(it["cpu"] for it in peers) / one["cpu"],
        "best peer, overlay alone": min(it["overlay_cpu"] for it in peers) / one["overlay_cpu"],
        "microseconds a pair that shares ground": one["overlay_cpu"] / pairs * 1e6,
    }
    if two:
        found["two threads against one, wall"] = one["wall"] / two["wall"]
    if floor:
        found["overlay alone, times the prototype's"] = one["overlay_cpu"] / floor["overlay_cpu"]
        found["files to table, times the prototype's"] = one["cpu"] / floor["cpu"]
        found["microseconds a candidate pair"] = one["overlay_cpu"] / floor["more"]["pairs"] * 1e6
    return found
