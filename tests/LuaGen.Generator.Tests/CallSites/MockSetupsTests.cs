using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.CallSites;

/// <summary>A call in a mock setup runs nothing, so no rule reports it; the same call outside a setup is reported.</summary>
public sealed class MockSetupsTests
{
    private const string Mocks = """

        class Mock<T>
        {
            public void Setup<R>(System.Linq.Expressions.Expression<Func<T, R>> call) { }

            public void Run<R>(Func<T, R> call) { }
        }

        static class It { public static T IsAny<T>() => default!; }
        """;

    private const string Substitutes = """

        namespace NSubstitute
        {
            static class Arg { public static T Any<T>() => default!; }

            static class SubstituteExtensions
            {
                public static T Received<T>(this T substitute, int calls) => substitute;
                public static void Returns<T>(this Task<T> call, T value) { }
                public static void When<T>(this T substitute, Action<T> call) { }
            }
        }
        """;

    [Theory]
    [InlineData("mock.Setup(d => d.ScriptEvaluate(It.IsAny<byte[]>(), It.IsAny<RedisKey[]>(), It.IsAny<RedisValue[]>(), It.IsAny<CommandFlags>()));")]
    [InlineData("mock.Setup(d => d.ScriptEvaluateAsync(\"return redis.call('GET', KEYS[1])\", null, null, CommandFlags.None));")]
    [InlineData("mock.Setup(d => d.ScriptEvaluateAsync(\"return \" + text, null, null, CommandFlags.None));")]
    public async Task An_expression_is_no_call(string statements) => Assert.Empty(await AnalyzeAsync("Mock<IDatabase> mock = null!;\n" + statements, Mocks));

    [Theory]
    [InlineData("db.ScriptEvaluateAsync(Arg.Any<byte[]>(), Arg.Any<RedisKey[]>()).Returns(RedisResult.Create(value));")]
    [InlineData("db.Received(1).ScriptEvaluateAsync(\"return redis.call('GET', KEYS[1])\");")]
    [InlineData("db.ScriptEvaluateAsync(hash).Returns(RedisResult.Create(value));")]
    [InlineData("db.When(d => d.ScriptEvaluateAsync(hash));")]
    public async Task What_a_substitute_is_told_is_no_call(string statements) => Assert.Empty(await AnalyzeAsync(statements, Substitutes, "using NSubstitute;\n"));

    [Theory]
    [InlineData("mock.Run(d => d.ScriptEvaluate(hash));")]
    [InlineData("mock.Setup(d => d.Multiplexer); db.ScriptEvaluate(hash);")]
    public async Task A_lambda_that_runs_is_one(string statements) =>
        Assert.Contains(await AnalyzeAsync("Mock<IDatabase> mock = null!;\n" + statements, Mocks), finding => finding == Rule.HashWithoutHandling.Id);

    [Fact]
    public async Task A_call_in_a_test_with_substitutes_is_one() =>
        Assert.Contains(await AnalyzeAsync("db.ScriptEvaluate(hash, keys);", Substitutes, "using NSubstitute;\n"), finding => finding == Rule.HashWithoutHandling.Id);

    private static async Task<IEnumerable<string>> AnalyzeAsync(string statements, string types, string usings = "") =>
        (await CallSiteHost.AnalyzeAsync(usings + CallSiteHost.Method(statements) + types)).Select(diagnostic => diagnostic.Id);
}
