namespace LuaGen.Language.LuaScripts;

/// <summary>Where a name of a <c>LuaScript</c> is written.</summary>
internal enum LuaScriptPlace
{
    /// <summary>In the code, where it is a value.</summary>
    Code,

    /// <summary>In a string of the script.</summary>
    String,

    /// <summary>In a comment, or in the shebang line.</summary>
    Comment,
}
