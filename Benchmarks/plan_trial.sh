#!/usr/bin/env bash
# A version of the plan tried on the ledger that Benchmarks/import.sh leaves (100,000 entries), then put in force. The ledger is copied first.
#   Benchmarks/plan_trial.sh [HOME]      default var/bench/home
set -euo pipefail
cd "$(dirname "$0")/.."
landledger=$(swift build -c release --show-bin-path)/landledger
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "${1:-var/bench/home}" "$work/home"
export LANDLEDGER_HOME=$work/home LANDLEDGER_OFFICER=operator
timed() { local words=$1; shift; /usr/bin/time -f "$words: %e s, %U s of processor time, %M kB" "$@"; }

timed "open" "$landledger" plan history --text 1 >"$work/zhoucun-2019.yaml"
sed -i 's/title: 举证不足，不能判定, kind: 待举证/title: 举证不足，退回补证, kind: 退回补证/' "$work/zhoucun-2019.yaml"
timed "trial, entries without findings" "$landledger" plan activate "$work/zhoucun-2019.yaml" --dry-run --list 0 --quiet

Benchmarks/make_layers.py "$work" 117.2 36.55 117.55 36.9
for layer in survey farmland redline approvals supply growth land-use-plan facility units; do
    field=DLBM; [ $layer = units ] && field=XZQDM
    "$landledger" layer add "$work/$layer.geojson" --layer-name $layer --version 1 --from 2015-01-01 --class-field $field --quiet >/dev/null
done
timed "judge all with nine layers" "$landledger" judge --quiet
for turn in 1 2 3; do
    timed "trial with findings of nine layers ($turn)" "$landledger" plan activate "$work/zhoucun-2019.yaml" --dry-run --list 0 --quiet
done
timed "activate and judge anew" "$landledger" plan activate "$work/zhoucun-2019.yaml" --reason 试算 --quiet
