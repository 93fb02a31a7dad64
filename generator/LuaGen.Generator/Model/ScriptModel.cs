namespace LuaGen.Generator.Model;

/// <summary>
/// One script, decided in full: what is emitted follows from this by printing. No positions and no types of the
/// compiler, so that an equal script is an equal model and nothing runs again for it.
/// </summary>
/// <param name="Class">The class that the script's methods belong to.</param>
/// <param name="Name">The method's name without <c>Async</c>.</param>
/// <param name="FilePath">The script's path in its project, with <c>/</c>.</param>
/// <param name="Text">The script as it is sent.</param>
/// <param name="Sha1">The SHA-1 of the UTF-8 of <paramref name="Text"/>, as Redis computes it.</param>
/// <param name="KeyCount">How many keys are sent.</param>
/// <param name="Returns">The reply as the header words it.</param>
/// <param name="Parameters">The header's keys and arguments in the order of the C# parameters.</param>
/// <param name="Words">The keys and then the arguments in the order of <c>KEYS</c> and <c>ARGV</c>.</param>
/// <param name="Reply">What the call gives.</param>
/// <param name="Names">The names that must give way to the header's own.</param>
/// <param name="Documentation">The header's prose.</param>
internal sealed record ScriptModel(
    ClassName Class,
    string Name,
    string FilePath,
    string Text,
    string Sha1,
    int KeyCount,
    string Returns,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<WordModel> Words,
    ReplyModel Reply,
    OwnNames Names,
    DocumentationModel Documentation);

/// <summary>Where a class stands.</summary>
/// <param name="Namespace">Empty for the global one.</param>
internal readonly record struct ClassName(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : Namespace + "." + Name;
}

/// <summary>A parameter of the emitted methods.</summary>
/// <param name="Name">An identifier, not yet escaped.</param>
/// <param name="Type">The C# type, spelled from <c>global::</c>.</param>
/// <param name="Default">The C# constant that it defaults to, if any.</param>
/// <param name="Text">The header's words.</param>
internal sealed record ParameterModel(string Name, string Type, string? Default, string Text);

/// <summary>A key or an argument as the call writes it.</summary>
/// <param name="Method">The method of <c>ScriptCall</c> that writes it.</param>
/// <param name="Parameter">The parameter that it comes from.</param>
/// <param name="Fallback">The C# expression that is sent in place of <see langword="null"/>, if any.</param>
internal sealed record WordModel(string Method, string Parameter, string? Fallback);

/// <summary>The names of the emitted code's own parameters and locals, chosen so that they clash with none of the header's.</summary>
internal sealed record OwnNames(string Flags, string CancellationToken, string Call);

/// <summary>What a header says in words.</summary>
/// <param name="Summary">The first paragraph.</param>
/// <param name="Remarks">The paragraphs after it.</param>
/// <param name="Returns">What the reply is.</param>
/// <param name="Raises">The errors that the script itself raises.</param>
internal sealed record DocumentationModel(
    string Summary, EquatableArray<string> Remarks, string Returns, EquatableArray<RaisedError> Raises);

internal readonly record struct RaisedError(string Code, string Text);
