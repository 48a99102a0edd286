-- wrk: random tiles of one zoom over the benchmark's county; environment Z, TEMPLATE (with {z}/{x}/{y}), COOKIE
local z = tonumber(os.getenv("Z")); local n = 2 ^ z
local function tx(l) return math.floor((l + 180) / 360 * n) end
local function ty(l) local r = math.rad(l); return math.floor((1 - math.log(math.tan(r) + 1 / math.cos(r)) / math.pi) / 2 * n) end
local x0, x1, y0, y1 = tx(117.36), tx(118.04), ty(39.26), ty(38.74)
local template, headers = os.getenv("TEMPLATE"), { Cookie = os.getenv("COOKIE") }
math.randomseed(tonumber(os.getenv("SEED") or "1"))
request = function()
    local tile = { z = string.format("%d", z), x = string.format("%d", math.random(x0, x1)), y = string.format("%d", math.random(y0, y1)) }
    return wrk.format("GET", (template:gsub("{(%a)}", tile)), headers)
end
done = function(summary, latency)
    local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
    io.write(string.format("RESULT %.1f %.3f %.3f %d %d\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
        latency:percentile(99) / 1000, summary.requests, bad))
end
