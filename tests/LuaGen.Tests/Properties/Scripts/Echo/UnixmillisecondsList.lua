-- ARGV[1...] items: unixmilliseconds
-- RETURNS unixmilliseconds[]
return ARGV
