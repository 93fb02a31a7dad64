namespace LuaGen;

/// <summary>
/// Gives the text of a script, as UTF-8 with LF line ends and no byte order mark: in emitted code a literal,
/// <c>static () =&gt; "…"u8</c>, which costs nothing until the script is first needed.
/// </summary>
/// <returns>The bytes that are sent and that the script's SHA-1 was computed over.</returns>
public delegate ReadOnlySpan<byte> ScriptText();
