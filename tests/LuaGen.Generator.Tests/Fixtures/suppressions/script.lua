-- A declaration that the body does not read, and says so.
--
-- luagen: disable LUA3002
-- KEYS[1] stock
-- ARGV[1] amount: long
-- RETURNS value
return KEYS[2] -- luagen: disable-line LUA3001
