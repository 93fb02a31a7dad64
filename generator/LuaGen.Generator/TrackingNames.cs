namespace LuaGen.Generator;

/// <summary>The names of the pipeline's steps, which tests use to inspect the driver's result.</summary>
internal static class TrackingNames
{
    public const string Project = "Project";
    public const string Files = "Files";
    public const string Includes = "Includes";
    public const string Compile = "Compile";
    public const string Models = "Models";
    public const string Built = "Built";
    public const string Classes = "Classes";
    public const string Conflicts = "Conflicts";
    public const string Index = "Index";
}
