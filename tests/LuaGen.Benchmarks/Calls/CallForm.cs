namespace LuaGen.Benchmarks.Calls;

/// <summary>How calls follow each other.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Calls">The calls of one round.</param>
/// <param name="RunAsync">Runs a round; <see langword="null"/> for a way that has no such form.</param>
internal sealed record CallForm(string Name, int Calls, Func<CallRoad, Func<Task>?> RunAsync)
{
    private const int Callers = 50;
    private const int CallsOfACaller = 60;
    private const int Sequence = 1_500;
    private const int Batches = 20;
    private const int CallsInABatch = 100;

    public static CallForm InSequence { get; } = new("in sequence", Sequence, static road => road.InSequenceAsync is { } loop ? () => loop(Sequence) : null);

    public static CallForm Concurrent { get; } = new($"{Callers} callers", Callers * CallsOfACaller, static road => road.InSequenceAsync is { } loop
        ? () => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => loop(CallsOfACaller))))
        : null);

    public static CallForm Batched { get; } = new($"batches of {CallsInABatch}", Batches * CallsInABatch, static road => road.InBatchAsync is { } batch ? () => InBatchesAsync(batch) : null);

    private static async Task InBatchesAsync(Func<int, Task> batch)
    {
        for (var i = 0; i < Batches; i++)
        {
            await batch(CallsInABatch);
        }
    }
}
