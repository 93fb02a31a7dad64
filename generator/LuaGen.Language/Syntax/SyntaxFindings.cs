using LuaGen.Language.Rules;
using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>All findings of the front end. Each message has the compiler's own message text and the remedy.</summary>
internal static class SyntaxFindings
{
    private const int LongestQuote = 30;

    /// <summary>For hosts, which see the bytes of a file: the bytes are not the UTF-8 encoding of the text that was read from them.</summary>
    public static void NotUtf8(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadEncoding, span, "the file is not UTF-8", "save it as UTF-8, and write other bytes in strings as escapes such as `\\255`");

    public static void LoneSurrogate(this FindingBag findings, SourceSpan span, char surrogate) =>
        findings.Add(Rule.BadEncoding, span, $"U+{(int)surrogate:X4} is half of a surrogate pair and cannot be sent", "remove it, or write the complete character");

    public static void BidiControl(this FindingBag findings, SourceSpan span, char control) =>
        findings.Add(Rule.BidiControl, span, $"U+{(int)control:X4}");

    public static void InvisibleCharacter(this FindingBag findings, SourceSpan span, char character) =>
        findings.Add(
            Rule.InvisibleCharacter,
            span,
            character == '\0' ? "a NUL character" : "a byte order mark",
            character == '\0' ? "remove it, or write `\\0` in a string" : "remove it, or write `\\239\\187\\191` in a string");

    public static void SyntaxError(this FindingBag findings, SourceSpan span, string wording, string remedy) =>
        findings.Add(Rule.SyntaxError, span, wording, remedy);

    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The compiler's position.</param>
    /// <param name="what">The construct.</param>
    /// <param name="remedy">What to write instead.</param>
    /// <param name="replacement">The same as an edit, where it is exact.</param>
    public static void ForeignSyntax(this FindingBag findings, SourceSpan span, string what, string remedy, Replacement? replacement) =>
        findings.Add(Rule.ForeignSyntax, span, replacement, what, remedy);

    public static void UnfinishedString(this FindingBag findings, SourceSpan span, char quote) =>
        findings.Add(Rule.Unfinished, span, "unfinished string", $"close it with `{quote}` on the same line, or write `[[…]]` for a multi-line string");

    public static void UnfinishedLongBracket(this FindingBag findings, SourceSpan span, bool isComment, int level, int line) =>
        findings.Add(
            Rule.Unfinished,
            span,
            isComment ? "unfinished long comment" : "unfinished long string",
            $"close the bracket opened on line {line} with `]{new string('=', Math.Min(level, LongestQuote))}]`");

    public static void MalformedNumber(this FindingBag findings, SourceSpan span, string digits) =>
        findings.Add(Rule.MalformedLiteral, span, $"malformed number near '{Shorten(digits)}'", RemedyForNumber(digits));

    public static void EscapeTooLarge(this FindingBag findings, SourceSpan span, int code) =>
        findings.Add(Rule.MalformedLiteral, span, $"escape sequence too large: '\\{code}'", "write `\\0` to `\\255`, one escape for each byte");

    public static void InvalidLongBracket(this FindingBag findings, SourceSpan span, string bracket) =>
        findings.Add(Rule.MalformedLiteral, span, $"invalid long string delimiter near '{Shorten(bracket)}'", "write `[=[` to start a long string");

    public static void NestedLongBracket(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.NestedLongBracket, span);

    public static void BadShebang(this FindingBag findings, SourceSpan span, string wording, string remedy) =>
        findings.Add(Rule.BadShebang, span, wording, remedy);

    public static void BadLibraryLine(this FindingBag findings, SourceSpan span, string wording, string remedy) =>
        findings.Add(Rule.BadLibrary, span, wording, remedy);

    public static void NoStackLeft(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.LimitPassed, span, "the script is nested too deeply to be read on this stack", "move inner parts into other functions");

    /// <summary>The script exceeds a limit of the compiler.</summary>
    /// <param name="findings">Receives the finding.</param>
    /// <param name="span">The compiler's position.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="functionLine">The line of the function; 0 for the main chunk.</param>
    /// <param name="levelsLeft">The remaining levels, which limit the targets of an assignment.</param>
    public static void LimitPassed(this FindingBag findings, SourceSpan span, Limit limit, int functionLine, int levelsLeft)
    {
        var function = functionLine == 0 ? "main function" : $"function at line {functionLine}";
        var (wording, remedy) = limit switch
        {
            Limit.LocalVariables => ($"{function} has more than {Maximum.LocalVariables} local variables", "move some into a table, or into `do … end` blocks"),
            Limit.LocalsInTotal => ($"too many local variables: {function} declares more than {Maximum.LocalsInTotal}", "split the function"),
            Limit.Upvalues => ($"{function} has more than {Maximum.Upvalues} upvalues", "move some outer locals into a table, or pass them as arguments"),
            Limit.SyntaxLevels => ("chunk has too many syntax levels", $"move inner parts into locals or functions, so that at most {Maximum.SyntaxLevels} expressions and blocks are nested"),
            Limit.AssignmentTargets => ($"{function} has more than {levelsLeft} variables in assignment", "assign in several statements"),
            Limit.Registers => ("function or expression too complex", $"move long lists of values into a table, a few at a time ({function} needs more than {Maximum.Registers} registers)"),
            Limit.Constants => ("constant table overflow", $"split {function}, which has more than {Maximum.Constants} constants"),
            _ => ("control structure too long", $"move parts of {function} into other functions, since a jump spans more than {Maximum.JumpDistance} instructions"),
        };
        findings.Add(Rule.LimitPassed, span, wording, remedy);
    }

    /// <summary>Shortens a part of the script for a one-line message.</summary>
    public static string Shorten(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        var shown = end >= 0 ? text.Substring(0, end) : text;
        return shown.Length > LongestQuote || end >= 0
            ? shown.Substring(0, Math.Min(shown.Length, LongestQuote)) + "…"
            : shown;
    }

    private static string RemedyForNumber(string digits)
    {
        if (digits.Contains('_'))
        {
            return "write the digits without `_`";
        }

        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return "write hexadecimal digits only; fractions and signed exponents need Lua 5.2";
        }

        return digits.Contains("..") ? "put spaces around `..`, as in `3 .. 2`"
            : digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase) ? "write it in decimal or hexadecimal; Lua 5.1 has no binary literals"
            : char.IsLetter(digits[digits.Length - 1]) ? "write the number without a suffix"
            : "write digits with at most one dot and one exponent";
    }
}
