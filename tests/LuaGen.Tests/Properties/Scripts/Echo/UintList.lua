-- ARGV[1...] items: uint
-- RETURNS uint[]
return ARGV
