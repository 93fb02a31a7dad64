-- KEYS[1] 锁的键
-- ARGV[1] 持有者
-- ARGV[2] 过期时间（毫秒）
-- 返回 1 成功
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
