-- KEYS[1...] keys
-- RETURNS string[]
return KEYS
