-- KEYS[1] id
-- RETURNS result
return {1, 'two', redis.call('SET', KEYS[1], 'x'), false}
