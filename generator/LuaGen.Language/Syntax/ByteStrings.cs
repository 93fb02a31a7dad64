using System.Text;

namespace LuaGen.Language.Syntax;

/// <summary>
/// Lua strings are bytes, and an escape such as <c>\200</c> can produce bytes that are not valid UTF-8. While a string
/// is read, such a byte is represented by a lone surrogate (U+DC80 to U+DCFF), which decoded text never contains.
/// </summary>
internal static class ByteStrings
{
    private const char FirstByte = '\uDC00';
    private const char RawBytes = '\uDC00';

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static char FromByte(byte value) => value < 0x80 ? (char)value : (char)(FirstByte + value);

    /// <summary>
    /// One representation for each byte sequence, so that <c>"\195\169"</c> and <c>"é"</c> are one constant: the decoded
    /// text if the bytes are UTF-8, otherwise a mark followed by the bytes as characters.
    /// </summary>
    public static string Canonical(string value)
    {
        if (!value.Any(IsByte))
        {
            return value;
        }

        var bytes = GetBytes(value);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return RawBytes + string.Concat(bytes.Select(b => (char)b));
        }
    }

    /// <summary>The bytes of a canonical string decoded as UTF-8, with U+FFFD for invalid sequences.</summary>
    public static string Display(string canonical) =>
        canonical.Length > 0 && canonical[0] == RawBytes
            ? Encoding.UTF8.GetString(canonical.Skip(1).Select(c => (byte)c).ToArray())
            : canonical;

    private static bool IsByte(char c) => c is >= (char)(FirstByte + 0x80) and <= (char)(FirstByte + 0xFF);

    private static byte[] GetBytes(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (IsByte(value[i]) && !(i > 0 && char.IsHighSurrogate(value[i - 1])))
            {
                bytes.Add((byte)(value[i] - FirstByte));
                continue;
            }

            var length = char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) ? 2 : 1;
            bytes.AddRange(Encoding.UTF8.GetBytes(value.ToCharArray(i, length)));
            i += length - 1;
        }

        return [.. bytes];
    }
}
