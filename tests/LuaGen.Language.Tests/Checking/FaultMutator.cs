using System.Text.RegularExpressions;

namespace LuaGen.Language.Tests.Checking;

/// <summary>Puts one fault of the kinds that people make into a script. The same seed gives the same mutants.</summary>
internal sealed class FaultMutator(int seed)
{
    private const int Attempts = 20;

    private static readonly string[] OtherCommands = ["LLEN", "HLEN", "SCARD"];
    private static readonly string[] OtherJson = ["parse", "stringify"];

    private static readonly Regex Header = new(@"\A(?:--.*\n|#!.*\n|[ \t]*\n)*", RegexOptions.CultureInvariant);

    private readonly Random _random = new(seed);

    /// <summary>A fault, and the text that it is put in the place of.</summary>
    private (Regex Place, Func<Match, string> Fault)[] Faults => field ??=
    [
        At(@"tonumber\(([^()]*(?:\([^()]*\))?[^()]*)\)", match => match.Groups[1].Value),
        At(@" or (?:0|''|'0'|\{\}|false|1)\b", _ => ""),
        At(@"redis\.call\('([A-Z]+)'", match => $"redis.call('{(_random.Next(2) == 0 ? match.Groups[1].Value[..^1] : match.Groups[1].Value + match.Groups[1].Value[^1])}'"),
        At(@", (?:KEYS|ARGV)\[\d+\]", _ => ""),
        At(@"#(\w+)", match => match.Groups[1].Value),
        At(@" \.\. ", _ => " + "),
        At(@" [+-] ", _ => " .. "),
        At(@"\blocal (\w+) =", match => match.Groups[1].Value + " ="),
        At(@"[~=]= false", match => match.Value[..3] + "nil"),
        At(@"\bnot (\w+)\b", match => match.Groups[1].Value + " == nil"),
        At(@"'(NX|XX|EX|PX|BYSCORE|LIMIT|WITHSCORES|COUNT|MATCH)'", match => $"'{match.Groups[1].Value}{match.Groups[1].Value[0]}'"),
        At(@"math\.floor\(([^()]*)\)", match => $"({match.Groups[1].Value})"),
        At(@"\bunpack\(", _ => "table.unpack("),
        At(@"cjson\.\w+\(", _ => $"cjson.{OtherJson[_random.Next(OtherJson.Length)]}("),
        At(@"redis\.call\(", _ => "redis.cal("),
        At(@", \d+([,)])", match => ", 'x'" + match.Groups[1].Value),
        At(@"string\.format\('%d", _ => "string.format('%t"),
        At(@"\bipairs\((\w+)\)", match => match.Groups[1].Value),
        At(@"(\w+)\[1\]", match => match.Groups[1].Value),
        At(@"'(?:0|1|-1)'", _ => "'one'"),
        At(@"\bthen\b", _ => ""),
        At(@"redis\.call\('(?:HGET|HSET|ZADD|ZSCORE|SADD|LPUSH|RPUSH|GET|SET)'", _ => $"redis.call('{OtherCommands[_random.Next(OtherCommands.Length)]}'"),
    ];

    /// <returns>The script with a fault after its header; <see langword="null"/> if none of the faults that were tried has a place in it.</returns>
    public string? Mutate(string script)
    {
        var start = Header.Match(script).Length;
        for (var i = 0; i < Attempts; i++)
        {
            var (place, fault) = Faults[_random.Next(Faults.Length)];
            var places = place.Matches(script, start);
            if (places.Count > 0)
            {
                var chosen = places[_random.Next(places.Count)];
                return script[..chosen.Index] + fault(chosen) + script[(chosen.Index + chosen.Length)..];
            }
        }

        return null;
    }

    private static (Regex Place, Func<Match, string> Fault) At(string place, Func<Match, string> fault) => (new Regex(place, RegexOptions.CultureInvariant), fault);
}
