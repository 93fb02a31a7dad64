--[[
 * Takes one.
 *
 * More of it is taken when there is more.
 *
 * KEYS[1] stock	Units left.
 * RETURNS long	What is left of them,
 *   after this.
 *]]
return redis.call('DECR', KEYS[1])
