namespace LuaGen.Benchmarks.Calls;

/// <summary>What one call costs.</summary>
/// <param name="Microseconds">Its share of the time of a round.</param>
/// <param name="Bytes">Allocated by the client and its caller.</param>
/// <param name="Received">Bytes that the server received.</param>
/// <param name="Sent">Bytes that the server sent.</param>
/// <param name="Ratio">Its time by that of the way that all are compared with.</param>
internal sealed record CallFigures(double Microseconds, double Bytes, double Received, double Sent, double Ratio)
{
    /// <summary>The medians of rounds. Each round is compared with the same round of <paramref name="others"/>.</summary>
    public static CallFigures Median(IReadOnlyList<CallFigures> rounds, IReadOnlyList<CallFigures> others) => new(
        Median(rounds.Select(static round => round.Microseconds)),
        Median(rounds.Select(static round => round.Bytes)),
        Median(rounds.Select(static round => round.Received)),
        Median(rounds.Select(static round => round.Sent)),
        Median(rounds.Zip(others, static (own, other) => own.Microseconds / other.Microseconds)));

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
}
