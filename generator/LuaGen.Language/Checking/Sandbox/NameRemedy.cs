using LuaGen.Language.Rules;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>What to do about an unknown name.</summary>
/// <param name="Advice">The remedy as the message shows it.</param>
/// <param name="Name">The name to write in its place; <see langword="null"/> if that is not all, or not certain.</param>
internal readonly record struct NameRemedy(string Advice, string? Name)
{
    public static NameRemedy Write(string name, bool isCertain = true) => new($"write `{name}`", isCertain ? name : null);

    public static NameRemedy Advise(string advice) => new(advice, Name: null);

    public Replacement? At(SourceSpan span) => Name is null ? null : new Replacement(span, Name);
}
