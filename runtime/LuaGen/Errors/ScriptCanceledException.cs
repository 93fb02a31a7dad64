namespace LuaGen;

/// <summary>
/// A cancellation after which the script was certainly not executed: the token was cancelled before the call was sent, or the
/// transaction was not executed. Callers see an <see cref="OperationCanceledException"/>;
/// <see cref="ScriptException.OutcomeOf"/> distinguishes this type.
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
