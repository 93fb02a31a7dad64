namespace LuaGen.Language.Prepared;

/// <summary><c>@name</c> in a script in the form of StackExchange.Redis's <c>LuaScript</c>.</summary>
/// <param name="Start">The offset of the <c>@</c>.</param>
/// <param name="Name">The name; <see langword="null"/> for the first character of the escape <c>@@</c>.</param>
/// <param name="IsInString">Whether it is a part of a string.</param>
internal readonly record struct NameUse(int Start, string? Name, bool IsInString)
{
    public int Length => Name is null ? 1 : Name.Length + 1;
}
