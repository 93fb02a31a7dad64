-- KEYS[1] id
-- RETURNS result
redis.call('HINCRBY', KEYS[1], 'n', 1) return {'{', redis.call('HGET', KEYS[1], 'n')}
