-- KEYS[1] the hash with the fields
-- ARGV[1] a template; {{name}} stands for a field
-- ARGV[2] what stands for fields that are not there
local fields = setmetatable({}, {
  __index = function(_, name)
    return redis.call('HGET', KEYS[1], name) or ARGV[2] or '?'
  end
})

local default = [==[
Dear {{ name }},
your order {{id}} [a "small" one]] is on its way.]==]

local text = (ARGV[1] and ARGV[1] ~= '') and ARGV[1] or default
local rendered, count = string.gsub(text, '{{%s*([%w_]+)%s*}}', function(name)
  return fields[name]
end)

redis.log(redis.LOG_VERBOSE, string.format('%q: %d fields', rendered, count))

return { rendered, count }
