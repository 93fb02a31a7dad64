-- ARGV[1...] items: value
-- RETURNS value[]
return ARGV
