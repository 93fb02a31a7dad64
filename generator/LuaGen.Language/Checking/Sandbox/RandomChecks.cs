using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>Finds random numbers without a seed: each run of a script gets the same ones.</summary>
internal sealed class RandomChecks(FindingBag findings)
{
    private CallExpression? _first;
    private bool _isSeeded;

    public void Call(CallExpression random) => _first ??= random;

    public void Seed() => _isSeeded = true;

    public void Report()
    {
        if (_first is not null && !_isSeeded)
        {
            findings.UnseededRandom(_first.Span);
        }
    }
}
