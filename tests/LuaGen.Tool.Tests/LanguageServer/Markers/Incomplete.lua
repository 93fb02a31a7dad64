-- KEYS[1] lock
-- ARGV[1] owner: string
-- RETURNS bool
local function release(key)
  local held = redis.call('G
--                          ^ complete: GET, GETRANGE, GETDEL, GETBIT, GEOADD
  if held == ARGV[1] then
--                ^ complete: 1, held, key, release
--   ^ definition: 4:8
    redis.call('DEL', ke
--                      ^ complete: KEYS[1], key, KEYS
--                      ^ signature: DEL «key» [key …] / Next: `key`
    local x = redis.
--                  ^ complete: call, pcall, error_reply, status_reply, sha1hex
    redis.call('SET', KEYS[
--                         ^ complete: 1, held, key, release
    redis.call('SET', KEYS[1], ARGV[1], 'P
--                                        ^ complete: PX, PXAT
--                                        ^ signature: SET key value [«NX» | XX | IFEQ ifeq-value | IFNE ifne-value | IFDEQ ifdeq-digest | IFDNE ifdne-digest] [GET] [EX seconds | PX milliseconds | EXAT unix-time-seconds | PXAT unix-time-milliseconds | KEEPTTL] / Next: `NX`, `XX`, `GET`, `EX`, `PX`, `EXAT`, `PXAT`, `KEEPTTL`
    re
--    ^ complete: release, redis
