using LuaGen.Generator.Hosting;
using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;

namespace LuaGen.Generator.Tests.Rules;

public sealed class LUA1000Tests
{
    private static readonly ScriptFile File = new(new TestScript("Scripts/Test/Script.lua", "return 1"), "Scripts/Test/Script.lua", "Consumer", ClassName: null, ScriptOptions.Default);

    [Fact]
    public void A_fault_of_our_own_is_reported_and_not_thrown()
    {
        var compiled = File.Compile((_, _, _) => ScriptCompiler.Guarded("return 1", () => throw new InvalidOperationException("oops")), CancellationToken.None);

        var finding = Assert.Single(compiled.Findings);
        Assert.Equal(Rule.GeneratorFault, finding.Rule);
        Assert.Equal("InvalidOperationException: oops", finding.Arguments[0]);
        Assert.Null(compiled.Model);
    }

    [Fact]
    public void Cancellation_is_none()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => File.Compile(
            (source, options, token) =>
            {
                token.ThrowIfCancellationRequested();
                return ScriptCompiler.Analyze(source, options, token);
            },
            cancelled.Token));
    }
}
