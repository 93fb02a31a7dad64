using LuaGen.Language.Binding;
using LuaGen.Language.Commands;

namespace LuaGen.Language.Checking.Commands;

/// <summary>The bounds of a range of scores or stream ids, as far as they are constant.</summary>
/// <param name="Position">The index of the first bound among the call's arguments.</param>
/// <param name="First">The name of the first bound.</param>
/// <param name="Second">The name of the second bound.</param>
/// <param name="AreSwapped">Whether the lower bound is greater than the upper one.</param>
internal sealed record RangeBounds(int Position, string First, string Second, bool AreSwapped)
{
    public static RangeBounds? Of(RedisCall call, CommandInfo command)
    {
        return command.Name switch
        {
            "ZRANGEBYSCORE" or "ZCOUNT" or "ZREMRANGEBYSCORE" => Scores(call, 2, isReversed: false),
            "ZREVRANGEBYSCORE" => Scores(call, 2, isReversed: true),
            "ZRANGE" when call.HasToken("BYSCORE") => Scores(call, 2, call.HasToken("REV")),
            "ZRANGESTORE" when call.HasToken("BYSCORE") => Scores(call, 3, call.HasToken("REV")),
            "XRANGE" => Ids(call, "start", "end", "+", "-"),
            "XREVRANGE" => Ids(call, "end", "start", "-", "+"),
            _ => null,
        };
    }

    private static RangeBounds? Scores(RedisCall call, int position, bool isReversed) =>
        call.Arguments.Count > position + 1 && ScoreOf(call.Arguments[position].Constant) is { } first && ScoreOf(call.Arguments[position + 1].Constant) is { } second
            ? new RangeBounds(position, isReversed ? "max" : "min", isReversed ? "min" : "max", isReversed ? first < second : first > second)
            : null;

    private static RangeBounds? Ids(RedisCall call, string first, string second, string wrongFirst, string wrongSecond) =>
        call.Arguments.Count > 3 ? new RangeBounds(2, first, second, call.Arguments[2].Constant == wrongFirst && call.Arguments[3].Constant == wrongSecond) : null;

    private static double? ScoreOf(string? constant) => constant is null ? null : ValueForms.ValueOf(constant.TrimStart('(').Trim());
}
