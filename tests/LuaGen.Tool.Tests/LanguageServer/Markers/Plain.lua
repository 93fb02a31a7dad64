-- An ordinary Lua module.
local M = {}
--    ^ hover: 
--    ^ complete: 
--    ^ references: 
--> tokens: 
function M.greet(name) return 'Hello, ' .. name end
--         ^ hover: 
--               ^ definition: 
--               ^ rename who: 
--> hints: 
return M
--     ^ signature: 
--     ^ highlight: 
--     ^ actions: 
--= diagnostics: 
--= symbols: 
--= folding: 
