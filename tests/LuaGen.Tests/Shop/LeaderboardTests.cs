extern alias shop;

using LuaGen.Tests.Support;
using shop::Shop;
using Entry = shop::Shop.LeaderboardScripts.GetTopReply;

namespace LuaGen.Tests.Shop;

public sealed class LeaderboardTests
{
    private readonly LeaderboardScripts _leaderboard = new(Connections.Database());

    [ServerFact]
    public async Task A_player_who_is_not_on_the_board_has_no_rank()
    {
        await using var keys = new TestKeys();
        var board = keys["board"];

        Assert.Null(await _leaderboard.GetRankAsync(board, "ann"));
        Assert.Empty(await _leaderboard.GetTopAsync(board));

        Assert.Equal(1, await _leaderboard.RecordScoreAsync(board, "ann", 1));
        Assert.Equal(1, await _leaderboard.GetRankAsync(board, "ann"));
        Assert.Null(await _leaderboard.GetRankAsync(board, "bob"));
    }

    [ServerFact]
    public async Task The_top_ten_come_best_first_with_their_scores()
    {
        await using var keys = new TestKeys();
        var board = keys["board"];
        foreach (var number in new[] { 7, 3, 12, 1, 9, 5, 11, 2, 10, 4, 8, 6 })
        {
            await _leaderboard.RecordScoreAsync(board, $"player {number}", number / 10.0);
        }

        var top = Enumerable.Range(0, 10).Select(place => new Entry($"player {12 - place}", (12 - place) / 10.0)).ToList();
        Assert.Equal(top, await _leaderboard.GetTopAsync(board));
        Assert.Equal(top.Take(3), await _leaderboard.GetTopAsync(board, count: 3));
        Assert.Empty(await _leaderboard.GetTopAsync(board, count: 0));
        Assert.Equal(12, await _leaderboard.GetRankAsync(board, "player 1"));
    }

    [ServerFact]
    public async Task Scores_come_back_to_the_last_digit()
    {
        await using var keys = new TestKeys();
        double[] scores = [0.1 + 0.2, 1e300, -5.0000000000000001e-17, 9007199254740993, double.PositiveInfinity];
        foreach (var score in scores)
        {
            await _leaderboard.RecordScoreAsync(keys[$"{score}"], "ann", score);
            Assert.Equal(new Entry("ann", score), Assert.Single(await _leaderboard.GetTopAsync(keys[$"{score}"])));
        }
    }

    [ServerFact]
    public async Task A_player_keeps_the_best_score()
    {
        await using var keys = new TestKeys();
        var board = keys["board"];
        await _leaderboard.RecordScoreAsync(board, "ann", 5);
        await _leaderboard.RecordScoreAsync(board, "bob", 4);

        Assert.Equal(2, await _leaderboard.RecordScoreAsync(board, "bob", 3));
        Assert.Equal([new Entry("ann", 5), new Entry("bob", 4)], await _leaderboard.GetTopAsync(board));
        Assert.Equal(1, await _leaderboard.RecordScoreAsync(board, "bob", 6));
    }

    [ServerFact]
    public async Task The_board_keeps_100_players_unless_said_otherwise()
    {
        await using var keys = new TestKeys();
        var database = Connections.Database();
        for (var player = 0; player < 103; player++)
        {
            await _leaderboard.RecordScoreAsync(keys["default"], $"{player}", player);
            await _leaderboard.RecordScoreAsync(keys["two"], $"{player}", player, size: 2);
            await _leaderboard.RecordScoreAsync(keys["all"], $"{player}", player, size: 0);
        }

        Assert.Equal(100, await database.SortedSetLengthAsync(keys["default"]));
        Assert.Equal(103, await database.SortedSetLengthAsync(keys["all"]));
        Assert.Equal([new Entry("102", 102), new Entry("101", 101)], await _leaderboard.GetTopAsync(keys["two"]));
        Assert.Null(await _leaderboard.RecordScoreAsync(keys["two"], "late", 100.5, size: 2));
    }
}
