namespace LuaGen.Language.Library;

/// <summary>The results of a call of a library function.</summary>
/// <param name="Items">The first results, in order.</param>
/// <param name="Least">The number of results that are always present.</param>
/// <param name="Rest">Any further results; <see langword="null"/> if there are none.</param>
/// <param name="Returns">Whether the function returns at all: <c>error</c> never does.</param>
internal sealed record LibraryResults(IReadOnlyList<LibraryResult> Items, int Least, LibraryResult? Rest, bool Returns)
{
    /// <summary>The maximum number of results; <see langword="null"/> if unlimited.</summary>
    public int? Most => Rest is null ? Items.Count : null;

    /// <summary>Whether every call returns exactly one result.</summary>
    public bool IsOne => Least == 1 && Most == 1;
}

/// <summary>One result.</summary>
/// <param name="Kinds">The possible kinds.</param>
/// <param name="Source">The index of the argument that it is derived from, <see cref="AllArguments"/>, or <see cref="NoArgument"/>.</param>
internal sealed record LibraryResult(ResultKinds Kinds, int Source)
{
    /// <summary>It is not derived from an argument.</summary>
    public const int NoArgument = -1;

    /// <summary>It is derived from all arguments.</summary>
    public const int AllArguments = -2;
}
