using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Text;

namespace LuaGen.Language.Tests.Syntax.Differential;

/// <summary>The verdict of LuaGen or of a server on a script.</summary>
/// <param name="IsAccepted">Whether the script compiles.</param>
/// <param name="Line">The line of the error; null if the script is accepted, or refused without a line.</param>
/// <param name="Message">The error message.</param>
internal sealed record Verdict(bool IsAccepted, int? Line, string Message)
{
    /// <summary>LuaGen's verdict.</summary>
    public static Verdict OfLuaGen(string text)
    {
        var findings = new FindingBag();
        var tree = LuaParser.Parse(text, findings, CancellationToken.None);
        var first = findings.ToEquatableArray().FirstOrDefault(finding => finding.Rule.Severity == Severity.Error);
        if (first is not null)
        {
            return new Verdict(false, new LineMap(text).GetPosition(first.Span.Start).Line + 1, string.Join(": ", first.Arguments));
        }

        // A function library is not a script: SCRIPT LOAD refuses it, while LuaGen ignores it.
        return tree.Shebang?.LibraryName is null
            ? new Verdict(true, null, "")
            : new Verdict(false, null, "a function library");
    }

    /// <summary>Whether both accept, or both refuse on the same line. Some errors of the server have no line.</summary>
    public bool AgreesWith(Verdict server) =>
        IsAccepted == server.IsAccepted && (server.Line is null || server.Line == Line);

    public override string ToString() => IsAccepted ? "accepted" : FormattableString.Invariant($"line {Line}: {Message}");
}
