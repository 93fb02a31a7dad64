-- ARGV[1...] items: seconds
-- RETURNS seconds[]
return ARGV
