-- Merges changes into a stored document, field by field.
--
-- A field whose new value is null is removed. Nested objects are merged, arrays are replaced.
-- An empty array cannot be told from an empty object here, so documents do without them.
--
-- KEYS[1] document
-- ARGV[1] changes: string          A JSON object.
-- ARGV[2] version: long = -1       The version that the changes were made on; -1 for any.
-- RETURNS version: long            The version now.
-- RETURNS json: string             The document now.
-- RAISES CONFLICT                  Somebody was faster.
-- RAISES BAD_JSON                  The changes are no JSON object, or an empty one.
local document = KEYS[1]

local function is_object(value)
  return type(value) == 'table' and #value == 0 and next(value) ~= nil
end

local ok, changes = pcall(cjson.decode, ARGV[1])
if not ok or not is_object(changes) then
  return redis.error_reply('BAD_JSON the changes must be a JSON object with a field at least')
end

local expected = tonumber(ARGV[2])
local stored = redis.call('HMGET', document, 'version', 'json')
local version = tonumber(stored[1] or 0)

if expected >= 0 and expected ~= version then
  return redis.error_reply(string.format('CONFLICT expected version %d, found %d', expected, version))
end

local function merge(target, source)
  for name, value in pairs(source) do
    if value == cjson.null then
      target[name] = nil
    elseif is_object(value) then
      local base = is_object(target[name]) and target[name] or {}
      merge(base, value)
      target[name] = base
    else
      target[name] = value
    end
  end
end

local current = cjson.decode(stored[2] or '{}')
merge(current, changes)

local json = cjson.encode(current)
redis.call('HSET', document, 'version', version + 1, 'json', json)
return { version + 1, json }
