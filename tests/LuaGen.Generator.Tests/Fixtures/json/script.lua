-- Values that are JSON on the wire.
--
-- KEYS[1] orders
-- ARGV[1] order: json<Consumer.Order>            What is stored.
-- ARGV[2] note: json<Note>?                      Not sent when null.
-- ARGV[3...] lines: json<Consumer.Order>
-- RETURNS stored: json<Consumer.Order>           What is there now.
-- RETURNS before: json<Note>?                    What was there before.
-- RETURNS all: map<string, json<Note>>?
redis.call('RPUSH', KEYS[1], unpack(ARGV))
return { ARGV[1], false }
