// Under the names of .NET, but not in a namespace where whoever sees the runtime's internals would find them too.
global using LuaGen.Compatibility;
global using GeneratedRegexAttribute = LuaGen.Compatibility.RegexPatternAttribute;
