using StackExchange.Redis;
using static Shop.LeaderboardScripts;

namespace Shop.Scenarios;

/// <summary>Best scores, the top players, and the rank of a player, who may have none.</summary>
internal static class Leaderboard
{
    public static async Task RunAsync(IDatabase database, Report report)
    {
        var leaderboard = new LeaderboardScripts(database);
        RedisKey board = "board:{may}";

        report.Shows(await leaderboard.RecordScoreAsync(board, "ann", 71.5), 1L, "first");
        report.Shows(await leaderboard.RecordScoreAsync(board, "bob", 90.25), 1L, "now bob is");
        report.Shows(await leaderboard.RecordScoreAsync(board, "bob", 12), 1L, "his best counts");
        report.Shows(await leaderboard.RecordScoreAsync(board, "cid", 50, size: 2), default(long?), "no place for a third on a board of 2");
        report.Shows(await leaderboard.GetRankAsync(board, "ann"), 2L);
        report.Shows(await leaderboard.GetRankAsync(board, "cid"), default(long?), "not on the board");

        (string Player, double Score)[] others =
            [("dan", 70), ("eve", 66.6), ("fay", 61), ("gus", 58.5), ("hal", 40), ("ivy", 33), ("jon", 21), ("kim", 8), ("leo", 3)];
        foreach (var (player, score) in others)
        {
            await leaderboard.RecordScoreAsync(board, player, score);
        }

        var topTen = others.Select(other => new GetTopReply(other.Player, other.Score))
            .Prepend(new GetTopReply("ann", 71.5))
            .Prepend(new GetTopReply("bob", 90.25))
            .Take(10);
        report.Shows(await leaderboard.GetTopAsync(board), [.. topTen]);
    }
}
