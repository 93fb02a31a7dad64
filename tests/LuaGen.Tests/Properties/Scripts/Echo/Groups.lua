-- Gives the items of a list back: every type of argument, repeated together.
--
-- KEYS[1...] item.key
-- ARGV[1...] item.ofString: string
-- ARGV[2...] item.ofBytes: bytes
-- ARGV[3...] item.ofInt: int
-- ARGV[4...] item.ofLong: long
-- ARGV[5...] item.ofUint: uint
-- ARGV[6...] item.ofUlong: ulong
-- ARGV[7...] item.ofDouble: double
-- ARGV[8...] item.ofDecimal: decimal
-- ARGV[9...] item.ofBool: bool
-- ARGV[10...] item.ofGuid: guid
-- ARGV[11...] item.ofSeconds: seconds
-- ARGV[12...] item.ofMilliseconds: milliseconds
-- ARGV[13...] item.ofUnixseconds: unixseconds
-- ARGV[14...] item.ofUnixmilliseconds: unixmilliseconds
-- ARGV[15...] item.ofValue: value
-- RETURNS rows: flat(key: string, ofString: string, ofBytes: bytes, ofInt: int, ofLong: long, ofUint: uint, ofUlong: ulong, ofDouble: double, ofDecimal: decimal, ofBool: bool, ofGuid: guid, ofSeconds: seconds, ofMilliseconds: milliseconds, ofUnixseconds: unixseconds, ofUnixmilliseconds: unixmilliseconds, ofValue: value)
local rows = {}
for i = 1, #KEYS do
  rows[#rows + 1] = KEYS[i]
  for j = 1, 15 do
    rows[#rows + 1] = ARGV[(i - 1) * 15 + j]
  end
end
return rows
