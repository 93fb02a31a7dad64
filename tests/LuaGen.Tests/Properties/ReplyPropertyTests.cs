using System.Reflection;
using LuaGen.Tests.Support;
using StackExchange.Redis;

namespace LuaGen.Tests.Properties;

/// <summary>
/// Every reply type reads every reply: what it reads, and what it refuses, is held against the design's table, written again
/// as <see cref="Declared"/> over what the server has put on the wire.
/// </summary>
public sealed class ReplyPropertyTests
{
    private const int Seed = 20261122;
    private const int RandomCases = 400;

    /// <summary>The declared types that are more than a name; the others are read from the script's own declaration.</summary>
    private static readonly Dictionary<string, Declared> Composed = new(StringComparer.Ordinal)
    {
        ["Longs"] = Declared.Array(Declared.Scalar("long")),
        ["NullableLongs"] = Declared.Nullable(Declared.Array(Declared.Scalar("long"))),
        ["LongsOrNulls"] = Declared.Array(Declared.Nullable(Declared.Scalar("long"))),
        ["Strings"] = Declared.Array(Declared.Scalar("string")),
        ["Bools"] = Declared.Array(Declared.Scalar("bool")),
        ["Lists"] = Declared.Array(Declared.Array(Declared.Scalar("string"))),
        ["Pair"] = Declared.Record(Declared.Scalar("long"), Declared.Scalar("string")),
        ["OpenPair"] = Declared.Record(Declared.Scalar("long"), Declared.Nullable(Declared.Scalar("string")), Declared.Scalar("bool")),
        ["NullablePair"] = Declared.Nullable(Declared.Record(Declared.Scalar("long"), Declared.Nullable(Declared.Scalar("long")))),
        ["Single"] = Declared.Record(Declared.Scalar("long")),
        ["Values"] = Declared.Record(Declared.Scalar("value"), Declared.Scalar("value")),
        ["Pairs"] = Declared.Array(Declared.Record(Declared.Scalar("string"), Declared.Scalar("long"))),
        ["Nested"] = Declared.Record(Declared.Scalar("long"), Declared.Nullable(Declared.Record(Declared.Scalar("string"), Declared.Nullable(Declared.Scalar("long"))))),
        ["Rows"] = Declared.Flat(Declared.Scalar("string"), Declared.Scalar("double")),
        ["Triples"] = Declared.Flat(Declared.Scalar("long"), Declared.Scalar("string"), Declared.Nullable(Declared.Scalar("long"))),
        ["NullableRows"] = Declared.Nullable(Declared.Flat(Declared.Scalar("string"), Declared.Scalar("double"))),
        ["Scores"] = Declared.Map(Declared.Scalar("string"), Declared.Scalar("long")),
        ["Numbers"] = Declared.Map(Declared.Scalar("long"), Declared.Nullable(Declared.Scalar("string"))),
        ["NullableScores"] = Declared.Nullable(Declared.Map(Declared.Scalar("string"), Declared.Scalar("long"))),
        ["Fields"] = Declared.Map(Declared.Scalar("string"), Declared.Map(Declared.Scalar("string"), Declared.Scalar("string"))),
        ["Codes"] = Declared.Named(("1", "Taken"), ("0", "Busy"), ("-1", "Gone")),
        ["NullableCodes"] = Declared.Nullable(Declared.Named(("1", "Taken"), ("0", "Busy"))),
        ["Words"] = Declared.Named(("open", "Open"), ("in-transit", "InTransit"), ("", "Empty")),
        ["NullableWords"] = Declared.Nullable(Declared.Named(("open", "Open"), ("paid", "Paid"))),
    };

    public static TheoryData<string, RedisProtocol> TypesAndProtocols
    {
        get
        {
            var data = new TheoryData<string, RedisProtocol>();
            foreach (var script in RepliesScripts.Definitions.All)
            {
                data.Add(script.Name, RedisProtocol.Resp2);
                data.Add(script.Name, RedisProtocol.Resp3);
            }

            return data;
        }
    }

    [ServerTheory]
    [MemberData(nameof(TypesAndProtocols))]
    public async Task A_type_reads_every_reply_or_refuses_it(string name, RedisProtocol protocol)
    {
        var declared = DeclaredBy(RepliesScripts.Definitions.All.Single(script => script.Name == name));
        var database = Connections.Database(protocol);
        var scripts = new RepliesScripts(database);
        using var raw = new RawServer(TestServer.Instance.ConnectionString, protocol == RedisProtocol.Resp2 ? 2 : 3);
        var chunk = Connections.NewKey();
        int read = 0, refused = 0;
        var faults = new List<string>();
        foreach (var lua in ReplyCases.All(Seed, RandomCases))
        {
            await database.StringSetAsync(chunk, "return " + lua);
            var reply = raw.Send("EVAL", "return loadstring(redis.call('GET', KEYS[1]))()", "1", chunk.ToString());
            var expected = reply.IsError ? $"error {Code(reply)}" : declared.Read(reply) ?? "refused";

            var actual = await ReadAsync(scripts, name, chunk);

            read += actual is "refused" ? 0 : 1;
            refused += actual is "refused" ? 1 : 0;
            if (expected != actual)
            {
                faults.Add($"{lua}\n  gives {reply}\n  expected {expected}\n  actual   {actual}");
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {read + refused}:\n{string.Join('\n', faults.Take(12))}");
        // A type that refused or read everything alike would agree with an oracle that was never asked.
        Assert.True(read > 0 && (refused > 0 || name is "Result"), $"{read} read, {refused} refused");
    }

    /// <summary>The first word of an error where it is written as one; the server's own word for "none" is ERR.</summary>
    private static string Code(RespValue error) =>
        error.Text!.Split(' ')[0] is var word && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_') ? word : "ERR";

    private static async Task<string> ReadAsync(RepliesScripts scripts, string name, RedisKey chunk)
    {
        try
        {
            return await CallAsync(scripts, name, chunk);
        }
        catch (ScriptReplyException)
        {
            return "refused";
        }
        catch (ScriptException error)
        {
            return "error " + error.Code;
        }
#pragma warning disable CA1031 // Any other is what the test looks for.
        catch (Exception other)
#pragma warning restore CA1031
        {
            return $"{other.GetType().Name}: {other.Message}";
        }
    }

    /// <summary>What a script's header declares: a name such as <c>long</c> or <c>long?</c>, or one of <see cref="Composed"/>.</summary>
    private static Declared DeclaredBy(ScriptDefinition script)
    {
        if (Composed.TryGetValue(script.Name, out var composed))
        {
            return composed;
        }

        var name = script.Returns.TrimEnd('?');
        Assert.True(name.All(char.IsAsciiLetterLower), $"{script} declares {script.Returns}, of which {nameof(Composed)} has to say what it is.");
        return script.Returns == name ? Declared.Scalar(name) : Declared.Nullable(Declared.Scalar(name));
    }

    /// <summary>Calls the typed method of a script by its name, so that a script needs no line here to be tested.</summary>
    /// <returns>What it gave, as <see cref="Canonical"/> spells it.</returns>
    private static async Task<string> CallAsync(RepliesScripts scripts, string name, RedisKey chunk)
    {
        var method = typeof(RepliesScripts).GetMethod(name + "Async")!;
        var call = method.Invoke(scripts, BindingFlags.DoNotWrapExceptions, binder: null, [chunk, CommandFlags.None, CancellationToken.None], culture: null);
        if (call is ValueTask done)
        {
            await done;
            return "done";
        }

        var task = (Task)method.ReturnType.GetMethod(nameof(ValueTask<int>.AsTask))!.Invoke(call, null)!;
        await task;
        return Canonical.Of(task.GetType().GetProperty(nameof(Task<int>.Result))!.GetValue(task));
    }
}
