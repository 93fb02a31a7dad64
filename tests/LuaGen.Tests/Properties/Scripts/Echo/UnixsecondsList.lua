-- ARGV[1...] items: unixseconds
-- RETURNS unixseconds[]
return ARGV
