--[[
KEYS[1]: source hash
KEYS[2]: list of snapshots, newest first
ARGV[1]: how many snapshots to keep

returns the size of the new snapshot in bytes, nil if the hash does not exist
--]]
local source, snapshots = KEYS[1], KEYS[2];
local keep = tonumber(ARGV[1]);

local flat = redis.call('HGETALL', source);
if #flat == 0 then
    return nil;
end

local packed = cmsgpack.pack(flat);
redis.call('LPUSH', snapshots, packed);
redis.call('LTRIM', snapshots, 0, keep - 1);

-- Trust is good: what cannot be read back is no snapshot.
local again = cmsgpack.unpack(packed);
assert(#again == #flat, 'snapshot does not read back');

return #packed;
