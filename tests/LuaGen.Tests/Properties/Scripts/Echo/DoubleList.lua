-- ARGV[1...] items: double
-- RETURNS double[]
return ARGV
