using LuaGen.Generator.Tests.Hosting;
using LuaGen.Language.HeaderTypes;

namespace LuaGen.Generator.Tests.HeaderTypes;

/// <summary>The type tables in the documents are generated from the rows; <c>LUAGEN_UPDATE_FIXTURES=1</c> updates them.</summary>
public sealed class TypeTableTests
{
    /// <summary>Composed forms of the syntax, which have no row.</summary>
    private static readonly string[] ComposedArguments =
    [
        "| `json<T>` | `T` | JSON; the constructor takes an `IJsonTypeInfoResolver`. A `JsonSerializerContext` keeps its own options (names, converters); any other resolver is used with the default options |",
        "| `'asc' \\| 'desc'` | a generated enum | the literal |",
        "| `T?` | `T? = null` | null is not sent if all arguments after it are null too; otherwise it is `''` |",
        "| `[n...]` | `IReadOnlyList<T>` | each item |",
        "| `[n...] item.a`, `item.b` | `IReadOnlyList<{Script}Item>`, a generated record | the members of each item, in the order of the indexes |",
    ];

    private static readonly string[] ComposedReplies =
    [
        "| `json<T>` | `T` | a string that contains JSON of `T` |",
        "| `'open' \\| 'paid'`, `Taken = 1 \\| Busy = 0` | a generated enum | one of the values |",
        "| `T?`, `T[]` | `T?`, `T[]` | nil; array or set |",
        "| `(a: T, b: U?)`, several `RETURNS name: T` | a generated record | array in order; nullable elements may be missing at its end |",
        "| `flat(a: T, b: U)` | records `[]` | rows one after another in one array, or one array for each; with two fields also a map |",
        "| `map<K, V>` | `Dictionary<K, V>` | pairs one after another in one array, or one array for each; a map |",
        "| no `RETURNS` | `RedisResult` | as `result` |",
    ];

    private static readonly string[] ComposedReaders =
    [
        "| `T?` | `ReadNullable…`, `TryReadNull` | nil, or what `T` is read from |",
        "| `T[]` | `ReadArray` | array, set |",
        "| a record | `ReadRecord`, then its fields | array; trailing nullable fields may be missing |",
        "| `flat(…)` | `ReadFlat` | flat array, array of arrays, map |",
        "| `map<K, V>` | `ReadMap` | flat array, array of pairs, map |",
        "| `json<T>` | `ReadJson` | a string that contains JSON of `T` |",
    ];

    private static readonly IReadOnlyList<HeaderType> Arguments = [.. HeaderType.All.Where(type => type.Argument is not null)];

    private static readonly IReadOnlyList<HeaderType> Replies = [.. HeaderType.All.Where(type => type.Reply is not null)];

    [Fact]
    public void The_header_reference_lists_arguments() => WrittenSection.Matches(
        Repository.PathOf("docs", "header.md"), "types of arguments",
        ["| argument | C# | on the wire |", "|---|---|---|", .. Rows(Arguments, type => Short(type.Argument!.CSharp), type => type.Argument!.Sent), .. ComposedArguments]);

    [Fact]
    public void The_header_reference_lists_replies() => WrittenSection.Matches(
        Repository.PathOf("docs", "header.md"), "types of replies",
        ["| reply | C# | accepts |", "|---|---|---|", .. Rows(Replies, type => Short(type.Reply!.CSharp), type => type.Reply!.ReadFrom), .. ComposedReplies]);

    [Fact]
    public void The_runtime_lists_readers() => WrittenSection.Matches(
        Repository.PathOf("runtime", "README.md"), "readers",
        ["| declared | read by | from |", "|---|---|---|", .. Rows(Replies, type => $"`{type.Reply!.Reader}`", type => type.Reply!.ReadFrom), .. ComposedReaders]);

    /// <summary>Groups all types with the same description in one row.</summary>
    private static IEnumerable<string> Rows(IEnumerable<HeaderType> types, Func<HeaderType, string> middle, Func<HeaderType, string> last) =>
        types.GroupBy(last).Select(group =>
            $"| {string.Join(", ", group.Select(type => $"`{type.Name}`"))} | {string.Join(", ", group.Select(middle).Distinct())} | {group.Key} |");

    private static string Short(string? type) => type is null ? "no value" : $"`{type[(type.LastIndexOf('.') + 1)..]}`";
}
