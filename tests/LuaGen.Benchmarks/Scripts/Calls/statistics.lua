-- Returns a record of five fields.
--
-- KEYS[1] counter
-- RETURNS count: long
-- RETURNS name: string
-- RETURNS share: double
-- RETURNS isOpen: bool
-- RETURNS last: long?
return { 42, 'statistics', '0.25', 1, redis.call('STRLEN', KEYS[1]) }
