local account, amount = KEYS[1], tonumber(ARGV[1])

local function fail(code, text)
  error({ err = code .. ' ' .. text })
end

local function check(value)
  if not value then
    fail('BAD_AMOUNT', 'expected a number')
  end
  if value <= 0 then
    fail('BAD_AMOUNT', 'expected a number above zero')
  end
  return value
end

local function withdraw()
  local balance = tonumber(redis.call('GET', account) or 0)
  if balance < check(amount) then
    error('balance is ' .. balance, 0)
  end
  return redis.call('DECRBY', account, amount)
end

local ok, result = pcall(withdraw)
if ok then
  return { 'done', result }
end

-- A raised table arrives here as the text of its err, but for servers before 7.0.
local text = type(result) == 'table' and result.err or result
if text:match('^[A-Z_]+ ') then
  return redis.error_reply(text)
end
return { 'refused', text }
