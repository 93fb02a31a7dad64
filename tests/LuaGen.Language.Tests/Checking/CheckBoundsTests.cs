using System.Globalization;
using System.Text;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Tests.Checking;

/// <summary>
/// A script of double the length costs about double the allocations, whatever the checks find in it; and a script beyond the bounds of the
/// inference has no finding that only types can give.
/// </summary>
public sealed class CheckBoundsTests
{
    private const int Pieces = 400;

    /// <summary>Twice, and room for tables that double their size.</summary>
    private const double MostGrowth = 2.6;

    /// <summary>Pieces of scripts in which the checks look at each statement, and at what other statements do; <c>#</c> is the number of the piece.</summary>
    public static TheoryData<string> Repeated =>
    [
        "local function f#(n) redis.call('INCR', KEYS[1]) return f#(n + 1) end\n",
        "do local t# = {} for i = 1, #ARGV do t#[i] = ARGV[i] end redis.call('SET', KEYS[1], cjson.encode(t#)) end\n",
        "do local t# = { 1, a = #, b = { c = # } } redis.call('SET', KEYS[1], cjson.encode(t#)) end\n",
        "redis.call('SET', KEYS[1], ARGV[1]:gsub('a', 'b'))\n",
        "redis.call('HSET', KEYS[1], 'f#', redis.call('HGET', KEYS[1], 'g#'))\n",
        "redis.call('SADD', KEYS[1], KEYS[#])\n",
        "do local v# = redis.pcall('INCR', KEYS[1]) if v#.err then redis.error_reply('E x') end end\n",
        "do local a#, b# = redis.call('GET', KEYS[1]) if b# then string.rep('x', -1) end end\n",
        "do local keys# = redis.call('KEYS', ARGV[1]) redis.call('DEL', unpack(keys#)) end\n",
        "do local h# = {} function h#.run() return 1 end end\n",
        "do local a#, b# = unpack(redis.call('HMGET', KEYS[1], 'a', 'b')) redis.call('SET', KEYS[1], a# .. b#) end\n",
    ];

    [Theory]
    [MemberData(nameof(Repeated))]
    public void Double_the_script_costs_about_double(string piece)
    {
        AllocatedBy(Script(piece, Pieces));
        var once = AllocatedBy(Script(piece, Pieces));
        var twice = AllocatedBy(Script(piece, 2 * Pieces));

        Assert.True(twice <= MostGrowth * once, string.Create(CultureInfo.InvariantCulture, $"{once:N0} bytes, then {twice:N0}"));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(180, false)]
    public void Beyond_the_bounds_of_the_inference_nothing_is_said_of_types(int functions, bool isWithin)
    {
        // Each function calls the one before it, which nests the calls.
        var script = new StringBuilder("local f0 = function(n) return n end\n");
        for (var i = 1; i < functions; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"local f{i} = function(n) if n then return f{i - 1}(n) end return 1 end\n");
        }

        script.Append(CultureInfo.InvariantCulture, $$"""
            local r = redis.pcall('INCR', KEYS[1])
            if r.err then return f{{functions - 1}}(r) end
            local v = redis.call('GET', KEYS[1])
            if v == nil then return redis.call('LPOP', KEYS[2]) + 1 end
            return f0
            """);

        var reported = TestCompiler.Compile(script.ToString()).Findings.Where(finding => finding.Rule.Category == RuleCategory.Types).Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal);

        Assert.Equal(isWithin ? ["LUA5020", "LUA5033", "LUA5043", "LUA5059"] : [], reported);
    }

    private static string Script(string piece, int count)
    {
        var script = new StringBuilder();
        for (var i = 1; i <= count; i++)
        {
            // "#ARGV" is a length, and not a place for the number.
            script.Append(piece.Replace("#ARGV", "\0", StringComparison.Ordinal).Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("\0", "#ARGV", StringComparison.Ordinal));
        }

        return script.Append("return 1\n").ToString();
    }

    private static long AllocatedBy(string script)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        TestCompiler.Compile(script);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
