namespace LuaGen.Compatibility;

/// <summary>How a task is awaited, as far as the runtime uses it.</summary>
[Flags]
internal enum ConfigureAwaitOptions
{
    None = 0,
    ContinueOnCapturedContext = 1,
    SuppressThrowing = 2,
}
