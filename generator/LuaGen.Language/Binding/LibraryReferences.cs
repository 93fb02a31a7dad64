using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Binding;

/// <summary>Resolves expressions to members of the server's library, also through locals that are assigned only once.</summary>
internal static class LibraryReferences
{
    /// <summary>The global, or the member of a global table, that an expression names, whether the server has it or not.</summary>
    public static (string Library, string Name)? GlobalNamed(this BoundScript script, Expression expression) => script.Resolve(expression) switch
    {
        NameExpression name when script.LocalOf(name) is null => (LuaLibrary.Globals, name.Name),
        MemberExpression member when TableNamed(script, member.Target) is { } table => (table, member.Member.Name),
        IndexExpression index when script.Resolve(index.Index) is StringLiteral name && TableNamed(script, index.Target) is { } table => (table, name.Value),
        _ => null,
    };

    /// <summary>The library function that is called; <see langword="null"/> if it is another function, or unknown.</summary>
    public static LibraryFunction? FunctionCalled(this BoundScript script, CallExpression call) =>
        GlobalNamed(script, call.Function) is var (library, name) ? LuaLibrary.Find(library, name) as LibraryFunction : null;

    /// <summary><c>("text"):rep(3)</c>: the function of <c>string</c> that is called on a literal.</summary>
    public static LibraryFunction? FunctionCalled(this BoundScript script, MethodCallExpression call) =>
        script.Resolve(call.Target) is StringLiteral ? LuaLibrary.Find("string", call.Method.Name) as LibraryFunction : null;

    private static string? TableNamed(BoundScript script, Expression target) =>
        script.Resolve(target) is NameExpression name && script.LocalOf(name) is null ? name.Name : null;
}
