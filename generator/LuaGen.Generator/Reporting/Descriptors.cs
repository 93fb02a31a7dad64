using System.Collections.Immutable;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

/// <summary>The rules as Roslyn descriptors.</summary>
internal static class Descriptors
{
    private static readonly ImmutableDictionary<Rule, DiagnosticDescriptor> ByRule = Rule.All.ToImmutableDictionary(rule => rule, Create);

    public static IEnumerable<DiagnosticDescriptor> All => Rule.All.Select(Of);

    /// <summary>The rules for <c>.lua</c> files.</summary>
    public static IEnumerable<DiagnosticDescriptor> OfScripts => Rule.All.Where(rule => rule.Category != RuleCategory.CallSites).Select(Of);

    /// <summary>The rules for calls in C# and for the strings that they send, which have no headers.</summary>
    public static IEnumerable<DiagnosticDescriptor> OfCallSites =>
        Rule.All.Where(rule => rule.Category != RuleCategory.Header || rule == Rule.UnknownSuppression || rule == Rule.UnusedSuppression).Select(Of);

    public static DiagnosticDescriptor Of(Rule rule) => ByRule[rule];

    /// <summary>The severity of a rule in a project.</summary>
    public static DiagnosticSeverity SeverityOf(Rule rule, bool infoAsWarning) => rule.SeverityIn(infoAsWarning) switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Create(Rule rule) =>
        new(rule.Id, rule.Title, rule.MessageFormat, "LuaGen." + rule.Category, SeverityOf(rule, infoAsWarning: false), isEnabledByDefault: true, helpLinkUri: rule.HelpLink);
}
