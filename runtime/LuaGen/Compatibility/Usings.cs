// The polyfills have the names of .NET but are in a namespace of their own, so that they are not visible to every project that
// has access to the runtime's internals.
global using LuaGen.Compatibility;
global using GeneratedRegexAttribute = LuaGen.Compatibility.RegexPatternAttribute;
