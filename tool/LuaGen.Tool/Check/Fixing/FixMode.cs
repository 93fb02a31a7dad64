namespace LuaGen.Tool.Check.Fixing;

/// <summary>What a check does about findings that have a sound fix.</summary>
internal enum FixMode
{
    None,

    /// <summary><c>--fix</c>: changes the files, and reports what is left.</summary>
    Write,

    /// <summary><c>--diff</c>: prints what <c>--fix</c> would change.</summary>
    Diff,
}
