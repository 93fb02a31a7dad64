namespace LuaGen.Tool.Check.Files;

/// <summary>A script with its bytes and its text.</summary>
/// <param name="Input">Which it is.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Text">The decoded text.</param>
/// <param name="IsUtf8">Whether the bytes are UTF-8.</param>
internal sealed record ReadScript(ScriptInput Input, byte[] Bytes, string Text, bool IsUtf8)
{
    /// <summary><see langword="null"/> if the file cannot be read.</summary>
    public static ReadScript? From(ScriptInput input)
    {
        if ((input.Bytes ?? ScriptDecoder.TryReadBytes(input.Path)) is not { } bytes)
        {
            return null;
        }

        var (text, isUtf8) = ScriptDecoder.Decode(bytes);
        return new ReadScript(input, bytes, text, isUtf8);
    }
}
