using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Text;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Library;

/// <summary>Every function with every kind of constant: a call that the build reports as failing fails on the server.</summary>
public sealed class LibraryCallTests
{
    private static readonly string[] Constants = ["nil", "true", "{}", "function() end", "'x'", "'3'", "2", "KEYS[1]"];

    /// <summary>Returns for each expression whether it fails; an error reply counts, because <c>redis.error_reply</c> does not raise.</summary>
    private const string Fails = """
        local outcomes = {}
        for i, code in ipairs(ARGV) do
          local run = assert(loadstring('local KEYS = ... local value = ' .. code .. ' return value'))
          local ok, value = pcall(run, KEYS)
          outcomes[i] = (not ok or type(value) == 'table' and value.err == 'ERR wrong number or type of arguments') and 1 or 0
        end
        """ + "\n" + LibrarySamples.Restore + "\nreturn outcomes";

    /// <summary>Functions that every server has; the command tests cover the arguments of commands.</summary>
    public static TheoryData<string> Names =>
        [.. LibrarySamples.Functions.Where(function => (function.Effects & LibraryEffects.Command) == 0).Select(function => function.FullName)];

    [ServerTheory]
    [MemberData(nameof(Names))]
    public async Task What_is_flagged_fails(string name)
    {
        var function = LibrarySamples.Function(name);
        var calls = Calls(name).ToArray();
        var fails = await FailsAsync(calls);

        Assert.Empty(calls.Where((call, i) => IsFlagged(call) && !fails[i]));
        Assert.Equal(function.Required > 0 || function.Most < 3 || function.Parameters.Any(HasKind), calls.Any(IsFlagged));
        Assert.Contains(calls, call => !IsFlagged(call));
    }

    [ServerTheory]
    [MemberData(nameof(Names))]
    public async Task A_single_wrong_type_is_flagged(string name)
    {
        var function = LibrarySamples.Function(name);
        if (!function.Results.Returns || name == "coroutine.yield")
        {
            // These functions fail for any arguments.
            return;
        }

        // If a function checks more than the type, strings and numbers prove nothing.
        var types = LooksAtValues(name) ? Constants[..4] : [.. Constants[..4], "'3'", "2"];
        var fitting = function.Parameters.Select(parameter => LibrarySamples.Fitting(name, parameter.Kind)).ToArray();
        var calls = Enumerable.Range(0, function.Parameters.Count + (function.IsRepeating ? 1 : 0))
            .Where(i => HasKind(function.ParameterAt(i)!))
            .SelectMany(i => types.Select(constant => With(function, fitting, i, constant)))
            .Append($"{name}({string.Join(", ", fitting[..function.Required].Skip(1))})").ToArray();
        var fails = await FailsAsync(calls);

        Assert.Equal(calls.Where((_, i) => fails[i]), calls.Where(IsFlagged));
    }

    [ServerTheory]
    [InlineData("%d", "%5.2f", "%-5s", "%+d", "%q", "%i", "%%", "%c", "%x", "%e", "%05d", "%.3s", "%#x", "% d", "%99d")]
    [InlineData("%", "%y", "%5", "%123d", "%.123f", "%.", "%-+ #0-d", "%a", "%l", "%n", "%D", "%5.", "%$", "%1$d", "% ")]
    public async Task Formats_are_read_as_the_server_reads_them(params string[] formats)
    {
        var calls = formats.Select(format => $"string.format('{format}', 65, 66)").ToArray();
        var fails = await FailsAsync(calls);

        Assert.Equal(calls.Where((_, i) => fails[i]), calls.Where(IsFlagged));
    }

    private static IEnumerable<string> Calls(string name)
    {
        yield return $"{name}()";
        foreach (var first in Constants)
        {
            yield return $"{name}({first})";
            foreach (var second in Constants)
            {
                yield return $"{name}({first}, {second})";
                foreach (var third in Constants)
                {
                    yield return $"{name}({first}, {second}, {third})";
                }
            }
        }
    }

    /// <summary>Nothing after such a call is reached, wherever the call is in the statement.</summary>
    [Theory]
    [InlineData("local a = error('x')")]
    [InlineData("local a\na = error('x')\nlocal function f() return a end")]
    [InlineData("local t = {}\nt[error('x')] = error('y')")]
    [InlineData("while error('x') do end")]
    [InlineData("repeat local a = 1 until error('x')")]
    [InlineData("for i = 1, error('x') do local a = i end")]
    [InlineData("for i in error('x') do local a = i end")]
    [InlineData("if error('x') then local a = 1 end\nlocal b = 2")]
    [InlineData("local t = { error('x'), table.setn({}, 1) }")]
    public void A_call_that_never_returns_may_be_anywhere(string statements) =>
        Assert.DoesNotContain(Findings(statements + "\nreturn KEYS[1]"), finding => finding.Rule.Severity == Severity.Error);

    /// <summary>The call with one constant, valid arguments before it, and the required arguments after it.</summary>
    private static string With(LibraryFunction function, string[] fitting, int index, string constant)
    {
        var before = fitting.Append(fitting[^1]).Take(index);
        var after = fitting[..function.Required].Skip(index + 1);
        return $"{function.FullName}({string.Join(", ", before.Append(constant).Concat(after))})";
    }

    private static bool HasKind(LibraryParameter parameter) => parameter.Kind is not (ParameterKind.Any or ParameterKind.Coroutine);

    private static bool LooksAtValues(string name) =>
        name.StartsWith("struct.", StringComparison.Ordinal) || name.StartsWith("cmsgpack.unpack_", StringComparison.Ordinal)
        || name.StartsWith("cjson.encode_", StringComparison.Ordinal) || name.StartsWith("cjson.decode_", StringComparison.Ordinal)
        || name is "redis.acl_check_cmd" or "collectgarbage";

    private static bool IsFlagged(string call) => Findings($"local value = {call}\nreturn KEYS[1]").Any(finding => finding.Rule == Rule.FailingCall);

    private static EquatableArray<Finding> Findings(string script) =>
        TestCompiler.Compile(script).Findings;

    private static async Task<bool[]> FailsAsync(string[] calls)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        return [.. ((int[])(await connection.GetDatabase().ScriptEvaluateAsync(Fails, ["text"], [.. calls.Select(call => (RedisValue)call)]))!).Select(outcome => outcome == 1)];
    }
}
