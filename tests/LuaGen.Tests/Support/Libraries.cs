using System.Text;

namespace LuaGen.Tests.Support;

/// <summary>Creates definitions of function libraries that are written in a test.</summary>
internal static class Libraries
{
    /// <param name="body">The code after the first line.</param>
    /// <param name="name">The library's name; unique if null.</param>
    public static LibraryDefinition Define(string body, string? name = null)
    {
        name ??= $"lib{Guid.NewGuid():N}";
        var text = Encoding.UTF8.GetBytes($"#!lua name={name}\n{body}");
        return new LibraryDefinition(name, $"Scripts/{name}.lua", () => text);
    }

    /// <summary>A library with one function, named after the library.</summary>
    /// <param name="body">The body of the function, with its first line in line 3.</param>
    /// <param name="flags">The flags in Lua, such as <c>'no-writes'</c>.</param>
    public static FunctionDefinition DefineFunction(string body, string flags = "", string returns = "value")
    {
        var name = $"lib{Guid.NewGuid():N}";
        var library = Define(
            $$"""
            redis.register_function{function_name='{{name}}_f', flags={{{flags}}}, callback=function(keys, args)
            {{body}}
            end}
            """,
            name);
        return new FunctionDefinition(library, $"{name}_f", keyCount: -1, returns, flags.Contains("no-writes", StringComparison.Ordinal), "Tests.Probe");
    }
}
