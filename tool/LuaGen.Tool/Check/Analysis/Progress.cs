using System.Globalization;

namespace LuaGen.Tool.Check.Analysis;

/// <summary>Shows how far a long run is, on a terminal alone.</summary>
internal sealed class Progress(ToolConsole console, int total)
{
    /// <summary>Shorter runs show no progress.</summary>
    private const int LeastTotal = 1000;
    private const int Interval = 250;

    private readonly bool _isShown = console.ShowsProgress && total >= LeastTotal;
    private int _done;

    public void Step()
    {
        var done = Interlocked.Increment(ref _done);
        if (_isShown && done % Interval == 0)
        {
            console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {total} scripts"));
        }
    }

    public void Clear()
    {
        if (_isShown)
        {
            console.Error.Write("\r" + new string(' ', 40) + "\r");
        }
    }
}
