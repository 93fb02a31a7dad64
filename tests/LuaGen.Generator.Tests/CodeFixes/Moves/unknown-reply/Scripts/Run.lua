-- ARGV[1] arg1: string
-- RETURNS result
return cjson.decode(ARGV[1])
