using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.CallSites;

/// <summary>What a check of a call may ask, and where it says what it found.</summary>
/// <param name="Model">Of the file that the call is in.</param>
/// <param name="Client">The client's types.</param>
/// <param name="Scripts">The scripts of the compilation.</param>
/// <param name="Reporter">Takes what is found.</param>
/// <param name="CancellationToken">Ends it early.</param>
internal sealed record CheckContext(SemanticModel Model, RedisClient Client, ScriptTexts Scripts, CallSiteReporter Reporter, CancellationToken CancellationToken);
