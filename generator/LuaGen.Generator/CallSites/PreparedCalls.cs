using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>The calls that run a prepared script, if all of them are in the same file.</summary>
/// <param name="Calls">The calls.</param>
/// <param name="Loads">The statements that only load or assign the script, and go when its calls are typed.</param>
/// <param name="Holder">The local, field or property that holds the script; <see langword="null"/> if it is prepared in its only call.</param>
/// <param name="Obstacle">Why the script cannot be moved: it is used in another way, or perhaps elsewhere.</param>
internal sealed record PreparedCalls(IReadOnlyList<CallSite> Calls, IReadOnlyList<StatementSyntax> Loads, ISymbol? Holder, string? Obstacle)
{
    public static PreparedCalls Of(CallSite prepare, SemanticModel model, RedisClient client, CancellationToken cancellationToken) =>
        new PreparedUses(model, client, cancellationToken).Of(prepare);
}
