using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace LuaGen.Compatibility;

/// <summary>
/// Holds a pattern where .NET's own attribute has one; that one's generator needs .NET 7. The methods are completed in
/// <c>RegexMethods.cs</c>, and each makes its expression from here, on first use.
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
