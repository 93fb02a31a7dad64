-- ARGV[1...] items: bytes
-- RETURNS bytes[]
return ARGV
