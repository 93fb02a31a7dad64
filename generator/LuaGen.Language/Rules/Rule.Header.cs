namespace LuaGen.Language.Rules;

/// <content>The header, and what is generated from it.</content>
internal sealed partial class Rule
{
    public static Rule MalformedDeclaration { get; } = new(2001, RuleCategory.Header, Severity.Error, "Malformed declaration", "The declaration cannot be read: {0}");
    public static Rule LooseDeclaration { get; } = new(2002, RuleCategory.Header, Severity.Info, "Noncanonical declaration", "`{0}` is read as `{1}`: write {2}");
    public static Rule UnknownType { get; } = new(2003, RuleCategory.Header, Severity.Error, "Unknown type", "{0}");
    public static Rule BadDefault { get; } = new(2004, RuleCategory.Header, Severity.Error, "Invalid default value", "{0}");
    public static Rule BadIndex { get; } = new(2005, RuleCategory.Header, Severity.Error, "Misnumbered declaration", "{0}");
    public static Rule NameCollision { get; } = new(2006, RuleCategory.Header, Severity.Error, "Name collision", "{0}");
    public static Rule NoHeader { get; } = new(2007, RuleCategory.Header, Severity.Info, "Missing header", "The {0} has no header, so LuaGen infers its keys, arguments and reply: paste the header from the generated class");
    public static Rule UnresolvedInclude { get; } = new(2008, RuleCategory.Header, Severity.Error, "Unresolved include", "'{0}' cannot be included, because {1}: {2}");
    public static Rule ScriptNameCollision { get; } = new(2009, RuleCategory.Header, Severity.Error, "Script name collision", "'{0}' would be generated twice, from {1} and from {2}: {3}");
    public static Rule VersionDiffers { get; } = new(2010, RuleCategory.Header, Severity.Info, "Version with a different signature", "The keys, arguments or reply differ from those of {0}: update the callers of the method without a version number") { IsFoundByHost = true };
    public static Rule UnknownJsonType { get; } = new(2012, RuleCategory.Header, Severity.Warning, "Unknown JSON type", "The type '{0}' is not found from {1}: write its full name, `json<Namespace.Type>`") { IsFoundByHost = true };
    public static Rule UnknownSuppression { get; } = new(2013, RuleCategory.Header, Severity.Warning, "Invalid suppression comment", "This comment suppresses nothing: {0}");
    public static Rule UnusedSuppression { get; } = new(2014, RuleCategory.Header, Severity.Info, "Unused suppression", "{0} is not reported here: remove this suppression");
    public static Rule LuaScriptForm { get; } = new(2015, RuleCategory.Header, Severity.Info, "Parameters of LuaScript", "The script names its parameters as StackExchange.Redis's LuaScript does, and is sent with {0} in their places: write these in the file");
    public static Rule ReplacedInString { get; } = new(2016, RuleCategory.Header, Severity.Warning, "Parameter name in a string", "'@{0}' in this string is replaced by `{1}`, as LuaScript does: write `{2}` to keep the text, or `.. @{0} ..` for the value");
    public static Rule UnreadLine { get; } = new(2017, RuleCategory.Header, Severity.Warning, "Header line that is not read", "`{0}` is not read as a declaration, because {1}: {2}");
    public static Rule InvalidOption { get; } = new(2018, RuleCategory.Header, Severity.Warning, "Invalid option", "{0}: {1}");
    public static Rule LateDeclaration { get; } = new(2019, RuleCategory.Header, Severity.Warning, "Declaration after the first statement", "`{0}` is not read, because it is not before the first statement: move it up to the header");
    public static Rule MissingReply { get; } = new(2020, RuleCategory.Header, Severity.Info, "Missing reply declaration", "The header declares no type of the reply, so the method returns RedisResult: write `{0}`");
    public static Rule MissingParameters { get; } = new(2021, RuleCategory.Header, Severity.Warning, "Undeclared keys or arguments", "The header does not declare {0}, so LuaGen reads them from the code: write `{1}`");
    public static Rule IgnoredFile { get; } = new(2022, RuleCategory.Header, Severity.Info, "Ignored Lua file", "This file is not a Redis script, because it names none of KEYS, ARGV, redis and server, so no method is generated: declare the reply, such as `-- RETURNS string`, if it is one") { IsFoundByHost = true };
    public static Rule UnpastableFragment { get; } = new(2040, RuleCategory.Header, Severity.Error, "File that cannot be included", "{0}: {1}");
    public static Rule TypeNameTaken { get; } = new(2030, RuleCategory.Header, Severity.Error, "Type name taken", "The type '{0}' is generated {1}, but {2}: {3}") { IsFoundByHost = true };
    public static Rule JsonTypeLessAccessible { get; } = new(2031, RuleCategory.Header, Severity.Error, "JSON type less accessible than the class", "'{0}' is less accessible than the class {1}, which is {2}: {3}") { IsFoundByHost = true };
    public static Rule BadLibrary { get; } = new(2050, RuleCategory.Header, Severity.Error, "Library that FUNCTION LOAD refuses", "FUNCTION LOAD refuses the library ({0}): {1}");
    public static Rule BadRegistration { get; } = new(2051, RuleCategory.Header, Severity.Error, "Registration that FUNCTION LOAD refuses", "FUNCTION LOAD refuses the registration ({0}): {1}");
    public static Rule UnfollowedRegistration { get; } = new(2052, RuleCategory.Header, Severity.Error, "Registration that cannot be read", "The registration cannot be read, because {0}: {1}");
    public static Rule UnavailableWhileLoading { get; } = new(2053, RuleCategory.Header, Severity.Error, "Unavailable while a library loads", "'{0}' is not available while a library loads: use it inside a function");
    public static Rule TableOfScripts { get; } = new(2054, RuleCategory.Header, Severity.Warning, "KEYS or ARGV in a library", "A function library has no global {0}: use the {1} parameter of the registered function");
    public static Rule UnreadRegistration { get; } = new(2056, RuleCategory.Header, Severity.Warning, "Registration that is not read", "The registration is not read completely: {0}; {1}");
    public static Rule ReadOnlyWithoutFlag { get; } = new(2057, RuleCategory.Header, Severity.Warning, "@readonly without the flag", "`@readonly` does not make the function '{0}' read-only, because the server goes by its flags: register it with `flags = {{'no-writes'}}`");
    public static Rule LibraryConflict { get; } = new(2055, RuleCategory.Header, Severity.Error, "Name of another library or function", "A server has one {0} of a name, and {2} has a {0} '{1}' too: rename one of the two") { IsFoundByHost = true };
}
