-- Note the hits of a batch, in one step for all machines.
-- KEYS: seen (sorted set: visitor -> second), networks (hash), clock (hash), batch (list)
-- ARGV: now, wall, VISIT, NETWORK_WINDOW, most visitors, most new of a network, then for each
-- hit: key, former key or "", network
local seen, networks, clock, batch = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local now, visit, window = tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[4])
local most, per_network = tonumber(ARGV[5]), tonumber(ARGV[6])

-- A batch that was cancelled before it arrived counts nothing; one that is sent again
-- because its answer was lost counts once.
if redis.call('LINDEX', batch, 0) == '-' then return {0, {}} end
for _, key in ipairs(redis.call('LRANGE', batch, 0, -1)) do redis.call('ZREM', seen, key) end
redis.call('DEL', batch)

-- The machines' clocks differ by the time an answer takes: the shared one never runs back.
local before = tonumber(redis.call('HGET', clock, 'now') or now)
if before > now then now = before end
redis.call('HSET', clock, 'now', now, 'wall', ARGV[2])
redis.call('ZREMRANGEBYSCORE', seen, '-inf', now - visit)

local present = math.floor(now / window)
if redis.call('HGET', networks, 'window') ~= tostring(present) then
  redis.call('DEL', networks)
  redis.call('HSET', networks, 'window', present)
end

local begun, turned_away = 0, {}
local held = redis.call('ZCARD', seen)
for i = 7, #ARGV, 3 do
  local key, former, network = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if redis.call('ZSCORE', seen, key) then
    redis.call('ZADD', seen, now, key)
  elseif former ~= '' and redis.call('ZREM', seen, former) == 1 then
    redis.call('ZADD', seen, now, key)
  elseif held >= most or tonumber(redis.call('HGET', networks, network) or 0) >= per_network then
    turned_away[#turned_away + 1] = (i - 7) / 3
  else
    redis.call('HINCRBY', networks, network, 1)
    redis.call('ZADD', seen, now, key)
    redis.call('RPUSH', batch, key)
    begun, held = begun + 1, held + 1
  end
end
redis.call('EXPIRE', batch, 600)
return {begun, turned_away}
