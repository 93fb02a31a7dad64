using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace LuaGen.Compatibility;

/// <summary>
/// Replaces <c>GeneratedRegexAttribute</c>, whose generator requires .NET 7. <c>RegexMethods.cs</c> implements the attributed
/// methods: each creates its expression from the pattern on this attribute when it is first called.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RegexPatternAttribute(string pattern, RegexOptions options) : Attribute
{
    private static readonly ConcurrentDictionary<(Type Declaring, string Method), Regex> Made = new();

    public string Pattern => pattern;

    public RegexOptions Options => options;

    public static Regex Of(Type declaring, string method) => Made.GetOrAdd((declaring, method), static key =>
    {
        var declared = key.Declaring.GetMethod(key.Method, BindingFlags.Static | BindingFlags.NonPublic)!.GetCustomAttribute<RegexPatternAttribute>();
        return new Regex(declared.Pattern, declared.Options);
    });
}
