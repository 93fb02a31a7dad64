-- KEYS[1] job
-- ARGV[1] urgent: boolean
-- ARGV[2] size: Int32
-- ARGV[3] ticks: Int64
-- ARGV[4] title: String
-- ARGV[5] ratio: float
-- RETURNS boolean
redis.call('HSET', KEYS[1], 'urgent', ARGV[1], 'size', ARGV[2], 'ticks', ARGV[3], 'title', ARGV[4], 'ratio', ARGV[5])
return 1
