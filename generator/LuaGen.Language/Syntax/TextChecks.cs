using System.Runtime.InteropServices;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Syntax;

/// <summary>Finds characters that cannot be sent, or that editors do not show.</summary>
internal static class TextChecks
{
    public static void Check(string text, FindingBag findings)
    {
        HashSet<int>? reported = null;
        for (var i = FindUnusual(text, 0); i >= 0; i = FindUnusual(text, i + 1))
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    i++;
                }
                else
                {
                    findings.LoneSurrogate(new SourceSpan(i, 1), c);
                }
            }
            else if (IsBidiControl(c))
            {
                findings.BidiControl(new SourceSpan(i, 1), c);
            }
            else if (c is '\0' or '\uFEFF')
            {
                // As a separate token the character is a syntax error, which has been reported by now.
                reported ??= [.. findings.ToEquatableArray().Select(finding => finding.Span.Start)];
                if (!reported.Contains(i))
                {
                    findings.InvisibleCharacter(new SourceSpan(i, 1), c);
                }
            }
        }
    }

    /// <summary>The embeddings, overrides and isolates, which can change the displayed order of the text.</summary>
    private static bool IsBidiControl(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The next character that is NUL or not ASCII.</summary>
    private static int FindUnusual(string text, int start)
    {
        const ulong beyondAscii = 0xFF80_FF80_FF80_FF80;
        const ulong ones = 0x0001_0001_0001_0001;

        // Four characters at a time: subtracting 1 from each does not borrow if all are ASCII and none is NUL.
        var blocks = MemoryMarshal.Cast<char, ulong>(text.AsSpan(start));
        var block = 0;
        while (block < blocks.Length && ((blocks[block] | (blocks[block] - ones)) & beyondAscii) == 0)
        {
            block++;
        }

        for (var i = start + (block * 4); i < text.Length; i++)
        {
            if (text[i] is '\0' or >= '\u0080')
            {
                return i;
            }
        }

        return -1;
    }
}
