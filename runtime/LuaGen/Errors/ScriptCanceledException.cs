namespace LuaGen;

/// <summary>
/// A cancellation of which it is certain that the script was not executed: the token was cancelled before the call was
/// sent, or the transaction was not executed. Callers see an <see cref="OperationCanceledException"/>;
/// <see cref="ScriptException.OutcomeOf"/> sees the difference.
/// </summary>
internal sealed class ScriptCanceledException(string message, Exception? innerException, CancellationToken cancellationToken)
    : OperationCanceledException(message, innerException, cancellationToken)
{
    public static void ThrowIfCanceled(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            throw new ScriptCanceledException("The call was cancelled before it was sent.", null, cancellationToken);
        }
    }
}
