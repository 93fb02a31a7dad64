local M = {}
function M.handle(request)
  ngx.say(request.uri)
end
return M
