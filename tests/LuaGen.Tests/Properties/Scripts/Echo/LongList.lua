-- ARGV[1...] items: long
-- RETURNS long[]
return ARGV
