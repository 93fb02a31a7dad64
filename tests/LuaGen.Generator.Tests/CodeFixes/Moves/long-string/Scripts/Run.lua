-- KEYS[1] id
-- RETURNS string?
            local text = [[
              two
              lines]]
            redis.call('SET', KEYS[1], text)
            return text
