-- ARGV[1...] items: ulong
-- RETURNS ulong[]
return ARGV
