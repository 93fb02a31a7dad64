using System.Text;
using System.Text.Unicode;

namespace LuaGen.Tool.Check.Files;

/// <summary>Decodes a script as the compiler does, and remembers whether its bytes were UTF-8.</summary>
internal static class ScriptDecoder
{
    /// <summary>The text of a file; <see langword="null"/> if it cannot be read.</summary>
    public static (string Text, bool IsUtf8)? TryRead(string path) => TryReadBytes(path) is { } bytes ? Decode(bytes) : null;

    /// <summary>The bytes of a file; <see langword="null"/> if it cannot be read.</summary>
    public static byte[]? TryReadBytes(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static (string Text, bool IsUtf8) Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var text] => (Encoding.UTF8.GetString(text), Utf8.IsValid(text)),
        [0xFF, 0xFE, .. var text] => (Encoding.Unicode.GetString(text), false),
        [0xFE, 0xFF, .. var text] => (Encoding.BigEndianUnicode.GetString(text), false),
        _ => (Encoding.UTF8.GetString(bytes), Utf8.IsValid(bytes)),
    };
}
