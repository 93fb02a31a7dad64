-- ARGV[1...] items: guid
-- RETURNS guid[]
return ARGV
