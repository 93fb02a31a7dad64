-- KEYS[1]: list
-- Returns: nil
redis.call('DEL', KEYS[1])
