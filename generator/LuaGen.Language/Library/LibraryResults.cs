namespace LuaGen.Language.Library;

/// <summary>What a call of a library function gives.</summary>
/// <param name="Items">The first results, in order.</param>
/// <param name="Least">How many of them are always there.</param>
/// <param name="Rest">What any further result is; <see langword="null"/> where there is none.</param>
/// <param name="Returns">Whether the function returns at all: <c>error</c> never does.</param>
internal sealed record LibraryResults(IReadOnlyList<LibraryResult> Items, int Least, LibraryResult? Rest, bool Returns)
{
    /// <summary>How many results there can be; <see langword="null"/> for any number.</summary>
    public int? Most => Rest is null ? Items.Count : null;

    /// <summary>Whether every call gives one result, neither fewer nor more.</summary>
    public bool IsOne => Least == 1 && Most == 1;
}

/// <summary>One result.</summary>
/// <param name="Kinds">What it can be.</param>
/// <param name="Source">The index of the argument that it is made of, <see cref="AllArguments"/>, or <see cref="NoArgument"/>.</param>
internal sealed record LibraryResult(ResultKinds Kinds, int Source)
{
    /// <summary>It says nothing about any argument.</summary>
    public const int NoArgument = -1;

    /// <summary>It is made of all arguments.</summary>
    public const int AllArguments = -2;
}
