-- KEYS[1] - hash of comment id to text
-- KEYS[2] - hash of comment id to the ids of its answers, comma separated
-- ARGV[1] - id of the root
-- ARGV[2] - depth limit, 0 for the root only
local texts, answers = KEYS[1], KEYS[2]

local function load(id, depth)
    local node = { id, redis.call('HGET', texts, id) or '(deleted)' }
    if depth == 0 then
        return node
    end

    local children = {}
    for child in (redis.call('HGET', answers, id) or ''):gmatch('%d+') do
        children[#children + 1] = load(child, depth - 1)
    end
    node[3] = children
    return node
end

return load(ARGV[1], tonumber(ARGV[2]))
