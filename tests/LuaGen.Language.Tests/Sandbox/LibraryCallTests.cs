using LuaGen.Language.Checking.Sandbox;
using LuaGen.Language.Rules;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Sandbox;

/// <summary>Every function with every kind of constant: what the build calls failing fails on the server.</summary>
public sealed class LibraryCallTests
{
    private static readonly string[] Constants = ["nil", "true", "{}", "function() end", "'x'", "'3'", "2", "KEYS[1]"];

    /// <summary>Says of each expression whether it fails: a reply of an error counts, for <c>redis.error_reply</c> raises none.</summary>
    private const string Fails = """
        local outcomes = {}
        for i, code in ipairs(ARGV) do
          local run = assert(loadstring('local KEYS = ... local value = ' .. code .. ' return value'))
          local ok, value = pcall(run, KEYS)
          outcomes[i] = (not ok or type(value) == 'table' and value.err == 'ERR wrong number or type of arguments') and 1 or 0
        end
        redis.setresp(2)
        return outcomes
        """;

    public static TheoryData<string> Names => [.. LibraryFunctions.All.Select(function => function.Name)];

    [ServerTheory]
    [MemberData(nameof(Names))]
    public async Task What_is_flagged_fails(string name)
    {
        var calls = Calls(name).ToArray();
        var fails = await FailsAsync(calls);

        Assert.Empty(calls.Where((call, i) => IsFlagged(call) && !fails[i]));
        Assert.Contains(calls, IsFlagged);
        Assert.Contains(calls, call => !IsFlagged(call));
    }

    [ServerTheory]
    [MemberData(nameof(Names))]
    public async Task A_single_wrong_type_is_flagged(string name)
    {
        // Of parameters that take any value, functions may look at more than the type, and of formats at what they say.
        var types = name.StartsWith("struct.", StringComparison.Ordinal) ? Constants[..4] : [.. Constants[..4], "'3'", "2"];
        var function = LibraryFunctions.Find(name)!;
        var fitting = Enumerable.Range(0, function.Required).Select(i => Fitting(name, function.Parameters[Math.Min(i, function.Parameters.Length - 1)])).ToArray();
        var calls = Enumerable.Range(0, function.Required)
            .Where(i => function.Parameters[i] != ParameterKind.Value)
            .SelectMany(i => types.Select(constant => $"{name}({string.Join(", ", fitting[..i].Append(constant).Concat(fitting[(i + 1)..]))})"))
            .Append($"{name}({string.Join(", ", fitting.Skip(1))})").ToArray();
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

    private static string Fitting(string name, ParameterKind kind) => kind switch
    {
        ParameterKind.Number => "2",
        ParameterKind.Table or ParameterKind.TableOrNil => "{}",
        ParameterKind.Function => "function() end",
        _ when name == "cjson.encode" => "1",
        _ when name == "load" => "function() end",
        _ when name.StartsWith("struct.", StringComparison.Ordinal) => "'s'",
        ParameterKind.Value => "1",
        ParameterKind.Replacement => "'x'",
        _ => "'1'",
    };

    private static bool IsFlagged(string call)
    {
        var script = $"""
            local value = {call}
            return KEYS[1]
            """;
        return TestCompiler.Compile(script)
            .Findings.Any(finding => finding.Rule == Rule.FailingCall);
    }

    private static async Task<bool[]> FailsAsync(string[] calls)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        return [.. ((int[])(await connection.GetDatabase().ScriptEvaluateAsync(Fails, ["text"], [.. calls.Select(call => (RedisValue)call)]))!).Select(outcome => outcome == 1)];
    }
}
