-- ARGV[1...] items: int
-- RETURNS int[]
return ARGV
