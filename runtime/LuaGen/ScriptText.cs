namespace LuaGen;

/// <summary>
/// Returns the text of a script in UTF-8, with LF line endings and without a byte order mark. In generated code it is a literal
/// (<c>static () =&gt; "…"u8</c>), which costs nothing until the script is first needed.
/// </summary>
/// <returns>The bytes that are sent and from which the script's SHA-1 was computed.</returns>
public delegate ReadOnlySpan<byte> ScriptText();
