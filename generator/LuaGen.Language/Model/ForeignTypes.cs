namespace LuaGen.Language.Model;

/// <summary>Words of C#, of .NET and of other languages for types that the header calls by another.</summary>
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

    /// <summary>What to write instead of a word; null for a word that could mean anything.</summary>
    /// <param name="word">The word.</param>
    /// <param name="known">The words that can stand there; forms of several words stand where <paramref name="isReply"/> lets them.</param>
    /// <param name="isReply">Whether arrays and maps can stand there.</param>
    public static string? RemedyFor(string word, IEnumerable<string> known, bool isReply)
    {
        var fitting = Remedies.TryGetValue(word, out var remedies) ? remedies.Where(remedy => Fits(remedy, known, isReply)).ToArray() : [];
        return fitting.Length == 0 ? null : $"`{string.Join("` or `", fitting)}`";
    }

    private static bool Fits(string remedy, IEnumerable<string> known, bool isReply) =>
        remedy[0] == '\'' || remedy.StartsWith("json<", StringComparison.Ordinal)
        || (remedy.IndexOfAny(['[', '<']) >= 0 ? isReply : known.Contains(remedy));
}
