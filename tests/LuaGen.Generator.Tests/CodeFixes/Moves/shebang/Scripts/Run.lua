#!lua flags=no-writes
-- ARGV[1] arg1: string
-- ARGV[2] _id: string
-- RETURNS string

--[[ says hello ]]
return 'hello ' .. ARGV[1]
