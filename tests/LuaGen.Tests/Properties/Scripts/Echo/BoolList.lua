-- ARGV[1...] items: bool
-- RETURNS bool[]
return ARGV
