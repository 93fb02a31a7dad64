-- A reply that nobody has declared is handed on as the client has it.
--
-- KEYS[1] key
return redis.call('OBJECT', 'ENCODING', KEYS[1])
