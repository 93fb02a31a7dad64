namespace LuaGen.Language.Model;

/// <summary>Type names of C#, .NET and other languages that have a different name in the header.</summary>
internal static class ForeignTypes
{
    private static readonly Dictionary<string, string[]> Remedies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["integer"] = ["long", "int"],
        ["int32"] = ["int"],
        ["int64"] = ["long"],
        ["short"] = ["int"],
        ["byte"] = ["int"],
        ["uint32"] = ["uint"],
        ["uint64"] = ["ulong"],
        ["number"] = ["long", "double"],
        ["float"] = ["double"],
        ["single"] = ["double"],
        ["boolean"] = ["bool"],
        ["str"] = ["string"],
        ["text"] = ["string"],
        ["char"] = ["string"],
        ["binary"] = ["bytes"],
        ["blob"] = ["bytes"],
        ["uuid"] = ["guid"],
        ["timespan"] = ["seconds", "milliseconds"],
        ["duration"] = ["seconds", "milliseconds"],
        ["ttl"] = ["seconds", "milliseconds"],
        ["ms"] = ["milliseconds"],
        ["datetime"] = ["unixseconds", "unixmilliseconds"],
        ["datetimeoffset"] = ["unixseconds", "unixmilliseconds"],
        ["timestamp"] = ["unixseconds", "unixmilliseconds"],
        ["date"] = ["unixseconds", "unixmilliseconds"],
        ["time"] = ["unixseconds", "unixmilliseconds"],
        ["object"] = ["json<My.Type>", "value"],
        ["json"] = ["json<My.Type>", "string"],
        ["any"] = ["value"],
        ["redisvalue"] = ["value"],
        ["rediskey"] = ["value"],
        ["redisresult"] = ["result"],
        ["void"] = ["nothing"],
        ["nil"] = ["nothing"],
        ["null"] = ["nothing"],
        ["array"] = ["string[]"],
        ["list"] = ["string[]"],
        ["table"] = ["string[]"],
        ["hash"] = ["map<string, string>"],
        ["dictionary"] = ["map<string, string>"],
        ["map"] = ["map<string, string>"],
        ["enum"] = ["'one' | 'two'"],
    };

    /// <summary>The type to write instead; null for a name that could mean anything.</summary>
    /// <param name="word">The name.</param>
    /// <param name="known">The type names that are valid here; arrays and maps are valid if <paramref name="isReply"/>.</param>
    /// <param name="isReply">Whether arrays and maps are valid here.</param>
    public static string? RemedyFor(string word, IEnumerable<string> known, bool isReply)
    {
        var fitting = Remedies.TryGetValue(word, out var remedies) ? remedies.Where(remedy => Fits(remedy, known, isReply)).ToArray() : [];
        return fitting.Length == 0 ? null : string.Join(" or ", fitting);
    }

    private static bool Fits(string remedy, IEnumerable<string> known, bool isReply) =>
        remedy[0] == '\'' || remedy.StartsWith("json<", StringComparison.Ordinal)
        || (remedy.IndexOfAny(['[', '<']) >= 0 ? isReply : known.Contains(remedy));
}
