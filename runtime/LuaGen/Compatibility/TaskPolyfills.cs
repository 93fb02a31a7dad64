using System.Runtime.CompilerServices;

namespace LuaGen.Compatibility;

/// <summary>The wait methods of .NET 8 that the runtime uses and netstandard2.0 does not have, with the same names.</summary>
internal static class TaskPolyfills
{
    public static async Task WaitAsync(this Task task, CancellationToken cancellationToken)
    {
        if (!task.IsCompleted && cancellationToken.CanBeCanceled)
        {
            var canceled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), canceled))
            {
                if (await Task.WhenAny(task, canceled.Task).ConfigureAwait(false) != task)
                {
                    throw new OperationCanceledException(cancellationToken);
                }
            }
        }

        await task.ConfigureAwait(false);
    }

    public static async Task<T> WaitAsync<T>(this Task<T> task, CancellationToken cancellationToken)
    {
        await ((Task)task).WaitAsync(cancellationToken).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    // Every caller passes SuppressThrowing, so this always waits without throwing.
    public static ConfiguredTaskAwaitable ConfigureAwait(this Task task, ConfigureAwaitOptions options) => ((Task)task.ContinueWith(
        static ended => ended.Exception,
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default)).ConfigureAwait((options & ConfigureAwaitOptions.ContinueOnCapturedContext) != 0);
}
