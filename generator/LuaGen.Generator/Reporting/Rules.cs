using System.Collections.Immutable;
using System.Globalization;
using LuaGen.Generator.Findings;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Reporting;

/// <summary>The descriptor of every rule. Messages are one line each and say what to write instead.</summary>
internal static partial class Rules
{
    public const string HelpLinkBase = "https://github.com/luagen/LuaGen/blob/main/generator/rules/";

    private static readonly ImmutableDictionary<RuleId, DiagnosticDescriptor> Descriptors =
        new[] { Generator, Syntax, Header, Parameters, Commands, Sandbox, Types, Cluster, CallSites }.SelectMany(group => group).ToImmutableDictionary(pair => pair.Rule, pair => pair.Descriptor);

    public static IEnumerable<DiagnosticDescriptor> All => Descriptors.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal);

    /// <summary>Those about <c>.lua</c> files.</summary>
    public static IEnumerable<DiagnosticDescriptor> OfScripts => All.Where(descriptor => descriptor.Category != CallSiteCategory);

    /// <summary>Those about calls in C# and the strings that they send, which have no headers.</summary>
    public static IEnumerable<DiagnosticDescriptor> OfCallSites =>
        All.Where(descriptor => descriptor.Category != HeaderCategory || descriptor.Id == IdOf(RuleId.UnknownSuppression) || descriptor.Id == IdOf(RuleId.UnusedSuppression));

    public static DiagnosticDescriptor Of(RuleId rule) => Descriptors[rule];

    public static string IdOf(RuleId rule) => "LUA" + ((int)rule).ToString(CultureInfo.InvariantCulture);

    private static (RuleId Rule, DiagnosticDescriptor Descriptor) Rule(RuleId rule, string category, string title, string messageFormat) =>
        (rule, new DiagnosticDescriptor(
            IdOf(rule),
            title,
            messageFormat,
            category,
            rule.Severity() switch
            {
                Severity.Error => DiagnosticSeverity.Error,
                Severity.Warning => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            isEnabledByDefault: true,
            helpLinkUri: HelpLinkBase + IdOf(rule) + ".md"));
}
