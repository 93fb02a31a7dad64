-- ARGV[1...] words: 'asc' | 'desc' | 'a "b" c' | ''
-- RETURNS string[]
return ARGV
