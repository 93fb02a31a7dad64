using System.Text;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Header;

/// <summary>Malformed lines give one finding at their place, and hostile headers cost linear work.</summary>
public sealed class BadHeaderTests
{
    [Theory]
    [InlineData("-- [|KEYS[x]|] stock")]
    [InlineData("-- [|KEYS[]|] stock")]
    [InlineData("-- [|KEYS[0]|] - stock")]
    [InlineData("-- [|KEYS[-1]|] stock")]
    [InlineData("-- [|KEYS[1.5]|] stock")]
    [InlineData("-- [|KEYS[1 stock|]")]
    [InlineData("-- [|ARGV[one]|] amount: int")]
    [InlineData("-- [|KEYS[i]|]: the counters")]
    [InlineData("-- [|ARGV[1-3]|]: the numbers")]
    [InlineData("-- [|KEYS[1]..KEYS[3]|]: the counters")]
    [InlineData("-- [|ARGV[3] to ARGV[5]|] = a, b")]
    [InlineData("-- [|KEY[1]|] stock", 3)]
    [InlineData("-- [|ARGS[1]|] amount: int", 4)]
    [InlineData("-- [|RETURNS List<string>|]")]
    [InlineData("-- [|RETURNS {a, b}|]")]
    [InlineData("-- [|RETURNS value of the counter|]")]
    [InlineData("-- [|RAISES an error|]")]
    public void Is_one_warning_at_its_place(string line, int tableLength = 0)
    {
        var marked = MarkedText.Parse($"-- KEYS[9] _other\n{line}\nreturn redis.call('GET', 'a')");
        var finding = Assert.Single(TestCompiler.Compile(marked.Text).Findings, finding => finding.Rule == Rule.UnreadLine);

        var expected = marked.Spans.Single();
        Assert.Equal(expected.Start, finding.Span.Start);
        Assert.Equal(tableLength > 0 ? tableLength : expected.Length, finding.Span.Length);
        Assert.DoesNotContain('\n', finding.Message);
    }

    [Theory]
    [InlineData("-- [|@read-only|]")]
    [InlineData("-- [|@ReadOnly|]")]
    [InlineData("-- [|@nmae|] Reserve")]
    [InlineData("-- [|@clas|] Shop.StockScripts")]
    [InlineData("-- [|@sinse|] 7.2")]
    [InlineData("-- [|@name|]")]
    [InlineData("-- [|@since soon|]")]
    [InlineData("-- [|@class a b|]")]
    public void An_option_that_is_none_is_one_warning(string line)
    {
        var marked = MarkedText.Parse(line + "\nreturn redis.call('GET', 'a')");

        Assert.Equal(marked.Spans.Single(), Assert.Single(TestCompiler.Compile(marked.Text).Findings, finding => finding.Rule == Rule.InvalidOption).Span);
    }

    [Theory]
    [InlineData("KEYS[1]: the list of jobs that wait for a worker, see above\n")]
    [InlineData("ARGV[{0}] = a, ARGV[{0}] = b, ARGV[{0}] = c\n")]
    [InlineData("RETURNS value of the counter\n")]
    [InlineData("RETURNS 'a' or 'b', 'c' | 'd'\n")]
    [InlineData("RAISES A, B, C, D\n")]
    [InlineData("@param name the name\n")]
    [InlineData("@read-only\n")]
    [InlineData("   KEYS[1] - indented\n")]
    [InlineData("\u00a0\u2003\u3000KEYS[1]\u2009stock\u2028\n")]
    [InlineData("some prose that goes on\n")]
    [InlineData("Keys: a, b\n")]
    [InlineData("KEYS: a,\n")]
    [InlineData("KEYS: a,\n b,\n c,\n")]
    [InlineData("KEYS:\n  1 - a\n  2 - b\n")]
    [InlineData("Args:\n")]
    [InlineData("- item: of a list\n")]
    [InlineData("key {0}: a\n")]
    [InlineData("lock: KEYS[{0}]\n")]
    [InlineData("ARGV[1-3]: a, b, c\n")]
    [InlineData("@tparam {string} a\n")]
    [InlineData("(((((((((((((((\n")]
    public void Many_lines_cost_linear_work(string line) => AssertLinear(count =>
    {
        var text = new StringBuilder("--[[\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append(line.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.Append("]]\nreturn redis.call('GET', KEYS[1])").ToString();
    });

    [Theory]
    [InlineData("KEYS[1] = a, ")]
    [InlineData("KEYS[1] and ")]
    [InlineData("KEYS[1], the a ")]
    [InlineData("ARGV[1] a ")]
    [InlineData("KEYS[1]..")]
    [InlineData("KEYS: a; ARGV: b; ")]
    [InlineData("lock (KEYS[1]), ")]
    [InlineData("type: ")]
    [InlineData("@param {")]
    [InlineData("\uFF1A\uFF0C")]
    [InlineData("RETURNS ")]
    [InlineData("'a' or ")]
    [InlineData("map<")]
    [InlineData("(a: ")]
    [InlineData("flat(a: ")]
    [InlineData("[]?")]
    [InlineData("A = 1 | ")]
    [InlineData(" ")]
    [InlineData("\u3000")]
    public void A_long_line_costs_linear_work(string part) => AssertLinear(count =>
        $"-- RETURNS {Repeat(part, count)}\n-- KEYS[1] = {Repeat(part, count)}\n-- ARGV[1]: {Repeat(part, count)}\n-- {Repeat(part, count)}\nreturn redis.call('GET', KEYS[1])");

    [Fact]
    public void Types_that_are_nested_a_thousand_deep_are_one_error()
    {
        var script = $"-- KEYS[1] key\n-- RETURNS {Repeat("(a: ", 1000)}long{Repeat(")", 1000)}\nreturn redis.call('GET', KEYS[1])";

        Assert.Equal("The declaration cannot be read: the type is nested too deeply; use fewer levels", Assert.Single(TestCompiler.Compile(script).Findings, finding => finding.Rule == Rule.MalformedDeclaration).Message);
    }

    [Fact]
    public void Ten_thousand_lines_are_read()
    {
        var script = string.Concat(Enumerable.Range(1, 10_000).Select(i => $"-- KEYS[{i}]: the key of job {i}\n")) + "return redis.call('GET', KEYS[1])";

        Assert.Equal(10_000, TestCompiler.Compile(script).Model!.Keys.Count);
    }

    private static string Repeat(string part, int count) => new StringBuilder(part.Length * count).Insert(0, part, count).ToString();

    /// <summary>Compares what two sizes allocate, which does not depend on the load of the machine: four times the text takes less than six times the memory.</summary>
    private static void AssertLinear(Func<int, string> make)
    {
        TestCompiler.Compile(make(100));
        var small = Allocated(make(1_000));
        var large = Allocated(make(4_000));

        Assert.True(large < small * 6, $"{small} bytes for 1,000, {large} bytes for 4,000");
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        TestCompiler.Compile(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
