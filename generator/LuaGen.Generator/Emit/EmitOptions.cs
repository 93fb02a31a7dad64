using LuaGen.Generator.Hosting;

namespace LuaGen.Generator.Emit;

/// <summary>What the project decides about generated code.</summary>
/// <param name="Features">What its references offer.</param>
/// <param name="SourceRoot">The path from the folder of a generated source to the project's folder; empty if it is unknown.</param>
internal sealed record EmitOptions(ReferenceFeatures Features, string SourceRoot)
{
    public bool Has(ReferenceFeatures feature) => (Features & feature) == feature;
}
