using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>The input of the checks of a call.</summary>
/// <param name="Model">The semantic model of the call's file.</param>
/// <param name="Client">The client's types.</param>
/// <param name="Scripts">The scripts of the compilation.</param>
/// <param name="Reporter">Receives the findings.</param>
/// <param name="CancellationToken">Cancels the check.</param>
internal sealed record CheckContext(SemanticModel Model, RedisClient Client, ScriptTexts Scripts, CallSiteReporter Reporter, CancellationToken CancellationToken);
