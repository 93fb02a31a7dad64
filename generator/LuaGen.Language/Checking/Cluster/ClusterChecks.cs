using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Cluster;

/// <summary>
/// Finds keys that no declaration covers. A client finds the node for a call by its KEYS alone, so a key that is none of
/// them is there by chance.
/// </summary>
internal sealed class ClusterChecks
{
    /// <summary>Constant keys that are compared with those behind them; a script with more has said enough.</summary>
    private const int MaxConstants = 16;
    private const Origins Undeclared = Origins.Literal | Origins.Argument | Origins.Reply;

    private readonly TypedScript _script;
    private readonly IReadOnlyList<KeyUse> _uses;
    private readonly KeyDeclarationAdvice _advice;
    private readonly FindingBag _findings;
    private readonly LineMap _lines;
    private CallPlaces? _places;

    private ClusterChecks(TypedScript script, ScriptHeader header, FindingBag findings)
    {
        _script = script;
        _uses = KeyUses.Of(script);
        _advice = new KeyDeclarationAdvice(script, header);
        _findings = findings;
        _lines = new LineMap(script.Script.Tree.Text);
    }

    private CallPlaces Places => _places ??= CallPlaces.Of(_script.Script.Tree);

    /// <param name="script">The script.</param>
    /// <param name="header">Its header, which says how many keys there are.</param>
    /// <param name="inCluster">Whether the project's scripts may run in a cluster.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Run(TypedScript script, ScriptHeader header, bool inCluster, FindingBag findings)
    {
        var checks = new ClusterChecks(script, header, findings);
        checks.CheckArguments();
        if (inCluster && !RefusesCluster(script.Script.Tree.Shebang))
        {
            checks.CheckUndeclared();
            checks.CheckDerived();
            checks.CheckSlots();
        }
    }

    /// <summary><c>no-cluster</c>: it never runs there. <c>allow-cross-slot-keys</c>: its author knows what else it touches.</summary>
    private static bool RefusesCluster(Shebang? shebang) =>
        shebang is not null && (shebang.Flags.Contains("no-cluster") || shebang.Flags.Contains("allow-cross-slot-keys"));

    private static bool IsUndeclared(LuaValue value) => value.MayBe(LuaKinds.Text) && value.Origins != Origins.None && (value.Origins & ~Undeclared) == 0;

    /// <summary>An element of ARGV as it is: what to do about it is clear, whether there is a cluster or not.</summary>
    private static Parameter? ArgumentOf(KeyUse use) =>
        use.Value is { Origins: Origins.Argument, Detail: Parameter { Table: ParameterTable.Argv } parameter } && use.Value.MayBe(LuaKinds.Text) ? parameter : null;

    private void CheckArguments()
    {
        HashSet<Parameter>? reported = null;
        foreach (var use in _uses)
        {
            if (ArgumentOf(use) is { } parameter && (reported ??= []).Add(parameter))
            {
                _findings.KeyAsArgument(use.Expression.Span, parameter, _advice.For(use, IsMany(use, parameter)));
            }
        }
    }

    private static bool IsMany(KeyUse use, Parameter parameter) => parameter.Index == 0 || use.Expression is CallExpression;

    private void CheckUndeclared()
    {
        if (Find(use => IsUndeclared(use.Value) && ArgumentOf(use) is null) is var (found, others))
        {
            var isMany = found.Value.Text is null && (found.Expression is CallExpression || Places.IsInLoop(found.Call));
            _findings.UndeclaredKey(found.Expression.Span, SourceWords.Of(_script.Script.Tree, found.Expression), WhatItIs(found.Value), others, _advice.For(found, isMany));
        }
    }

    private void CheckDerived()
    {
        if (Find(use => use.Value.Origins == Origins.KeyBased && use.Value.MayBe(LuaKinds.Text)) is var (found, others))
        {
            var isMany = found.Expression is CallExpression || Places.IsInLoop(found.Call);
            _findings.DerivedKey(found.Expression.Span, SourceWords.Of(_script.Script.Tree, found.Expression), others, _advice.For(found, isMany));
        }
    }

    /// <summary>The first of such keys, and the lines of the others: one finding speaks of them all.</summary>
    private (KeyUse First, List<int> OtherLines)? Find(Func<KeyUse, bool> isSuch)
    {
        KeyUse? first = null;
        var others = new List<int>();
        foreach (var use in _uses.Where(isSuch))
        {
            if (first is null)
            {
                first = use;
            }
            else
            {
                AddLine(others, use);
            }
        }

        if (first is not { } found)
        {
            return null;
        }

        others.Remove(LineOf(found.Expression));
        return (found, others);
    }

    /// <summary>Two constant keys that one run uses.</summary>
    private void CheckSlots()
    {
        var constants = new List<(KeyUse Use, string Key, int Slot)>();
        foreach (var use in _uses)
        {
            if (use.Value.Text is not { } key || KeySlot.Of(key) is not { } slot)
            {
                continue;
            }

            foreach (var (earlier, other, otherSlot) in constants)
            {
                if (slot != otherSlot && (earlier.Call == use.Call || Places.IsAlwaysBefore(earlier.Call, use.Call)))
                {
                    _findings.KeysOfDifferentSlots(use.Expression.Span, (key, slot), (other, otherSlot), LineOf(earlier.Expression));
                    return;
                }
            }

            // One of each slot and block would do; so many are nobody's script.
            if (constants.Count < MaxConstants)
            {
                constants.Add((use, key, slot));
            }
        }
    }

    private static string WhatItIs(LuaValue value) => value.Origins switch
    {
        Origins.Literal => "written in the script",
        Origins.Argument or (Origins.Argument | Origins.Literal) => "made of an argument",
        Origins.Reply or (Origins.Reply | Origins.Literal) => "made of a reply",
        _ => "made of arguments and replies",
    };

    private void AddLine(List<int> lines, KeyUse use)
    {
        // One more than are listed tells that there are more.
        var line = LineOf(use.Expression);
        if (lines.Count <= ClusterFindings.MaxLines && !lines.Contains(line))
        {
            lines.Add(line);
        }
    }

    private int LineOf(Expression expression) => _lines.GetPosition(expression.Span.Start).Line + 1;
}
