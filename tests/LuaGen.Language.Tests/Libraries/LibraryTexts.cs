namespace LuaGen.Language.Tests.Libraries;

/// <summary>Libraries as people write them, and what a server refuses in them.</summary>
internal static class LibraryTexts
{
    private const string F = "redis.register_function('f', function(keys, args) return 1 end)";

    /// <summary>A name, the first line and the code.</summary>
    public static IEnumerable<(string Name, string Text)> All() =>
        FirstLines().Concat(Registrations().Select(code => (code, "#!lua name=l\n" + code))).Concat(TopLevels().Select(code => (code, $"#!lua name=l\n{code}\n{F}"))).Concat(Whole());

    /// <summary>Libraries of several of these parts, in a random order; the same seed gives the same ones.</summary>
    public static IEnumerable<(string Name, string Text)> Combined(int seed, int count)
    {
        var random = new Random(seed);
        string[] parts = [.. TopLevels(), .. Registrations(), F, F];
        return Enumerable.Range(0, count).Select(i => ($"combination {i}", $"#!lua name=l\n{string.Join('\n', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => parts[random.Next(parts.Length)]))}\n"));
    }

    private static IEnumerable<(string Name, string Text)> FirstLines() => new[]
    {
        "#!lua name=l", "#!LUA name=l", "#!lua NAME=l", "#!lua name=l flags=no-writes", "#!lua flags=no-writes name=l", "#!lua name=l name=m", "#!lua name=\"l\"", "#!lua name='l'", "#!lua   name=l  ",
        "#!lua\tname=l", "#!js name=l", "#!lua name=my-lib", "#!lua name=", "#!lua name=l desc=x", "#!lua name=L_1", "#!lua name=ü", "#!lua \"name=l\"", "#!lua name=l engine=lua",
    }.Select(line => (line, $"{line}\n{F}"));

    private static IEnumerable<string> Registrations() =>
    [
        "redis.register_function('a-b', function() return 1 end)",
        "redis.register_function('', function() return 1 end)",
        "redis.register_function(5, function() return 1 end)",
        "redis.register_function(1.5, function() return 1 end)",
        "redis.register_function('f', function() return 1 end, {})",
        "redis.register_function('f')",
        "redis.register_function()",
        "redis.register_function('f', 'g')",
        "redis.register_function('f', nil)",
        "redis.register_function(nil, function() return 1 end)",
        "redis.register_function({}, function() return 1 end)",
        "redis.register_function{'f', function() return 1 end}",
        "redis.register_function{function_name='f', callback=function() return 1 end}",
        "redis.register_function{FUNCTION_NAME='f', Callback=function() return 1 end}",
        "redis.register_function{['function_name']='f', ['callback']=function() return 1 end}",
        "redis.register_function{function_name='f'}",
        "redis.register_function{callback=function() return 1 end}",
        "redis.register_function{}",
        "redis.register_function{function_name='f', callback=function() return 1 end, other=1}",
        "redis.register_function{function_name='f', callback='f'}",
        "redis.register_function{function_name='f', callback=function() return 1 end, description='d'}",
        "redis.register_function{function_name='f', callback=function() return 1 end, description=5}",
        "redis.register_function{function_name='f', callback=function() return 1 end, description={}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags={}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags={'no-writes', 'allow-stale'}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags={'NO-WRITES'}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags={'readonly'}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags={5}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags={nil, 'x'}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags={a='x'}}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags='no-writes'}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags=false}",
        "redis.register_function{function_name='f', callback=function() return 1 end, flags=nil}",
        $"{F}\n{F}",
        $"do {F} end",
        $"if redis.REDIS_VERSION_NUM then {F} end",
        $"if not redis.REDIS_VERSION_NUM then {F} {F} end\n{F}",
        "local r = redis.register_function\nr('f', function() return 1 end)",
        "local r = redis\nr.register_function('f', function() return 1 end)",
        "redis['register_function']('f', function() return 1 end)",
        "redis:register_function('f', function() return 1 end)",
        "(redis.register_function)('f', (function() return 1 end))",
        "local function f() return 1 end\nredis.register_function('f', f)",
        "local lib = {}\nfunction lib.f() return 1 end\nredis.register_function('f', lib.f)",
        "local lib = {}\nredis.register_function('f', lib.f)",
        "local function reg(n, f) redis.register_function(n, f) end\nreg('a', function() return 1 end)\nreg('b', function() return 1 end)",
        "local function reg(n, f) redis.register_function(n, f) end\nreg('a', function() return 1 end)\nreg('a', function() return 1 end)",
        "local function reg(n, f) redis.register_function(n, f) end\nreg('a')",
        "for i = 1, 3 do redis.register_function('f' .. i, function() return i end) end",
        "for i = 1, 3 do redis.register_function('f', function() return i end) end",
        "local names = { 'a', 'b' }\nredis.register_function(names[1], function() return 1 end)",
        "redis.register_function('f' .. 1, function() return 1 end)",
        "redis.register_function('f', redis.log)",
        "redis.register_function('f', nil or function() return 1 end)",
        "local x = redis.register_function('f', function() return 1 end)",
        "return redis.register_function('f', function() return 1 end)",
        "local x = 1",
        "",
    ];

    private static IEnumerable<string> TopLevels() =>
    [
        "local t = { 1, 2, a = 3 }\nlocal n = #t + t.a", "local a, b = 1", "local x = nil", "local x = x", "local s = ('x'):rep(3)", "local s = 'a' .. 1 .. 2.5",
        "local v = redis.REDIS_VERSION, redis.REDIS_VERSION_NUM", "redis.log(redis.LOG_NOTICE, 'loading')", "local log = redis.log",
        "local call = redis.call", "redis.call('PING')", "redis.pcall('PING')", "local e = redis.sha1hex('x')", "redis.setresp(3)", "local x = redis.REPL_ALL", "local x = redis.nosuch",
        "redis.foo = 1", "x = 1", "function g() end", "local g = function() x = 1 end", "local k = KEYS[1]", "local function g() return KEYS[1] end", "local x = _G", "local x = math.pi", "local x = tonumber('1')",
        "for k, v in pairs({}) do end", "for i = 1, 3 do local x = i end", "for i = 'a', 3 do end", "while false do local x = KEYS end", "if false then x = 1 end", "if cjson then end",
        "local x = false and KEYS", "local x = nil or KEYS", "local x = true or KEYS", "local x = true and string", "local x = not KEYS",
        "local x = nil\nlocal y = x.a", "local x = 5\nlocal y = x.a", "local x = {}\nlocal y = x.a.b", "local x = 'a'\nlocal y = x.b", "local x = nil\nx.a = 1", "local x = {}\nx.a.b = 1",
        "local x = 'a' + 1", "local x = '1' + 1", "local x = {} + 1", "local x = -{}", "local x = #5", "local x = 'a' .. {}", "local x = 'a' .. nil", "local x = 1 < 2",
        "local x = 5\nx()", "local t = {}\nt.f()", "local function g() return nil end\nlocal x = g().a", "local function g() return string end\ng()", "local function g(a) return a end\nlocal x = g(1) + 1",
        "local function g() if true then return 1 end return KEYS end\ng()", "local function g() do return 1 end end\nlocal x = g() + 1", "error('x')", "assert(redis)", "local t = setmetatable({}, {})",
        "local x\nlocal function set() x = {} end\nset()\nlocal y = x.a", "local t = {}\nfor i = 1, 2 do t[i] = {} end\nlocal y = t[1].a", "do local a = 1 end", "repeat local x = 1 until true", "local a = ...",
        "local t = { f = function() return 1 end }\nlocal x = t.f()", "local t = {}\nfunction t.f() return 1 end\nlocal x = t.f() + 1", "local t = {}\nfunction t:f() return self end\nlocal x = t:f()",
        "local x = (nil)", "local x = (function() return 1 end)()", "local x = ((1))()", "local x =\n  5\n  .\n  a", "goto = 1", "local x = = 1", "local function", "end", "local s = 'x", "# comment",
    ];

    private static IEnumerable<(string Name, string Text)> Whole() =>
    [
        ("two functions with shared code", """
            #!lua name=inventory
            local PREFIX = 'order:'
            local function units(stock)
                return tonumber(redis.call('GET', stock) or 0)
            end
            redis.register_function('reserve', function(keys, args)
                if units(keys[1]) < tonumber(args[1]) then return redis.error_reply('SHORT') end
                return redis.call('DECRBY', keys[1], args[1])
            end)
            redis.register_function{ function_name = 'count', callback = function(keys) return units(keys[1]) end, flags = { 'no-writes' } }
            """),
        ("a return at the end", $"#!lua name=l\n{F}\nreturn 1"),
        ("a return before an error", $"#!lua name=l\n{F}\ndo return end\nlocal x = KEYS"),
        ("a return in a branch", $"#!lua name=l\n{F}\nif redis.REDIS_VERSION then return end\nlocal x = KEYS"),
        ("CRLF", $"#!lua name=l\r\nlocal x = 1\r\n{F}\r\nlocal y = = 2\r\n"),
        ("an error in a function that is not called", $"#!lua name=l\nlocal function g()\n  local x = nil\n  return x.y\nend\n{F}"),
        ("a name of another case", "#!lua name=l\nredis.register_function('f', function() return 1 end)\nredis.register_function('F', function() return 1 end)"),
    ];
}
