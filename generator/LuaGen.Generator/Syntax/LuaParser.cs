using LuaGen.Generator.Findings;
namespace LuaGen.Generator.Syntax;
internal static class LuaParser { public static SyntaxTree Parse(string text, FindingBag findings, CancellationToken cancellationToken) => throw new NotImplementedException(); }
