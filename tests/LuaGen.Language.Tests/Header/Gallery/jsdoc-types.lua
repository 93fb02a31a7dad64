-- @param {string} KEYS[1] - lock key
-- @param {string} ARGV[1] - owner
-- @param {number} ARGV[2] - ttl in ms
-- @returns {number} 1 or 0
if redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX') then return 1 end
return 0
