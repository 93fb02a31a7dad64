using System.Text;
using LuaGen.Language.Fixing;
using LuaGen.Language.Rules;
using LuaGen.Language.Tests.Header;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Fixing;

/// <summary>A script in the form of <c>LuaScript</c> and the rewritten one have the same method, and do the same on a server.</summary>
public sealed class RewrittenLuaScriptTests
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["key"] = "rewritten:{k}", ["log"] = "rewritten:{k}:log", ["owner"] = "me", ["keep"] = "60", ["count"] = "2",
    };

    private static readonly object Parameters = new { key = (RedisKey)Values["key"], log = (RedisKey)Values["log"], owner = Values["owner"], keep = Values["keep"], count = Values["count"] };

    public static TheoryData<string, string> Scripts => new()
    {
        {
        "me",
        """
        -- Releases @key if @owner has it.
        local held = redis.call('GET', @key)
        if held == @owner then
          redis.call('RPUSH', @log, 'by @@all: ' .. @owner)
          redis.call('EXPIRE', @log, @keep)
          return redis.call('DEL', @key)
        end
        return 0
        """
        },
        {
        "7",
        """
        #!lua
        -- Counts.
        -- RETURNS left: long
        local key, by = @key, tonumber(@count)
        redis.call('INCRBY', key, by)
        return redis.call('INCRBY', @log, by * 2)
        """
        },
        { "7", "return {@owner, @count, redis.call('SET', @key, @owner, 'EX', @keep), [[mail@@example]]}" },
        { "7", "for i = 1, tonumber(@count) do\r\n  redis.call('RPUSH', @log, i .. @owner)\r\nend\r\nreturn redis.call('LRANGE', @log, 0, -1)" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Has_the_same_method(string first, string script)
    {
        var (_, before) = FixAssert.Analyze(script, options: null);
        var (_, after) = FixAssert.Analyze(Rewritten(before), options: null);

        Assert.Equal(SignatureText.Of(before.Model), SignatureText.Of(after.Model));
        Assert.Null(after.LuaScript);
        Assert.DoesNotContain(after.Findings, finding => finding.Rule.Severity != Severity.Info || finding.Rule.Category == RuleCategory.Header);
        Assert.NotEmpty(first);
    }

    [ServerTheory]
    [MemberData(nameof(Scripts))]
    public async Task Does_the_same(string first, string script)
    {
        var (_, analysis) = FixAssert.Analyze(script, options: null);
        var rewritten = Rewritten(analysis);
        RedisKey[] keys = [.. analysis.CompletedHeader.Keys.OrderBy(key => key.Index).Select(key => (RedisKey)Values[key.Path.Name])];
        RedisValue[] arguments = [.. analysis.CompletedHeader.Arguments.OrderBy(argument => argument.Index).Select(argument => (RedisValue)Values[argument.Path.Name])];
        await using var connection = await ConnectionMultiplexer.ConnectAsync(TestServer.Instance.ConnectionString);
        var database = connection.GetDatabase();

        var prepared = await RunAsync(database, first, () => database.ScriptEvaluateAsync(LuaScript.Prepare(script), Parameters));
        Assert.Equal(prepared, await RunAsync(database, first, () => database.ScriptEvaluateAsync(rewritten, keys, arguments)));
    }

    private static string Rewritten(ScriptAnalysis analysis)
    {
        var finding = analysis.Findings.Single(finding => finding.Rule == Rule.LuaScriptForm);
        return new EditedText(analysis.Text, FixAssert.Analyze(analysis.Text, options: null).Fixer.For(analysis, finding, CancellationToken.None)!.Edits).Text;
    }

    /// <summary>The reply, and what both keys hold afterwards.</summary>
    private static async Task<string> RunAsync(IDatabase database, string first, Func<Task<RedisResult>> run)
    {
        RedisKey[] keys = [Values["key"], Values["log"]];
        await database.KeyDeleteAsync(keys);
        await database.StringSetAsync(keys[0], first);
        var reply = await run();
        var text = new StringBuilder(reply.Length < 0 ? reply.ToString() : string.Join(',', ((RedisResult[])reply!).Select(part => part.ToString())));
        foreach (var key in keys)
        {
            text.Append('|').Append(Convert.ToHexString(await database.KeyDumpAsync(key) ?? []));
        }

        await database.KeyDeleteAsync(keys);
        return text.ToString();
    }
}
