using LuaGen.Language.Syntax;

namespace LuaGen.Language.Tests.Syntax;

/// <summary>The shape and the spans of trees, and error recovery.</summary>
public sealed class ParserTests
{
    private static string Shape(string text)
    {
        var (tree, findings) = AnnotatedScript.Parse(text);
        Assert.Empty(findings);
        return TreePrinter.Print(tree.Chunk);
    }

    [Theory]
    [InlineData("return a + b * c ^ d ^ e", "return (a + (b * (c ^ (d ^ e))))")]
    [InlineData("return a .. b .. c", "return (a .. (b .. c))")]
    [InlineData("return a - b - c", "return ((a - b) - c)")]
    [InlineData("return -a ^ 2", "return (-(a ^ 2))")]
    [InlineData("return not a == b", "return ((not a) == b)")]
    [InlineData("return a or b and c < d + 1", "return (a or (b and (c < (d + 1))))")]
    [InlineData("return a.b['c'](d):e{f}.g", "return a.b[\"c\"](d):e({f}).g")]
    [InlineData("return f'x', (g()), ...", "return f(\"x\"), [g()], ...")]
    [InlineData("local a, b = 1", "local a, b = 1")]
    [InlineData("a.b, c[1] = f()", "a.b, c[1] = f()")]
    [InlineData("return {1, x = 2, ['y'] = 3; f()}", "return {1, x = 2, [\"y\"] = 3, f()}")]
    [InlineData("function a.b:c(d, ...) return nil end", "function a.b:c(d, ...) return nil end")]
    [InlineData("local function f() end", "local function f()  end")]
    [InlineData("for i = 1, 2 do break end for k, v in p(t) do end", "for i = 1, 2 do break end; for k, v in p(t) do  end")]
    [InlineData("while true do f() end repeat local x until x", "while true do f() end; repeat local x until x")]
    [InlineData("if a then b() elseif c then d() else e() end", "if a then b() elseif c then d() else e() end")]
    [InlineData("do return end", "do return end")]
    public void Reads(string text, string shape) => Assert.Equal(shape, Shape(text));

    [Theory]
    [InlineData("local [|x = f(1)|] ; y()", typeof(LocalStatement), "local x = f(1)")]
    [InlineData(" if a then b() end -- c", typeof(IfStatement), "if a then b() end")]
    [InlineData("x = a . b [ 1 ] ", typeof(IndexExpression), "a . b [ 1 ]")]
    [InlineData("x = a . b [ 1 ] ", typeof(MemberExpression), "a . b")]
    [InlineData("x = ( a + b ) * c", typeof(ParenthesizedExpression), "( a + b )")]
    [InlineData("x = function ( a ) return a end y()", typeof(FunctionBody), "( a ) return a end")]
    [InlineData("x = { a = 1 , }", typeof(NamedField), "a = 1")]
    [InlineData("o : m ( 1 ) \n p()", typeof(MethodCallExpression), "o : m ( 1 )")]
    [InlineData("""
        do
          a() ;
          b()
        end
        """, typeof(Block), """
        a() ;
          b()
        """)]
    [InlineData("return - 1 , 2", typeof(UnaryExpression), "- 1")]
    public void Spans_run_from_the_first_token_to_the_last(string text, Type type, string expected)
    {
        text = text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var tree = AnnotatedScript.Parse(text).Tree;
        var node = SpanChecks.Pairs(tree.Chunk).Select(pair => pair.Child).First(node => node.GetType() == type);
        Assert.Equal(expected, text.Substring(node.Span.Start, node.Span.Length));
    }

    [Fact]
    public void Trees_of_the_corpus_hold_their_spans() =>
        Assert.All(Differential.Corpus.Scripts, script => SpanChecks.Check(AnnotatedScript.Parse(script.Text).Tree));

    [Theory]
    [InlineData("""
        local a = = 1
        local b = 2
        local c = ) 3
        f(
          1,
          2 3
        )
        local d = 4
        """, 3)]
    [InlineData("""
        if a = 1 then
          f(1, )
        end
        for i = 1 do
        end
        return 1
        """, 3)]
    [InlineData("""
        local t = {
          a = 1,
          b = = 2,
          c = function() return + end,
          d = 'x,
        }
        local y = 1
        """, 3)]
    [InlineData("""
        function f(
          return 1
        end
        function g()
          x y
        end
        local = 1

        """, 3)]
    [InlineData("""
        while x
          f()
        end
        x = 1 2
        return y z
        """, 3)]
    [InlineData("""
        x = 1
        end
        y = 1
        end
        z = (1

        """, 3)]
    [InlineData("""
        redis.call('GET', KEYS[1)
        local a = redis.call('GET KEYS[1])
        local b != 1
        return a
        """, 3)]
    public void Separate_faults_give_separate_reports(string text, int count) =>
        Assert.Equal(count, AnnotatedScript.Parse(text).Findings.Count);

    [Theory]
    [InlineData("""
        if a != b then
          f()
        else
          g()
        end
        return 1
        """)]
    [InlineData("""
        local t = {
          a = 1,
          b = 2
          c = 3,
          d = { 4 },
        }
        return t
        """)]
    [InlineData("""
        f(a, b
        local x = 1
        return x
        """)]
    [InlineData("""
        local s = 'abc
        if s then
          f()
        end
        """)]
    [InlineData("""
        function f()
          if a then
            g()
        end
        function h() end

        """)]
    [InlineData("""
        for i = 1, 2
          f(i)
        end
        return 1
        """)]
    [InlineData("""
        if x the
          f()
        end
        """)]
    [InlineData("""
        local function f(a, b
          return a
        end
        return f
        """)]
    [InlineData("""
        t.end = 1
        return t
        """)]
    [InlineData("local end = 1")]
    [InlineData("""
        for i of t do
          f()
        end
        """)]
    [InlineData("""
        x = function() return 1 +
        end
        return x
        """)]
    [InlineData("f({ a = 1, b = [[\n")]
    [InlineData("""
        while true do
          if x then continue end
          f()
        end
        """)]
    [InlineData("return (((((((1)\n")]
    [InlineData("return f(1) g(2)")]
    [InlineData("""
        - ARGV[3...] the user's names
        return 1
        """)]
    [InlineData("""
        for _, x in pairs(t) do
          x < 1 then
            f()
          else
            g()
          end
        end
        return 1
        """)]
    [InlineData("""
        local function f(, ...)
          return ...
        end
        return f
        """)]
    public void One_fault_gives_one_report(string text) => Assert.Single(AnnotatedScript.Parse(text).Findings);

    [Fact]
    public void What_follows_a_fault_is_in_the_tree()
    {
        var tree = AnnotatedScript.Parse("""
            local a = ) 1
            local b = redis.call('GET', KEYS[1])
            return b
            """).Tree;
        Assert.Contains(tree.Chunk.Statements, statement => statement is LocalStatement { Names: [{ Name: "b" }], Values: [CallExpression] });
        Assert.IsType<ReturnStatement>(tree.Chunk.Statements[^1]);
    }

    [Fact]
    public void Equal_texts_share_their_strings()
    {
        var tree = AnnotatedScript.Parse("return key, key, 'key'").Tree;
        var values = Assert.IsType<ReturnStatement>(tree.Chunk.Statements[0]).Values;
        Assert.Same(((NameExpression)values[0]).Name, ((NameExpression)values[1]).Name);
        Assert.Same(((NameExpression)values[0]).Name, ((StringLiteral)values[2]).Value);
    }

    [Fact]
    public void Every_message_is_one_line()
    {
        var mutator = new Differential.Mutator(1);
        foreach (var (_, text) in Differential.Corpus.Scripts)
        {
            Assert.All(
                AnnotatedScript.Parse(mutator.Mutate(text)).Findings.SelectMany(finding => finding.Arguments),
                argument => Assert.DoesNotContain('\n', argument));
        }
    }
}
