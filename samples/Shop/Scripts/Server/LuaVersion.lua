-- The version of Lua that the server runs: 5.1 on Redis and Valkey, 5.4 on Garnet.
--
-- RETURNS string
return _VERSION
