-- Moves an order from state to state along the allowed ways.
--
-- KEYS[1] order
-- KEYS[2] history
-- ARGV[1] event: 'pay' | 'ship' | 'deliver' | 'cancel'
-- ARGV[2] actor: string = 'the customer\'s app'
-- RETURNS state: 'paid' | 'shipped' | 'delivered' | 'cancelled'
-- RAISES NOT_ALLOWED               The order's state knows no such event.
local transitions = {
  new = { pay = 'paid', cancel = 'cancelled' },
  paid = { ship = 'shipped', cancel = 'cancelled' },
  shipped = { ['deliver'] = 'delivered' },
}

local order, history = KEYS[1], KEYS[2]
local event, actor = ARGV[1], ARGV[2]

local state = redis.call('HGET', order, 'state') or 'new'
local following = (transitions[state] or {})[event]

if not following then
  return redis.error_reply(('NOT_ALLOWED %s in state %s'):format(event, state))
end

redis.call('HSET', order, 'state', following)
redis.call('RPUSH', history, table.concat({ state, event, following, actor }, ' > '))
return following
