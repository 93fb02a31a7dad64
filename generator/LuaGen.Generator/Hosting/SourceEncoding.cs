using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Hosting;

/// <summary>Determines whether a file is UTF-8. The compiler has already decoded it and replaced invalid bytes by U+FFFD.</summary>
internal static class SourceEncoding
{
    private const char Replacement = '\uFFFD';

    public static bool IsUtf8(SourceText text)
    {
        if (text.Encoding is { CodePage: not 65001 })
        {
            return false;
        }

        // The author may have written U+FFFD itself; then encoding the text as UTF-8 gives the bytes of the file.
        return text.Encoding is null || !Contains(text, Replacement) || HasChecksumOfUtf8(text);
    }

    private static bool Contains(SourceText text, char wanted)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == wanted)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasChecksumOfUtf8(SourceText text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var checksum = text.GetChecksum();
        return checksum.SequenceEqual(Hash(text.ChecksumAlgorithm, bytes))
            || checksum.SequenceEqual(Hash(text.ChecksumAlgorithm, [.. Encoding.UTF8.GetPreamble(), .. bytes]));
    }

    private static byte[] Hash(SourceHashAlgorithm algorithm, byte[] bytes)
    {
        // Compares the compiler's own checksum; no security depends on it.
#pragma warning disable CA5350
        using HashAlgorithm hash = algorithm == SourceHashAlgorithm.Sha256 ? SHA256.Create() : SHA1.Create();
#pragma warning restore CA5350
        return hash.ComputeHash(bytes);
    }
}
