-- Text with */ and """ and </summary> and {braces} & "quotes" \ back.
-- Zeile zwei: größer, 日本語, 👍   and a line separator.
--
-- #error not a directive
--
-- KEYS[1] key   </param> <b>
-- RETURNS string   *//* """"
local text = '""""' .. '"""' .. [[
#if nothing
  */ {0}  ]]
return redis.call('GET', KEYS[1]) or text
