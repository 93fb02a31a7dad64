using LuaGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Host.Mef;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>No fix is offered that a workspace cannot apply, such as that of <c>dotnet format</c>, which throws.</summary>
public sealed class LimitedWorkspaceTests
{
    private const string Calls = """
        using StackExchange.Redis;

        public static class Calls
        {
            public static async Task<RedisResult> NextAsync(IDatabase db, RedisKey key) => await db.ScriptEvaluateAsync("return redis.call('INCR', KEYS[1])", [key]);
        }
        """;

    [Theory]
    [InlineData(WorkspaceKind.Host, false, true)]
    [InlineData("MSBuildWorkspace", true, true)]
    [InlineData("MSBuildWorkspace", false, false)]
    public async Task A_fix_is_offered_where_the_workspace_or_an_editor_applies_it(string kind, bool canEditScripts, bool isOffered)
    {
        using var workspace = new LimitedWorkspace(kind, canEditScripts);
        var project = FixHost.Project([Calls], [("Scripts/Next.lua", "return redis.call('INCR', KEYS[1])\n")], workspace: workspace);

        Assert.Equal(isOffered, await FixHost.FixAsync(project, new MoveScriptFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA7009"))) is not null);
        Assert.Equal(isOffered, await FixHost.FixAsync(project, new ScriptTextFix(), Assert.Single(await FixHost.DiagnosticsAsync(project, "LUA2007"))) is not null);
    }

    private sealed class LimitedWorkspace(string kind, bool canEditScripts) : Workspace(MefHostServices.DefaultHost, kind)
    {
        public override bool CanApplyChange(ApplyChangesKind feature) =>
            canEditScripts || feature is not (ApplyChangesKind.AddAdditionalDocument or ApplyChangesKind.ChangeAdditionalDocument);
    }
}
