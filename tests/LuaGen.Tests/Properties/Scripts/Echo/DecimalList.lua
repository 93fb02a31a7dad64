-- ARGV[1...] items: decimal
-- RETURNS decimal[]
return ARGV
