-- ARGV[1...] items: string
-- RETURNS string[]
return ARGV
