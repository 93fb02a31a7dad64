namespace LuaGen.Compatibility;

/// <summary>The options of .NET 8 that the runtime uses.</summary>
[Flags]
internal enum ConfigureAwaitOptions
{
    None = 0,
    ContinueOnCapturedContext = 1,
    SuppressThrowing = 2,
}
