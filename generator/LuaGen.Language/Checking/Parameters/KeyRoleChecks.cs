using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>
/// Finds elements of KEYS that commands get only in other places than a key's, or that the script only compares. A key that is used in
/// any other way, for example in a concatenation, or in a function, is not reported.
/// </summary>
internal sealed class KeyRoleChecks : SyntaxWalker
{
    private readonly CheckedScript _script;
    private readonly HashSet<Expression> _tables = [];
    private readonly HashSet<Expression> _keys = [];

    /// <summary>Expressions that are arguments of commands with keys, and those that are compared. The channel of PUBLISH may be in KEYS for its prefix.</summary>
    private readonly HashSet<Expression> _sent = [];
    private readonly HashSet<Expression> _compared = [];
    private readonly Dictionary<int, (Expression First, bool IsKey, bool IsSent)> _roles = [];
    private bool _isOpen;

    private KeyRoleChecks(CheckedScript script)
    {
        _script = script;
        foreach (var use in script.KeyUses)
        {
            _keys.Add(use.Expression);
        }

        foreach (var call in script.Types.Calls)
        {
            if (call.Arguments is [{ Constant: { } name }, ..] && CommandTable.Find(name) is { KeySpecs.Count: > 0 } and not { Name: "EVAL" or "EVALSHA" or "FCALL" or "EVAL_RO" or "EVALSHA_RO" or "FCALL_RO" })
            {
                foreach (var argument in call.Arguments)
                {
                    _sent.Add(argument.Expression);
                }
            }
        }
    }

    public static void Run(CheckedScript script)
    {
        if (script.Bound.Names("KEYS") && script.Types.IsKnown && script.KeyUses.Count > 0)
        {
            var checks = new KeyRoleChecks(script);
            checks.VisitBlock(script.Bound.Tree.Chunk);
            checks.Report();
        }
    }

    protected override void VisitLocal(LocalStatement statement)
    {
        for (var i = 0; i < statement.Values.Count; i++)
        {
            // The local is what is looked at.
            if (i < statement.Names.Count && _script.Bound.DeclaredBy(statement.Names[i]) is { } symbol && symbol.OnlyValue == statement.Values[i] && IndexOf(statement.Values[i]) is not null)
            {
                _tables.Add(((IndexExpression)statement.Values[i]).Target);
            }
            else
            {
                VisitExpression(statement.Values[i]);
            }
        }
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                _compared.Add(comparison.Left);
                _compared.Add(comparison.Right);
                break;
            case IndexExpression index when _script.Bound.TableOf(index.Target) == ParameterTable.Keys:
                _tables.Add(index.Target);
                Note(index);
                break;
            case NameExpression name when _script.Bound.IsGlobal(name, "KEYS"):
                _isOpen |= !_tables.Contains(name);
                break;
            case NameExpression name when _script.Bound.LocalOf(name) is { OnlyValue: IndexExpression value } && IndexOf(value) is not null:
                Note(name);
                break;
        }
    }

    private int? IndexOf(Expression expression) =>
        expression is IndexExpression index && _script.Bound.TableOf(index.Target) == ParameterTable.Keys ? _script.Bound.IntegerOf(index.Index) : null;

    private void Note(Expression used)
    {
        if (IndexOf(_script.Bound.Resolve(used)) is not { } index)
        {
            _isOpen = true;
            return;
        }

        var isSent = _sent.Contains(used) && !_keys.Contains(used);
        var role = _roles.TryGetValue(index, out var known) ? known : (First: used, IsKey: false, IsSent: false);
        _roles[index] = (role.First, role.IsKey || !(isSent || _compared.Contains(used)), role.IsSent || isSent);
    }

    private void Report()
    {
        if (_isOpen)
        {
            return;
        }

        foreach (var role in _roles)
        {
            if (!role.Value.IsKey)
            {
                _script.Findings.KeyNotUsedAsKey(role.Value.First.Span, role.Key, role.Value.IsSent ? "a value that commands get" : "compared");
            }
        }
    }
}
