using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;
using LuaGen.TestServers;
using StackExchange.Redis;

namespace LuaGen.Language.Tests.Checking;

/// <summary>
/// The inferred kinds of every expression of a random program include the kind that it has on the server.
/// <c>LUAGEN_FUZZ_SECONDS</c> sets how long further programs are tried.
/// </summary>
public sealed class TypeSoundnessTests
{
    private const int Programs = 1_500;

    [ServerProcessFact]
    public async Task No_value_is_another_than_foreseen()
    {
        using var server = RedisServerProcess.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var database = connection.GetDatabase();
        var until = DateTime.UtcNow + TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("LUAGEN_FUZZ_SECONDS") ?? "0", CultureInfo.InvariantCulture));
        var (seen, known, beyond, seed) = (0, 0, 0, 0);
        for (; seed < Programs || DateTime.UtcNow < until; seed++)
        {
            var program = new RandomProgram(seed);
            var typed = Infer(program.Plain);
            if (!typed.IsKnown)
            {
                beyond++;
                continue;
            }

            var expressions = Expressions.Of(typed.Script.Tree);
            await database.KeyDeleteAsync("seen");
            try
            {
                await database.ScriptEvaluateAsync(program.Recorded, ["soundness:1", "soundness:2"], ["7", "a"]);
            }
            catch (RedisServerException)
            {
                // The program ends with an error; the kinds recorded before it count.
            }

            foreach (string? entry in await database.SetMembersAsync("seen"))
            {
                var (id, kind) = (int.Parse(entry!.Split(':')[0], CultureInfo.InvariantCulture), Enum.Parse<LuaKinds>(entry.Split(':')[1]));
                if (!expressions.TryGetValue(program.Spans[id], out var expression))
                {
                    continue;
                }

                var foreseen = typed.TypeOf(expression);
                seen++;
                known += foreseen.Kinds == LuaKinds.Any ? 0 : 1;
                Assert.True(IsForeseen(foreseen, kind), $"seed {seed}: {program.Plain.AsSpan(program.Spans[id].Start, program.Spans[id].Length)} is {kind}, not {foreseen.Kinds}, in\n{program.Plain}");
            }
        }

        Assert.True(beyond < seed / 50, $"{beyond} of {seed} programs were beyond the bounds");
        Assert.True(seen > 10_000, $"only {seen} values were seen");
        Assert.True(known > seen / 2, $"of {seen - known} of {seen} values nothing was known");
    }

    /// <summary>A table that gets an <c>ok</c> or <c>err</c> field later counts as a table here.</summary>
    private static bool IsForeseen(LuaValue foreseen, LuaKinds kind) =>
        foreseen.MayBe(kind) || (kind is LuaKinds.Status or LuaKinds.Error && foreseen.MayBe(LuaKinds.AnyTable));

    private static TypedScript Infer(string text)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, CancellationToken.None);
        Assert.False(findings.HasErrors, text);
        return TypeInference.Run(Binder.Bind(tree, CancellationToken.None), DeclaredParameters.None, CancellationToken.None);
    }

    /// <summary>All expressions of a tree; of those with the same span, the outermost.</summary>
    private sealed class Expressions : SyntaxWalker
    {
        private readonly Dictionary<(int Start, int Length), Expression> _all = [];

        public static Dictionary<(int Start, int Length), Expression> Of(SyntaxTree tree)
        {
            var expressions = new Expressions();
            expressions.VisitBlock(tree.Chunk);
            return expressions._all;
        }

        protected override void Enter(Expression expression) => _all.TryAdd((expression.Span.Start, expression.Span.Length), expression);
    }
}
