using System.Composition;
using System.Reflection;
using LuaGen.CodeFixes;
using LuaGen.Generator.CallSites;
using LuaGen.Generator.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LuaGen.Generator.Tests.CodeFixes;

/// <summary>Tests the export attributes by which editors find the fixes: one unreadable attribute disables all fixes.</summary>
public sealed class ExportTests
{
    public static TheoryData<Type> Providers => [.. typeof(MoveScriptFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)))];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Is_exported_for_rules_that_there_are(Type provider)
    {
        var export = provider.GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
        var rules = new CallSiteAnalyzer().SupportedDiagnostics.Concat(new ScriptAnalyzer().SupportedDiagnostics).Select(rule => rule.Id).ToList();
        var fix = (CodeFixProvider)Activator.CreateInstance(provider)!;

        Assert.Equal(provider.Name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.NotNull(provider.GetCustomAttribute<SharedAttribute>());
        Assert.Subset(rules.ToHashSet(), fix.FixableDiagnosticIds.ToHashSet());
    }

    [Fact]
    public void The_header_is_offered_in_Lua_files()
    {
        var export = typeof(ScriptTextFix).GetCustomAttribute<ExportCodeFixProviderAttribute>()!;

        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds!);
        Assert.Equal([".lua"], export.DocumentExtensions!);
    }

    [Fact]
    public void There_are_providers() => Assert.Equal(6, Providers.Count);
}
