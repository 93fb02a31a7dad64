using Microsoft.AspNetCore.Http.HttpResults;

namespace ShopApi.Endpoints;

/// <summary>Leaderboards: the best score of each player, ranks, and the top players.</summary>
internal static class BoardEndpoints
{
    public static void MapBoards(this IEndpointRouteBuilder app)
    {
        var boards = app.MapGroup("/api/boards/{board}").WithTags("Leaderboard");
        boards.MapPut("/players/{player}", RecordAsync);
        boards.MapGet("/players/{player}", RankAsync);
        boards.MapGet("/", TopAsync);
    }

    private static async Task<Rank> RecordAsync(string board, string player, double score, ILeaderboardScripts boards, CancellationToken stop) =>
        new(await boards.RecordScoreAsync($"board:{{{board}}}", player, score, cancellationToken: stop));

    private static async Task<Results<Ok<Rank>, NotFound>> RankAsync(string board, string player, ILeaderboardScripts boards, CancellationToken stop) =>
        await boards.GetRankAsync($"board:{{{board}}}", player, cancellationToken: stop) is { } place
            ? TypedResults.Ok(new Rank(place))
            : TypedResults.NotFound();

    private static async Task<Entry[]> TopAsync(string board, ILeaderboardScripts boards, CancellationToken stop, int count = 10) =>
        [.. (await boards.GetTopAsync($"board:{{{board}}}", count, cancellationToken: stop)).Select(entry => new Entry(entry.Player, entry.Score))];

    /// <summary>A player's place, 1 being the best; null without one.</summary>
    internal sealed record Rank(long? Place);

    /// <summary>A player on the board.</summary>
    internal sealed record Entry(string Player, double Score);
}
