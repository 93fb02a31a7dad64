-- Counts as count.lua does, in a script of 8 KB, of which a call runs as much.
--
-- KEYS[1] counter
-- KEYS[2] other
-- ARGV[1] by: int
-- ARGV[2] note: string
-- ARGV[3] owner: string
-- RETURNS count: long
if ARGV[2] == ARGV[3] then
  if ARGV[2] == 'case 1' then
    redis.call('HINCRBY', KEYS[2], 'case 1', 1)
  end
  if ARGV[2] == 'case 2' then
    redis.call('HINCRBY', KEYS[2], 'case 2', 1)
  end
  if ARGV[2] == 'case 3' then
    redis.call('HINCRBY', KEYS[2], 'case 3', 1)
  end
  if ARGV[2] == 'case 4' then
    redis.call('HINCRBY', KEYS[2], 'case 4', 1)
  end
  if ARGV[2] == 'case 5' then
    redis.call('HINCRBY', KEYS[2], 'case 5', 1)
  end
  if ARGV[2] == 'case 6' then
    redis.call('HINCRBY', KEYS[2], 'case 6', 1)
  end
  if ARGV[2] == 'case 7' then
    redis.call('HINCRBY', KEYS[2], 'case 7', 1)
  end
  if ARGV[2] == 'case 8' then
    redis.call('HINCRBY', KEYS[2], 'case 8', 1)
  end
  if ARGV[2] == 'case 9' then
    redis.call('HINCRBY', KEYS[2], 'case 9', 1)
  end
  if ARGV[2] == 'case 10' then
    redis.call('HINCRBY', KEYS[2], 'case 10', 1)
  end
  if ARGV[2] == 'case 11' then
    redis.call('HINCRBY', KEYS[2], 'case 11', 1)
  end
  if ARGV[2] == 'case 12' then
    redis.call('HINCRBY', KEYS[2], 'case 12', 1)
  end
  if ARGV[2] == 'case 13' then
    redis.call('HINCRBY', KEYS[2], 'case 13', 1)
  end
  if ARGV[2] == 'case 14' then
    redis.call('HINCRBY', KEYS[2], 'case 14', 1)
  end
  if ARGV[2] == 'case 15' then
    redis.call('HINCRBY', KEYS[2], 'case 15', 1)
  end
  if ARGV[2] == 'case 16' then
    redis.call('HINCRBY', KEYS[2], 'case 16', 1)
  end
  if ARGV[2] == 'case 17' then
    redis.call('HINCRBY', KEYS[2], 'case 17', 1)
  end
  if ARGV[2] == 'case 18' then
    redis.call('HINCRBY', KEYS[2], 'case 18', 1)
  end
  if ARGV[2] == 'case 19' then
    redis.call('HINCRBY', KEYS[2], 'case 19', 1)
  end
  if ARGV[2] == 'case 20' then
    redis.call('HINCRBY', KEYS[2], 'case 20', 1)
  end
  if ARGV[2] == 'case 21' then
    redis.call('HINCRBY', KEYS[2], 'case 21', 1)
  end
  if ARGV[2] == 'case 22' then
    redis.call('HINCRBY', KEYS[2], 'case 22', 1)
  end
  if ARGV[2] == 'case 23' then
    redis.call('HINCRBY', KEYS[2], 'case 23', 1)
  end
  if ARGV[2] == 'case 24' then
    redis.call('HINCRBY', KEYS[2], 'case 24', 1)
  end
  if ARGV[2] == 'case 25' then
    redis.call('HINCRBY', KEYS[2], 'case 25', 1)
  end
  if ARGV[2] == 'case 26' then
    redis.call('HINCRBY', KEYS[2], 'case 26', 1)
  end
  if ARGV[2] == 'case 27' then
    redis.call('HINCRBY', KEYS[2], 'case 27', 1)
  end
  if ARGV[2] == 'case 28' then
    redis.call('HINCRBY', KEYS[2], 'case 28', 1)
  end
  if ARGV[2] == 'case 29' then
    redis.call('HINCRBY', KEYS[2], 'case 29', 1)
  end
  if ARGV[2] == 'case 30' then
    redis.call('HINCRBY', KEYS[2], 'case 30', 1)
  end
  if ARGV[2] == 'case 31' then
    redis.call('HINCRBY', KEYS[2], 'case 31', 1)
  end
  if ARGV[2] == 'case 32' then
    redis.call('HINCRBY', KEYS[2], 'case 32', 1)
  end
  if ARGV[2] == 'case 33' then
    redis.call('HINCRBY', KEYS[2], 'case 33', 1)
  end
  if ARGV[2] == 'case 34' then
    redis.call('HINCRBY', KEYS[2], 'case 34', 1)
  end
  if ARGV[2] == 'case 35' then
    redis.call('HINCRBY', KEYS[2], 'case 35', 1)
  end
  if ARGV[2] == 'case 36' then
    redis.call('HINCRBY', KEYS[2], 'case 36', 1)
  end
  if ARGV[2] == 'case 37' then
    redis.call('HINCRBY', KEYS[2], 'case 37', 1)
  end
  if ARGV[2] == 'case 38' then
    redis.call('HINCRBY', KEYS[2], 'case 38', 1)
  end
  if ARGV[2] == 'case 39' then
    redis.call('HINCRBY', KEYS[2], 'case 39', 1)
  end
  if ARGV[2] == 'case 40' then
    redis.call('HINCRBY', KEYS[2], 'case 40', 1)
  end
  if ARGV[2] == 'case 41' then
    redis.call('HINCRBY', KEYS[2], 'case 41', 1)
  end
  if ARGV[2] == 'case 42' then
    redis.call('HINCRBY', KEYS[2], 'case 42', 1)
  end
  if ARGV[2] == 'case 43' then
    redis.call('HINCRBY', KEYS[2], 'case 43', 1)
  end
  if ARGV[2] == 'case 44' then
    redis.call('HINCRBY', KEYS[2], 'case 44', 1)
  end
  if ARGV[2] == 'case 45' then
    redis.call('HINCRBY', KEYS[2], 'case 45', 1)
  end
  if ARGV[2] == 'case 46' then
    redis.call('HINCRBY', KEYS[2], 'case 46', 1)
  end
  if ARGV[2] == 'case 47' then
    redis.call('HINCRBY', KEYS[2], 'case 47', 1)
  end
  if ARGV[2] == 'case 48' then
    redis.call('HINCRBY', KEYS[2], 'case 48', 1)
  end
  if ARGV[2] == 'case 49' then
    redis.call('HINCRBY', KEYS[2], 'case 49', 1)
  end
  if ARGV[2] == 'case 50' then
    redis.call('HINCRBY', KEYS[2], 'case 50', 1)
  end
  if ARGV[2] == 'case 51' then
    redis.call('HINCRBY', KEYS[2], 'case 51', 1)
  end
  if ARGV[2] == 'case 52' then
    redis.call('HINCRBY', KEYS[2], 'case 52', 1)
  end
  if ARGV[2] == 'case 53' then
    redis.call('HINCRBY', KEYS[2], 'case 53', 1)
  end
  if ARGV[2] == 'case 54' then
    redis.call('HINCRBY', KEYS[2], 'case 54', 1)
  end
  if ARGV[2] == 'case 55' then
    redis.call('HINCRBY', KEYS[2], 'case 55', 1)
  end
  if ARGV[2] == 'case 56' then
    redis.call('HINCRBY', KEYS[2], 'case 56', 1)
  end
  if ARGV[2] == 'case 57' then
    redis.call('HINCRBY', KEYS[2], 'case 57', 1)
  end
  if ARGV[2] == 'case 58' then
    redis.call('HINCRBY', KEYS[2], 'case 58', 1)
  end
  if ARGV[2] == 'case 59' then
    redis.call('HINCRBY', KEYS[2], 'case 59', 1)
  end
  if ARGV[2] == 'case 60' then
    redis.call('HINCRBY', KEYS[2], 'case 60', 1)
  end
  if ARGV[2] == 'case 61' then
    redis.call('HINCRBY', KEYS[2], 'case 61', 1)
  end
  if ARGV[2] == 'case 62' then
    redis.call('HINCRBY', KEYS[2], 'case 62', 1)
  end
  if ARGV[2] == 'case 63' then
    redis.call('HINCRBY', KEYS[2], 'case 63', 1)
  end
  if ARGV[2] == 'case 64' then
    redis.call('HINCRBY', KEYS[2], 'case 64', 1)
  end
  if ARGV[2] == 'case 65' then
    redis.call('HINCRBY', KEYS[2], 'case 65', 1)
  end
  if ARGV[2] == 'case 66' then
    redis.call('HINCRBY', KEYS[2], 'case 66', 1)
  end
  if ARGV[2] == 'case 67' then
    redis.call('HINCRBY', KEYS[2], 'case 67', 1)
  end
  if ARGV[2] == 'case 68' then
    redis.call('HINCRBY', KEYS[2], 'case 68', 1)
  end
  if ARGV[2] == 'case 69' then
    redis.call('HINCRBY', KEYS[2], 'case 69', 1)
  end
  if ARGV[2] == 'case 70' then
    redis.call('HINCRBY', KEYS[2], 'case 70', 1)
  end
  if ARGV[2] == 'case 71' then
    redis.call('HINCRBY', KEYS[2], 'case 71', 1)
  end
  if ARGV[2] == 'case 72' then
    redis.call('HINCRBY', KEYS[2], 'case 72', 1)
  end
  if ARGV[2] == 'case 73' then
    redis.call('HINCRBY', KEYS[2], 'case 73', 1)
  end
  if ARGV[2] == 'case 74' then
    redis.call('HINCRBY', KEYS[2], 'case 74', 1)
  end
  if ARGV[2] == 'case 75' then
    redis.call('HINCRBY', KEYS[2], 'case 75', 1)
  end
  if ARGV[2] == 'case 76' then
    redis.call('HINCRBY', KEYS[2], 'case 76', 1)
  end
  if ARGV[2] == 'case 77' then
    redis.call('HINCRBY', KEYS[2], 'case 77', 1)
  end
  if ARGV[2] == 'case 78' then
    redis.call('HINCRBY', KEYS[2], 'case 78', 1)
  end
  if ARGV[2] == 'case 79' then
    redis.call('HINCRBY', KEYS[2], 'case 79', 1)
  end
  if ARGV[2] == 'case 80' then
    redis.call('HINCRBY', KEYS[2], 'case 80', 1)
  end
  if ARGV[2] == 'case 81' then
    redis.call('HINCRBY', KEYS[2], 'case 81', 1)
  end
  if ARGV[2] == 'case 82' then
    redis.call('HINCRBY', KEYS[2], 'case 82', 1)
  end
  if ARGV[2] == 'case 83' then
    redis.call('HINCRBY', KEYS[2], 'case 83', 1)
  end
  if ARGV[2] == 'case 84' then
    redis.call('HINCRBY', KEYS[2], 'case 84', 1)
  end
  if ARGV[2] == 'case 85' then
    redis.call('HINCRBY', KEYS[2], 'case 85', 1)
  end
  if ARGV[2] == 'case 86' then
    redis.call('HINCRBY', KEYS[2], 'case 86', 1)
  end
  if ARGV[2] == 'case 87' then
    redis.call('HINCRBY', KEYS[2], 'case 87', 1)
  end
  if ARGV[2] == 'case 88' then
    redis.call('HINCRBY', KEYS[2], 'case 88', 1)
  end
  if ARGV[2] == 'case 89' then
    redis.call('HINCRBY', KEYS[2], 'case 89', 1)
  end
  if ARGV[2] == 'case 90' then
    redis.call('HINCRBY', KEYS[2], 'case 90', 1)
  end
  if ARGV[2] == 'case 91' then
    redis.call('HINCRBY', KEYS[2], 'case 91', 1)
  end
  if ARGV[2] == 'case 92' then
    redis.call('HINCRBY', KEYS[2], 'case 92', 1)
  end
end
return redis.call('INCRBY', KEYS[1], ARGV[1])
