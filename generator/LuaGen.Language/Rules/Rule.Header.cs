namespace LuaGen.Language.Rules;

/// <content>The header, and what is generated from it.</content>
internal sealed partial class Rule
{
    public static Rule MalformedDeclaration { get; } = new(2001, RuleCategory.Header, Severity.Error, "Malformed declaration", "The declaration cannot be read: {0}");
    public static Rule LooseDeclaration { get; } = new(2002, RuleCategory.Header, Severity.Info, "Noncanonical declaration", "This declaration is read as {0}");
    public static Rule UnknownType { get; } = new(2003, RuleCategory.Header, Severity.Error, "Unknown type", "The type cannot be used: {0}");
    public static Rule BadDefault { get; } = new(2004, RuleCategory.Header, Severity.Error, "Invalid default value", "The default cannot be used: {0}");
    public static Rule BadIndex { get; } = new(2005, RuleCategory.Header, Severity.Error, "Misnumbered declaration", "The index is wrong: {0}");
    public static Rule NameCollision { get; } = new(2006, RuleCategory.Header, Severity.Error, "Name collision", "The name cannot be used: {0}");
    public static Rule NoHeader { get; } = new(2007, RuleCategory.Header, Severity.Info, "Missing header", "The script has no header, so its keys and arguments are read from its code and its reply is not; the emitted class carries a header to paste");
    public static Rule NotBuiltYet { get; } = new(2008, RuleCategory.Header, Severity.Error, "Unsupported directive", "Not supported yet: {0}");
    public static Rule ScriptNameCollision { get; } = new(2009, RuleCategory.Header, Severity.Error, "Script name collision", "\"{0}\" would stand twice in the emitted class: for {1} and for {2}; rename one, or give it another name with \"-- @name Other\"");
    public static Rule VersionDiffers { get; } = new(2010, RuleCategory.Header, Severity.Info, "Version with a different signature", "The keys, arguments or reply differ from those of {0}; callers of the name without a number have to follow") { IsFoundByHost = true };
    public static Rule FunctionLibrary { get; } = new(2011, RuleCategory.Header, Severity.Info, "Function library", "A library of Redis functions is no script: it is left alone, and FUNCTION LOAD takes it as it is");
    public static Rule UnknownJsonType { get; } = new(2012, RuleCategory.Header, Severity.Warning, "Unknown JSON type", "No type \"{0}\" is seen from {1}; write its full name: json<Namespace.Type>") { IsFoundByHost = true };
    public static Rule UnknownSuppression { get; } = new(2013, RuleCategory.Header, Severity.Warning, "Invalid suppression comment", "This comment switches nothing off: {0}");
    public static Rule UnusedSuppression { get; } = new(2014, RuleCategory.Header, Severity.Info, "Unused suppression", "{0} is not reported here; remove this suppression");
}
