using LuaGen.Language.Rules;

namespace LuaGen.Language.Libraries;

/// <summary>All findings about function libraries.</summary>
internal static class LibraryFindings
{
    public static void BadLibraryName(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadLibrary, span, "Library names can only contain letters, numbers, or underscores(_) and must be at least one character long", "correct the name, as in `#!lua name=inventory`");

    public static void NoFunction(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadLibrary, span, "No functions registered", "add `redis.register_function('name', function(keys, args) … end)`");

    public static void BadRegistration(this FindingBag findings, SourceSpan span, string wording, string remedy) =>
        findings.Add(Rule.BadRegistration, span, wording, remedy);

    public static void UnfollowedRegistration(this FindingBag findings, SourceSpan span, string reason, string remedy) =>
        findings.Add(Rule.UnfollowedRegistration, span, reason, remedy);

    /// <summary>A registration in a loop, in a function or in an expression, or one in a branch that the server would refuse.</summary>
    public static void UnreadRegistration(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.UnreadRegistration, span, "no method is generated for this call of register_function", "register the function in a statement of its own, outside functions and loops, with a name, a callback and flags that the server accepts");

    public static void UnreadFlags(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.UnreadRegistration, span, "the flags are not constant, and the function is called by FCALL", "write them in the call, as in `{'no-writes'}`");

    public static void ReadOnlyWithoutFlag(this FindingBag findings, SourceSpan span, string function) =>
        findings.Add(Rule.ReadOnlyWithoutFlag, span, function);

    /// <summary>An error of Lua in the code that runs while the library loads.</summary>
    public static void FailsWhileLoading(this FindingBag findings, SourceSpan span, string wording, string remedy) =>
        findings.Add(Rule.BadLibrary, span, wording, remedy);

    public static void UnavailableWhileLoading(this FindingBag findings, SourceSpan span, string name) =>
        findings.Add(Rule.UnavailableWhileLoading, span, name);

    public static void TableOfScripts(this FindingBag findings, SourceSpan span, string table, string parameter) =>
        findings.Add(Rule.TableOfScripts, span, table, parameter);
}
