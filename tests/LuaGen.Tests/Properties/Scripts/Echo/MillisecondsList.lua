-- ARGV[1...] items: milliseconds
-- RETURNS milliseconds[]
return ARGV
