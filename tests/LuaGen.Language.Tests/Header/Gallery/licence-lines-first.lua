-- Copyright The Authors. All rights reserved.
-- SPDX-License-Identifier: MIT

-- Moves one job to the list of active jobs.

-- KEYS[1] waiting
-- KEYS[2] active
-- RETURNS string?   The job; null when none waits.
local id = redis.call('RPOP', KEYS[1])
if id then
  redis.call('LPUSH', KEYS[2], id)
end
return id
