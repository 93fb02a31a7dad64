namespace LuaGen.Generator.Syntax;
internal static class ScriptText { public static string Normalize(string t) => t; }
