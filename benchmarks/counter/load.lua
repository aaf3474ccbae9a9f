-- Visits for wrk, with the headers that nginx hands on and no others (deploy/nginx-counter.conf).
local n, cycle = tonumber(os.getenv("FIRST")), tonumber(os.getenv("CYCLE"))
local pause = tonumber(os.getenv("PAUSE"))
local agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
  .. "Chrome/131.0.0.0 Safari/537.36"
function request()
  local number = 1 + n % cycle
  n = n + 1
  -- Fibonacci hashing: each number below 2^32 is another address, spread over all networks.
  local address = number * 2654435769 % 4294967296
  local octets = {}
  for i = 1, 4 do
    octets[i] = address % 256
    address = math.floor(address / 256)
  end
  return wrk.format("POST", "/tk/v1/visit", {
    ["Host"] = "bantin.example", ["Origin"] = "https://bantin.example", ["User-Agent"] = agent,
    ["X-Forwarded-For"] = table.concat(octets, "."), ["Content-Length"] = "0",
    ["Sec-Fetch-Site"] = "same-origin",
  })
end
if pause > 0 then
  function delay() return pause end
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"answers": %d, "refused": %d, "broken": %d, "us": %d, "p50": %d, "p99": %d}\n',
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration, latency:percentile(50), latency:percentile(99)))
end
