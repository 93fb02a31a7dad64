using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Tests.Checking;

/// <summary>The inferred value of a marked expression, joined over all paths that reach it.</summary>
public sealed class TypeInferenceTests
{
    [Theory]
    [InlineData("return [|1|]", "Integer")]
    [InlineData("return [|1.5|]", "Fraction")]
    [InlineData("return [|7 / 2|]", "Fraction")]
    [InlineData("return [|#KEYS + 1|]", "Integer")]
    [InlineData("return [|#KEYS / 2|]", "Number")]
    [InlineData("return [|'a' .. 1|]", "String")]
    [InlineData("return [|KEYS[1]|]", "Nil, String")]
    [InlineData("return [|tonumber(ARGV[1])|]", "Nil, Number")]
    [InlineData("return [|tonumber('12')|]", "Integer")]
    [InlineData("return [|tostring(12)|]", "String")]
    [InlineData("return [|not ARGV[1]|]", "Boolean")]
    [InlineData("return [|math.floor(ARGV[1] / 2)|]", "Integer")]
    [InlineData("return [|someone()|]", "Any")]
    public void An_expression_by_itself(string script, string kinds) => Check(script, kinds);

    [Theory]
    [InlineData("return [|redis.call('GET', KEYS[1])|]", "False, String")]
    [InlineData("return [|redis.call('INCR', KEYS[1])|]", "Integer")]
    [InlineData("return [|redis.call('HGETALL', KEYS[1])|]", "Table")]
    [InlineData("return [|redis.call('SET', KEYS[1], 'v')|]", "Status")]
    [InlineData("return [|redis.call('SET', KEYS[1], 'v', 'NX')|]", "False, Status")]
    [InlineData("return [|redis.call('SET', KEYS[1], 'v', 'GET')|]", "False, String, Status")]
    [InlineData("return [|redis.call('SET', KEYS[1], 'v', ARGV[1])|]", "False, String, Status")]
    [InlineData("return [|redis.call('ZADD', KEYS[1], 1, 'm')|]", "Integer")]
    [InlineData("return [|redis.call('ZADD', KEYS[1], 'INCR', 1, 'm')|]", "False, Integer, String")]
    [InlineData("return [|redis.call('ZADD', KEYS[1], ARGV[1], 1, 'm')|]", "False, Integer, String")]
    [InlineData("return [|redis.call('XADD', KEYS[1], '*', 'f', 'v')|]", "String")]
    [InlineData("return [|redis.call('XADD', KEYS[1], 'NOMKSTREAM', '*', 'f', 'v')|]", "False, String")]
    [InlineData("return [|redis.call('SET', KEYS[1], 'v', 'PX', ARGV[1], 'NX')|]", "False, Status")]
    [InlineData("return [|redis.pcall('INCR', KEYS[1])|]", "Integer, Error")]
    [InlineData("return [|redis.call('SET', KEYS[1], 'v').ok|]", "String")]
    [InlineData("return [|redis.call('MGET', KEYS[1], KEYS[2])[2]|]", "False, String")]
    [InlineData("return [|redis.call('MGET', KEYS[1], KEYS[2])[3]|]", "Falsy, String")]
    [InlineData("return [|redis.call('TIME')[1]|]", "String")]
    [InlineData("local call = redis.call return [|call('get', KEYS[1])|]", "False, String")]
    [InlineData("redis.setresp(3) return [|redis.call('GET', KEYS[1])|]", "Nil, String")]
    [InlineData("redis.setresp(3) return [|redis.call('INCR', KEYS[1])|]", "Integer")]
    [InlineData("redis.setresp(3) return [|redis.call('HGETALL', KEYS[1])|]", "Any")]
    [InlineData("if ARGV[1] then redis.setresp(3) end return [|redis.call('GET', KEYS[1])|]", "Any")]
    [InlineData("redis.setresp(3) redis.setresp(2) return [|redis.call('GET', KEYS[1])|]", "Any")]
    [InlineData("redis.call('PING') redis.setresp(3) return [|redis.call('GET', KEYS[1])|]", "Any")]
    [InlineData("return [|redis.call(ARGV[1], KEYS[1])|]", "Any")]
    [InlineData("local ok, reply = pcall(redis.call, 'INCR', KEYS[1]) return [|reply|]", "Integer, String, Error")]
    [InlineData("local ok, reply = pcall(redis.call, 'INCR', KEYS[1]) return [|ok|]", "Boolean")]
    [InlineData("return [|redis.error_reply('X y')|]", "Error")]
    public void A_reply(string script, string kinds) => Check(script, kinds);

    [Theory]
    [InlineData("local x = redis.call('GET', KEYS[1]) if not x then return 0 end return [|x|]", "String")]
    [InlineData("local x = redis.call('GET', KEYS[1]) if not x then return [|x|] end return 0", "False")]
    [InlineData("local x = redis.call('GET', KEYS[1]) if x == false then x = 1 end return [|x|]", "Integer, String")]
    [InlineData("local x = redis.call('GET', KEYS[1]) or 0 return [|x|]", "Integer, String")]
    [InlineData("local x = redis.call('GET', KEYS[1]) return [|x and 1 or nil|]", "Nil, Integer")]
    [InlineData("local x = redis.call('GET', KEYS[1]) return x and [|x|]", "String")]
    [InlineData("local x = redis.call('GET', KEYS[1]) return not x or [|x|]", "String")]
    [InlineData("local x if ARGV[1] == 'a' then x = 1 elseif ARGV[1] == 'b' then x = 'b' end return [|x|]", "Nil, Integer, String")]
    [InlineData("local x if ARGV[1] == 'a' then x = 1 else error('no') end return [|x|]", "Integer")]
    [InlineData("local x = redis.pcall('INCR', KEYS[1]) if type(x) == 'table' then return [|x|] end", "Error")]
    [InlineData("local x = redis.pcall('INCR', KEYS[1]) if type(x) ~= 'table' then return [|x|] end", "Integer")]
    [InlineData("local x = redis.call('GET', KEYS[1]) assert(x) return [|x|]", "String")]
    [InlineData("local x = tonumber(ARGV[1]) if not x or x < 1 then return 0 end return [|x|]", "Number")]
    [InlineData("do return 1 end [|someone()|]", "None")]
    public void Along_branches(string script, string kinds) => Check(script, kinds);

    [Theory]
    [InlineData("local n = 0 for i = 1, 10 do n = n + i end return [|n|]", "Integer")]
    [InlineData("local n = 0 for _, v in ipairs(ARGV) do n = n + v end return [|n|]", "Number")]
    [InlineData("local x for _, v in ipairs(ARGV) do x = v end return [|x|]", "Nil, String")]
    [InlineData("local x = 1 while x ~= 'a' do x = 'a' end return [|x|]", "String")]
    [InlineData("local x = 1 repeat local y = 'a' x = y until y == [|x|] return x", "String")]
    [InlineData("local x = 1 while true do if ARGV[1] then x = 'a' break end end return [|x|]", "String")]
    [InlineData("local a, b, c = 1, 2, 3 while ARGV[1] do a, b, c = b, c, 'a' end return [|a|]", "Any")]
    [InlineData("for i, key in ipairs(KEYS) do redis.call('GET', [|key|]) end", "String")]
    [InlineData("for i, key in ipairs(KEYS) do redis.call('GET', [|i|]) end", "Integer")]
    public void Through_loops(string script, string kinds) => Check(script, kinds);

    [Theory]
    [InlineData("local function f(x) return [|x|] end f(1) return f('a')", "Integer, String")]
    [InlineData("local function f(x) return x end return [|f(1)|]", "Integer")]
    [InlineData("local function f() return 1, 'a' end local _, x = f() return [|x|]", "String")]
    [InlineData("local function f(x) if x then return 1 end end return [|f(ARGV[1])|]", "Nil, Integer")]
    [InlineData("local function f(n) if n == 0 then return 'done' end return f(n - 1) end return [|f(3)|]", "String")]
    [InlineData("local function f(x) return [|x|] end table.sort(KEYS, f)", "Any")]
    [InlineData("local n = 0 local function f() n = 'a' end f() return [|n|]", "Integer, String")]
    [InlineData("local f = function(x) return x end return [|f(true)|]", "True")]
    [InlineData("local f, g f = function() return g() end g = function() return 1 end return [|f()|]", "Integer")]
    [InlineData("local function f() return [|x|] end", "None")]
    public void Through_functions(string script, string kinds) => Check(script, kinds);

    [Theory]
    [InlineData("local t = { 1, 'a' } return [|t[1]|]", "Nil, Integer, String")]
    [InlineData("local t = { a = 1 } return [|t.a|]", "Nil, Integer")]
    [InlineData("local t = { a = 1 } return [|t.b|]", "Nil")]
    [InlineData("local t = {} t[ARGV[1]] = 1 return [|t.b|]", "Nil, Integer")]
    [InlineData("local t = {} table.insert(t, KEYS[1]) return [|t[1]|]", "Nil, String")]
    [InlineData("local t = {} local u = t u.a = 1 return [|t.a|]", "Nil, Integer")]
    [InlineData("local t = {} someone(t) return [|t.a|]", "Any")]
    [InlineData("local t = {} local u = { t } someone(u) return [|t.a|]", "Any")]
    [InlineData("local function f(t) t.a = 1 end local t = {} f(t) return [|t.a|]", "Nil, Integer")]
    [InlineData("local x, t = 1, {} if ARGV[1] then x = t else x = {} end x.a = 1 return [|t.a|]", "Nil, Integer")]
    [InlineData("for _, v in ipairs({ 1, 2 }) do return [|v|] end", "Integer")]
    public void Through_tables(string script, string kinds) => Check(script, kinds);

    [Theory]
    [InlineData("return [|KEYS[1]|]", "Key")]
    [InlineData("return [|KEYS[1] .. ':log'|]", "KeyBased")]
    [InlineData("return [|'log:' .. ARGV[1]|]", "Argument")]
    [InlineData("return [|'log:' .. 'x'|]", "Literal")]
    [InlineData("return [|string.format('%s:%s', KEYS[1], ARGV[1])|]", "KeyBased")]
    [InlineData("return [|cjson.decode(ARGV[1]).key|]", "Argument")]
    [InlineData("return [|redis.call('LPOP', KEYS[1])|]", "Reply")]
    [InlineData("return 'job:' .. [|redis.call('LPOP', KEYS[1])|]", "Reply")]
    [InlineData("local function f(k) return redis.call('GET', [|k|]) end f(KEYS[1]) return f(KEYS[2])", "Key")]
    [InlineData("local t = {} for i = 1, #KEYS do t[i] = KEYS[i] end for _, k in ipairs(t) do redis.call('DEL', [|k|]) end", "Key")]
    [InlineData("local k = KEYS[1] if ARGV[1] then k = ARGV[1] end return [|k|]", "Key, Argument")]
    public void Where_it_comes_from(string script, string origins) => Assert.Equal(origins, TypeOfMarked(script).Provenance.ToString());

    [Fact]
    public void Declared_elements_are_there()
    {
        Check("""
            -- KEYS[1] a
            -- ARGV[1] b: int
            -- ARGV[2] c: int?
            return [|ARGV[1]|]
            """, "String");
        Check("""
            -- KEYS[1] a
            -- ARGV[1] b: int
            -- ARGV[2] c: int?
            return [|ARGV[2]|]
            """, "Nil, String");
        Check("""
            -- KEYS[1] a
            -- ARGV[1] b: int?
            -- ARGV[2] c: int
            return [|ARGV[1]|]
            """, "String");
    }

    [Theory]
    [InlineData("local x = 0\n", "if ARGV[1] == 'a' then x = x + 1 end\n", 5_000, "")]
    [InlineData("local x = ''\n", "if x then x = { x } elseif not x then x = x .. 'a' end\n", 5_000, "")]
    [InlineData("local x = 1\n", "while x do ", 190, "x = x + 1 ", "end ")]
    [InlineData("local x = 1\n", "for i = 1, 2 do x = { x } ", 45, "x = 'a' ", "end ")]
    [InlineData("local x = ", "f(", 190, "1", ")")]
    [InlineData("local x = 1", " + 1", 20_000, "")]
    [InlineData("local x = ARGV[1]", " or ARGV[2]", 20_000, "")]
    [InlineData("local function f(a, b) return a end\n", "f({ f }, 1)\n", 2_000, "")]
    [InlineData("local t = {}\n", "t = { t, t.x }\n", 2_000, "")]
    public void The_worst_scripts_end(string head, string repeated, int count, string middle, string tail = "")
    {
        var text = head + string.Concat(Enumerable.Repeat(repeated, count)) + middle + string.Concat(Enumerable.Repeat(tail, count));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        Infer(text, limit.Token);
    }

    [Fact]
    public void Functions_that_call_each_other_twice_end()
    {
        var text = "local function f0(x) return x end\n" + string.Concat(Enumerable.Range(1, 150).Select(i => $"local function f{i}(x) return {{ f{i - 1}(x), f{i - 1}({{ x }}) }} end\n")) + "return f150(1)";
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        Infer(text, limit.Token);
    }

    private static void Check(string script, string kinds) => Assert.Equal(kinds, TypeOfMarked(script).Kinds.ToString());

    private static AbstractValue TypeOfMarked(string marked)
    {
        var script = MarkedText.Parse(marked);
        var typed = Infer(script.Text, CancellationToken.None);
        var finder = new Finder(Assert.Single(script.Spans).Start, script.Spans[0].Length);
        finder.Find(typed.Script.Tree);
        return typed.TypeOf(Assert.IsAssignableFrom<Expression>(finder.Found));
    }

    private static TypedScript Infer(string text, CancellationToken cancellationToken)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, cancellationToken);
        Assert.False(findings.HasErrors);
        var header = HeaderParser.Parse(tree, findings);
        return TypeInference.Run(Binder.Bind(tree, cancellationToken), DeclaredParameters.Of(header), cancellationToken);
    }

    private sealed class Finder(int start, int length) : SyntaxWalker
    {
        public Expression? Found { get; private set; }

        public void Find(SyntaxTree tree) => VisitBlock(tree.Chunk);

        protected override void Enter(Expression expression)
        {
            if (expression.Span.Start == start && expression.Span.Length == length)
            {
                Found = expression;
            }
        }
    }
}
