namespace LuaGen.Generator;

/// <summary>The steps of the pipe, by the names that tests ask the driver for.</summary>
internal static class TrackingNames
{
    public const string Project = "Project";
    public const string Files = "Files";
    public const string Compile = "Compile";
    public const string Models = "Models";
    public const string Classes = "Classes";
    public const string Index = "Index";
}
