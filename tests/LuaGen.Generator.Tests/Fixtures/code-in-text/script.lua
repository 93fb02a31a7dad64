-- Sets `key` with ``GET `old` `` & `EX <seconds>`, unless it's `there.
--
-- Don`t use `` `NX` `` here; `` stays, and ` ` too. See `SET`/`GETEX`'s page.
--
-- KEYS[1] key                        Read by `GET key`.
-- ARGV[1] hold: seconds = 60         As in `EX`
-- ARGV[2] unit: 's' | 'a`b`' = 's'   One of `s` and the other.
-- ARGV[3] mark: value = '`x`'
-- RETURNS left: long                 What `TTL key` said.
-- RETURNS old: string?               `nil` when there was none.
-- RAISES BAD_UNIT                    Not `s`.
-- RAISES BAD_KEY
if ARGV[2] == '' then
  return redis.error_reply('BAD_UNIT not s')
elseif KEYS[1] == '' then
  return redis.error_reply('BAD_KEY no key')
end
local old = redis.call('GET', KEYS[1])
redis.call('SET', KEYS[1], ARGV[3], 'EX', ARGV[1])
return { redis.call('TTL', KEYS[1]), old }
