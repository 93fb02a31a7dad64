using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Recognizes by name the calls that load a prepared script: <c>script.Load(server)</c> and <c>server.ScriptLoad(script)</c>.</summary>
internal static class PreparedLoads
{
    /// <summary>The script that a call loads; <see langword="null"/> for any other call.</summary>
    public static ExpressionSyntax? ScriptOf(InvocationExpressionSyntax call) => CallSiteFinder.NameOf(call) switch
    {
        "Load" or "LoadAsync" => (call.Expression as MemberAccessExpressionSyntax)?.Expression,
        "ScriptLoad" or "ScriptLoadAsync" => CallSiteFinder.ScriptOf(call),
        _ => null,
    };

    /// <summary>The call that loads a script.</summary>
    public static InvocationExpressionSyntax? Around(ExpressionSyntax script) =>
        script.CallAround() is { } call && ScriptOf(call) == script ? call : null;
}
