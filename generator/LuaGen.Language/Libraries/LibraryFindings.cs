using LuaGen.Language.Rules;

namespace LuaGen.Language.Libraries;

/// <summary>All findings about function libraries.</summary>
internal static class LibraryFindings
{
    public static void BadLibraryName(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadLibrary, span, "Library names can only contain letters, numbers, or underscores(_) and must be at least one character long", "correct the name, as in `#!lua name=inventory`");

    public static void NoFunction(this FindingBag findings, SourceSpan span) =>
        findings.Add(Rule.BadLibrary, span, "No functions registered", "add `redis.register_function('name', function(keys, args) … end)`");

    public static void BadFunctionName(this FindingBag findings, SourceSpan span, string name) =>
        findings.Add(Rule.BadRegistration, span, $"'{name}' is not a function name", "use letters, digits and underscores");

    public static void FunctionTwice(this FindingBag findings, SourceSpan span, string name) =>
        findings.Add(Rule.BadRegistration, span, "Function already exists in the library", $"give this function another name than '{name}'");

    public static void BadRegistration(this FindingBag findings, SourceSpan span, string wording, string remedy) =>
        findings.Add(Rule.BadRegistration, span, wording, remedy);

    public static void UnfollowedRegistration(this FindingBag findings, SourceSpan span, string reason, string remedy) =>
        findings.Add(Rule.UnfollowedRegistration, span, reason, remedy);

    public static void UnavailableWhileLoading(this FindingBag findings, SourceSpan span, string name) =>
        findings.Add(Rule.UnavailableWhileLoading, span, name);

    public static void TableOfScripts(this FindingBag findings, SourceSpan span, string table, string parameter) =>
        findings.Add(Rule.TableOfScripts, span, table, parameter);
}
