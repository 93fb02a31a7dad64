using System.Globalization;
using System.Text.RegularExpressions;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Tests.Commands;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Library;

/// <summary>Verifies the rows of the library's table on the server.</summary>
public sealed partial class LuaLibraryTests
{
    /// <summary>Returns "name type value" for all globals and all members of the tables among them.</summary>
    private const string List = """
        local lines = {}
        for name, value in pairs(_G) do
          lines[#lines + 1] = name .. ' ' .. type(value)
          if type(value) == 'table' and name ~= '_G' and name ~= 'KEYS' and name ~= 'ARGV' then
            for member, held in pairs(value) do
              lines[#lines + 1] = name .. '.' .. member .. ' ' .. type(held) .. ' ' .. (type(held) == 'number' and string.format('%.17g', held) or '')
            end
          end
        end
        return lines
        """;

    /// <summary>Returns the types of the results of each call, or its error.</summary>
    private const string Try = """
        local outcomes = {}
        local function types(...)
          local names = {}
          for i = 1, select('#', ...) do
            local value = select(i, ...)
            local name = type(value)
            if name == 'table' and value.err then name = 'error' end
            if name == 'table' and value.ok then name = 'status' end
            if name == 'number' and value % 1 == 0 then name = 'integer' end
            names[i] = name
          end
          return table.concat(names, ' ')
        end
        for i, code in ipairs(ARGV) do
          local run = assert(loadstring('local KEYS = ... return ' .. code))
          local ok, outcome = pcall(function() return types(run(KEYS)) end)
          if ok then
            outcomes[i] = outcome
          else
            outcomes[i] = '!' .. (type(outcome) == 'table' and outcome.err or tostring(outcome))
          end
        end
        """ + "\n" + LibrarySamples.Restore + "\nreturn outcomes";

    private static readonly string[] Constants = ["nil", "true", "{}", "{1, 2}", "function() end", "'x'", "'(x)()'", "'3'", "2"];

    /// <summary>Calls that constants alone do not produce: several results, and functions that need related arguments.</summary>
    private static readonly string[] FurtherCalls =
    [
        "struct.unpack('bb', 'ab')", "struct.pack('bb', 1, 2)", "cmsgpack.unpack(cmsgpack.pack(1, 'x'))", "cmsgpack.unpack('')",
        "cmsgpack.unpack_one(cmsgpack.pack('x', 2))", "cmsgpack.unpack_limit(cmsgpack.pack(1, 'x', 3), 2)", "select('#', 1, 2)",
        "string.byte('abc', 1, 3)", "string.byte('')", "string.find('xy', '(x)()')", "string.match('xy', '(x)()')", "string.gsub('xx', 'x', '%0%0')",
        "math.random()", "math.random(3, 5)", "table.maxn({[1.5] = 1})", "cjson.decode('null')", "cjson.decode('[1]')", "collectgarbage('step')",
        "redis.call('PING')", "redis.pcall('PING')", "redis.pcall('NO SUCH')", "redis.acl_check_cmd('GET', 'k')", "redis.log(0, 'x')",
        "coroutine.resume(coroutine.create(function() return 1, 2 end))", "coroutine.status(coroutine.create(function() end))",
        "cjson.encode_invalid_numbers('null')", "getmetatable(setmetatable({}, {}))", "load((function(n) return function() n = n + 1 return n < 2 and 'x x' or nil end end)(0))", "table.foreach({1}, function() return 1 end)", "table.foreachi({1}, function() return 1 end)", "xpcall(function() return 1, 2 end, type)", "pcall(type, 1)",
    ];

    public static TheoryData<string> Names => [.. LibrarySamples.Functions.Select(function => function.FullName)];

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task The_table_has_just_what_the_server_has(string program)
    {
        using var started = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(started.ConnectionString);
        var server = await LiveServer.OfAsync(connection);
        var members = await MembersOfAsync(connection);
        var expected = LuaLibrary.All.Where(member => IsOn(member, server)).Select(member => member.FullName);
        var withdrawn = LuaLibrary.All.Where(member => member.Servers.IsWithdrawn).Select(member => member.FullName);
        var found = members.Keys.Where(name => !LuaLibrary.IsLibrary(name) && !name.StartsWith(LuaLibrary.ValkeyServer + ".", StringComparison.Ordinal));

        Assert.Equal(expected.Where(IsNamed).Order(StringComparer.Ordinal), found.Where(IsNamed).Except(withdrawn).Order(StringComparer.Ordinal));
        Assert.Equal(LuaLibrary.Libraries.Where(library => LuaLibrary.Provides(server, library)).Order(StringComparer.Ordinal), members.Keys.Where(name => LuaLibrary.IsLibrary(name) && name != LuaLibrary.ValkeyServer).Order(StringComparer.Ordinal));
    }

    [ServerProcessTheory]
    [MemberData(nameof(LiveServer.Programs), MemberType = typeof(LiveServer))]
    public async Task Members_are_of_the_type_that_the_table_says(string program)
    {
        using var started = RedisServerProcess.Start(ServerProgram.Of(program));
        await using var connection = await ConnectionMultiplexer.ConnectAsync(started.ConnectionString);
        var members = await MembersOfAsync(connection);
        foreach (var member in LuaLibrary.All.Where(member => members.ContainsKey(member.FullName)))
        {
            var (type, text) = members[member.FullName];
            Assert.True(member is LibraryConstant constant ? Fits(constant.Kinds, type == "number" && IsWhole(text) ? "integer" : type) : type == "function", member.FullName);
            if (member is LibraryConstant { Value: { } value })
            {
                Assert.Equal(text == "inf" ? double.PositiveInfinity : double.Parse(text, CultureInfo.InvariantCulture), value);
            }
        }
    }

    [ServerTheory]
    [MemberData(nameof(Names))]
    public async Task As_many_arguments_are_needed_and_accepted_as_the_table_says(string name)
    {
        var function = LibrarySamples.Function(name);
        var fitting = Enumerable.Range(0, function.Required).Select(i => LibrarySamples.Fitting(name, function.ParameterAt(i)!.Kind)).ToArray();
        var most = function.Parameters.Count + 1;
        var calls = Enumerable.Range(0, function.Required + 1).Select(count => Call(name, fitting[..count]))
            .Append(Call(name, [.. fitting, .. function.Parameters.Skip(function.Required).Select(parameter => LibrarySamples.Fitting(name, parameter.Kind)), "nil"])).ToArray();
        var outcomes = await TryAsync(calls);

        Assert.All(outcomes[..function.Required], outcome => Assert.True(IsRefusal(outcome), outcome));
        Assert.False(IsMissingArgument(outcomes[function.Required]), outcomes[function.Required]);
        if (!function.IsRepeating)
        {
            Assert.Equal(function.Most < most, IsSurplusArgument(outcomes[^1]));
        }
    }

    [ServerTheory]
    [MemberData(nameof(Names))]
    public async Task Results_are_those_of_the_table(string name)
    {
        var results = LibrarySamples.Function(name).Results;
        var calls = Calls(name).Concat(FurtherCalls.Where(call => call.StartsWith(name + "(", StringComparison.Ordinal))).ToArray();
        var outcomes = (await TryAsync(calls)).Select((outcome, i) => (Call: calls[i], Types: outcome.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(outcome => outcome.Types is not [['!', ..], ..] && !(outcome.Types is ["error"] && name == "redis.status_reply")).ToList();

        Assert.Equal(results.Returns && name != "coroutine.yield", outcomes.Count > 0);
        Assert.All(outcomes, outcome => Assert.True(Fits(results, outcome.Types), $"{outcome.Call} gives {string.Join(' ', outcome.Types)}"));

        // A row that allows more results than ever occur would cost findings.
        Assert.Equal(results.IsOne, outcomes.Count > 0 && outcomes.All(outcome => outcome.Types.Length == 1));
        for (var i = 0; i < results.Items.Count; i++)
        {
            foreach (var kind in new[] { ResultKinds.Nil, ResultKinds.Boolean, ResultKinds.String, ResultKinds.Status, ResultKinds.Error, ResultKinds.Function })
            {
                Assert.True((results.Items[i].Kinds & kind) == 0 || (results.Items[i].Kinds & ResultKinds.Value) != 0
                    || outcomes.Any(outcome => i < outcome.Types.Length && Fits(kind, outcome.Types[i])), $"{name} never gives {kind}");
            }
        }
    }

    [Fact]
    public void What_the_code_names_has_a_row()
    {
        var folder = Repository.PathOf("generator", "LuaGen.Language");
        var named = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "SandboxRemedies.cs" && !GeneratedFile().IsMatch(file))
            .SelectMany(file => QualifiedName().Matches(File.ReadAllText(file)))
            .Where(match => LuaLibrary.IsLibrary(match.Groups[1].Value)).ToList();

        Assert.All(named, match => Assert.True(LuaLibrary.Find(match.Groups[1].Value, match.Groups[2].Value) is not null, match.Value));
        Assert.True(named.Count > 20);
    }

    [Fact]
    public void What_has_a_row_needs_no_remedy()
    {
        var remedies = File.ReadAllText(Repository.PathOf("generator", "LuaGen.Language", "Checking", "Sandbox", "SandboxRemedies.cs"));
        var keys = RemedyKey().Matches(remedies);

        Assert.DoesNotContain(keys, match => LuaLibrary.Find(match.Groups[1].Value, match.Groups[2].Value) is not null);
        Assert.True(keys.Count > 20);
    }

    [Theory]
    [InlineData("string", "sub", "string.sub(s, i[, j])")]
    [InlineData("", "unpack", "unpack(t[, i[, j]])")]
    [InlineData("math", "random", "math.random([m[, n]])")]
    [InlineData("math", "max", "math.max(x...)")]
    [InlineData("server", "call", "redis.call(command[, argument...])")]
    public void Usage_is_written_as_in_the_manual_of_Lua(string library, string name, string usage) =>
        Assert.Equal(usage, Assert.IsType<LibraryFunction>(LuaLibrary.Find(library, name)).Usage);

    [Fact]
    public void Every_row_has_a_summary_of_one_line() =>
        Assert.All(LuaLibrary.All, member => Assert.True(member.Summary is { Length: > 0 and < 100 } && member.Summary[^1] == '.', member.FullName));

    private static IEnumerable<string> Calls(string name)
    {
        yield return Call(name);
        foreach (var first in Constants)
        {
            yield return Call(name, first);
            foreach (var second in Constants)
            {
                yield return Call(name, first, second);
                foreach (var third in Constants)
                {
                    yield return Call(name, first, second, third);
                }
            }
        }
    }

    private static string Call(string name, params string[] arguments) => $"{name}({string.Join(", ", arguments)})";

    /// <summary>Excludes the names of internals, such as the error handler, which differ in Valkey.</summary>
    private static bool IsNamed(string name) => !name.StartsWith("__", StringComparison.Ordinal);

    private static bool IsOn(LibraryMember member, Server server) =>
        (member.Servers.Until > server.Version ? member.Servers with { Until = null } : member.Servers).Includes(server);

    private static bool IsWhole(string number) => double.TryParse(number, CultureInfo.InvariantCulture, out var value) && value == Math.Floor(value);

    private static bool IsRefusal(string outcome) => outcome.StartsWith('!') || outcome == "error";

    private static bool IsMissingArgument(string outcome) =>
        outcome.StartsWith('!') && (outcome.Contains("got no value", StringComparison.Ordinal) || outcome.Contains("value expected", StringComparison.Ordinal)
            || outcome.Contains("requires", StringComparison.Ordinal) || outcome.Contains("at least one argument", StringComparison.Ordinal) || IsSurplusArgument(outcome));

    private static bool IsSurplusArgument(string outcome) =>
        outcome == "error" || outcome.Contains("number of arguments", StringComparison.Ordinal) || outcome.Contains("expected 1 argument", StringComparison.Ordinal)
        || outcome.Contains("too many arguments", StringComparison.Ordinal) || outcome.Contains("requires one argument", StringComparison.Ordinal) || outcome.Contains("requires two arguments", StringComparison.Ordinal);

    private static bool Fits(LibraryResults results, string[] types) =>
        types.Length >= results.Least && (results.Most is not { } most || types.Length <= most)
        && types.Select((type, i) => Fits(i < results.Items.Count ? results.Items[i].Kinds : results.Rest!.Kinds, type)).All(fits => fits);

    private static bool Fits(ResultKinds kinds, string type) => (kinds & (type switch
    {
        "nil" => ResultKinds.Nil,
        "boolean" => ResultKinds.Boolean | ResultKinds.Value,
        "integer" => ResultKinds.Integer | ResultKinds.Number | ResultKinds.Value,
        "number" => ResultKinds.Number | ResultKinds.Value,
        "string" => ResultKinds.String | ResultKinds.Value,
        "status" => ResultKinds.Status | ResultKinds.Table | ResultKinds.Value,
        "error" => ResultKinds.Error | ResultKinds.Table | ResultKinds.Value,
        "table" => ResultKinds.Table | ResultKinds.Value,
        "function" => ResultKinds.Function | ResultKinds.Value,
        _ => ResultKinds.Value,
    })) != 0;

    private static async Task<Dictionary<string, (string Type, string Text)>> MembersOfAsync(ConnectionMultiplexer connection)
    {
        var lines = (string[])(await connection.GetDatabase().ScriptEvaluateAsync(List))!;
        return lines.Select(line => line.Split(' ')).ToDictionary(words => words[0], words => (words[1], words.ElementAtOrDefault(2) ?? ""));
    }

    private static async Task<string[]> TryAsync(string[] calls)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        return (string[])(await connection.GetDatabase().ScriptEvaluateAsync(Try, ["text"], [.. calls.Select(call => (RedisValue)call)]))!;
    }

    [GeneratedRegex("\"([a-z]+)\\.(\\w+)\"")]
    private static partial Regex QualifiedName();

    [GeneratedRegex("\\[\"([a-z]+)\\.(\\w+)\"\\]")]
    private static partial Regex RemedyKey();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex GeneratedFile();
}
