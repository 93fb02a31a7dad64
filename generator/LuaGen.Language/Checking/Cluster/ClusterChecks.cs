using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Inference;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Cluster;

/// <summary>
/// Finds keys that are not declared. A client selects the cluster node for a call by its KEYS alone, so an undeclared
/// key is on that node only by chance.
/// </summary>
internal sealed class ClusterChecks
{
    /// <summary>The number of constant keys that later ones are compared with, to bound the work.</summary>
    private const int MaxConstants = 16;
    private const Provenance Undeclared = Provenance.Literal | Provenance.Argument | Provenance.Reply;

    private readonly TypedScript _script;
    private readonly IReadOnlyList<KeyUse> _uses;
    private readonly KeyDeclarationAdvice _advice;
    private readonly FindingBag _findings;
    private readonly CheckedScript _checked;

    private ClusterChecks(CheckedScript script)
    {
        _checked = script;
        _script = script.Types;
        _uses = script.KeyUses;
        _advice = script.KeyAdvice;
        _findings = script.Findings;
    }

    private CallPlaces Places => _checked.Places;

    public static void Run(CheckedScript script)
    {
        var checks = new ClusterChecks(script);
        if (script.Traits.InCluster)
        {
            checks.CheckUndeclared();
            checks.CheckDerived();
            checks.CheckSlots();
        }

        if (script.Traits.Servers.Has(ServerFamily.Dragonfly) && !AllowsUndeclaredKeys(script.Bound.Tree.Text))
        {
            checks.CheckDragonfly();
        }
    }

    /// <summary>Whether the first line is Dragonfly's own, with the flag that allows keys that are not in KEYS.</summary>
    private static bool AllowsUndeclaredKeys(string text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text.Substring(0, end);
        return line.StartsWith("--!df ", StringComparison.Ordinal) && line.IndexOf("allow-undeclared-keys", StringComparison.Ordinal) > 0;
    }

    /// <summary>Dragonfly locks the keys in KEYS before a script runs, and refuses all others, in a cluster or not.</summary>
    private void CheckDragonfly()
    {
        foreach (var (found, others) in Find(use => (IsUndeclared(use.Value) && use.Argument is null) || (use.Value.Provenance == Provenance.KeyBased && use.Value.MayBe(LuaKinds.Text))))
        {
            _findings.UndeclaredOnDragonfly(found.Expression.Span, SourceExcerpt.Of(_script.Script.Tree, found.Expression), others);
        }
    }

    private static bool IsUndeclared(AbstractValue value) => value.MayBe(LuaKinds.Text) && value.Provenance != Provenance.None && (value.Provenance & ~Undeclared) == 0;

    private void CheckUndeclared()
    {
        foreach (var (found, others) in Find(use => IsUndeclared(use.Value) && use.Argument is null))
        {
            var isMany = found.Value.Text is null && (found.Expression is CallExpression || Places.IsInLoop(found.Call));
            _findings.UndeclaredKey(found.Expression.Span, SourceExcerpt.Of(_script.Script.Tree, found.Expression), WhatItIs(found.Value), others, AdviceFor(found, isMany));
        }
    }

    private void CheckDerived()
    {
        foreach (var (found, others) in Find(use => use.Value.Provenance == Provenance.KeyBased && use.Value.MayBe(LuaKinds.Text)))
        {
            var isMany = found.Expression is CallExpression || Places.IsInLoop(found.Call);
            var advice = new PassedChoices(_script.Script).DependsOnReply(found.Expression)
                ? "only the script knows this key, so give the declared key a hash tag, as in `stock:{42}`"
                : AdviceFor(found, isMany);
            _findings.DerivedKey(found.Expression.Span, SourceExcerpt.Of(_script.Script.Tree, found.Expression), others, advice);
        }
    }

    /// <summary>An included file knows no index, since each script that includes it has its own KEYS.</summary>
    private string AdviceFor(KeyUse use, bool isMany) =>
        _checked.Composed is { } composed && composed.ToSource(use.Expression.Span).File != composed.Files[0]
            ? "declare it as a key of the scripts that include this file, and pass it to the function"
            : _advice.For(use, isMany);

    /// <summary>The first such key of each file and the lines of the others, because one finding reports them all.</summary>
    private List<(KeyUse First, List<string> OtherLines)> Find(Func<KeyUse, bool> isSuch)
    {
        var found = new List<(KeyUse First, List<string> OtherLines)>();
        foreach (var use in _uses.Where(isSuch))
        {
            var known = found.FindIndex(each => _checked.Lines.IsSameFile(each.First.Expression.Span, use.Expression.Span));
            if (known < 0)
            {
                found.Add((use, []));
            }
            else
            {
                AddLine(found[known].OtherLines, LineOf(use, found[known].First));
            }
        }

        foreach (var (first, others) in found)
        {
            others.Remove(LineOf(first, first));
        }

        return found;
    }

    /// <summary>Reports two constant keys of different slots that one run uses.</summary>
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
                    _findings.KeysOfDifferentSlots(use.Expression.Span, (key, slot), (other, otherSlot), LineOf(earlier, use));
                    return;
                }
            }

            // More than that does not occur in practice.
            if (constants.Count < MaxConstants)
            {
                constants.Add((use, key, slot));
            }
        }
    }

    private static string WhatItIs(AbstractValue value) => value.Provenance switch
    {
        Provenance.Literal => "a literal",
        Provenance.Argument or (Provenance.Argument | Provenance.Literal) => "built from an argument",
        Provenance.Reply or (Provenance.Reply | Provenance.Literal) => "built from a reply",
        _ => "built from arguments and replies",
    };

    private static void AddLine(List<string> lines, string line)
    {
        // One line more than is listed shows that the list is incomplete.
        if (lines.Count <= ClusterFindings.MaxLines && !lines.Contains(line))
        {
            lines.Add(line);
        }
    }

    private string LineOf(KeyUse use, KeyUse from) => _checked.Lines.Of(use.Expression.Span, from.Expression.Span);
}
