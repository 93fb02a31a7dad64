using LuaGen.Generator.Findings;
namespace LuaGen.Generator.Syntax;
internal static class SyntaxFindings { public static void NotUtf8(this FindingBag f, Microsoft.CodeAnalysis.Text.TextSpan s) => f.Add(RuleId.SyntaxError, s); }
