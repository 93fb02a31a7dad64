using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Commands;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Parameters;

/// <summary>
/// Finds elements of KEYS that commands get only in other places than a key's, or that the script only compares. A key that is used in
/// any other way, for example in a concatenation, or in a function, is not reported.
/// </summary>
internal sealed class KeyRoleChecks
{
    private readonly CheckedScript _script;
    private readonly HashSet<Expression> _tables = [];
    private readonly HashSet<Expression> _keys = [];
    private readonly HashSet<Expression> _named = [];

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
                    if (argument.Expression is IndexExpression or NameExpression)
                    {
                        _sent.Add(argument.Expression);
                    }
                }
            }
        }
    }

    /// <summary>The checks of a script; <see langword="null"/> if it has no keys that commands use, or nothing is known of its values.</summary>
    public static KeyRoleChecks? Of(CheckedScript script) =>
        script.Bound.Names("KEYS") && script.Types.IsKnown && script.KeyUses.Count > 0 ? new KeyRoleChecks(script) : null;

    /// <summary>A local that holds an element is what is looked at, wherever it is used.</summary>
    public void Check(Statement statement)
    {
        if (statement is not LocalStatement local)
        {
            return;
        }

        for (var i = 0; i < local.Values.Count && i < local.Names.Count; i++)
        {
            if (_script.Bound.DeclaredBy(local.Names[i]) is { } symbol && symbol.OnlyValue == local.Values[i] && IndexOf(local.Values[i]) is not null)
            {
                _named.Add(local.Values[i]);
            }
        }
    }

    public void Check(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                _compared.Add(comparison.Left);
                _compared.Add(comparison.Right);
                break;
            case IndexExpression index when _script.Bound.TableOf(index.Target) == ParameterTable.Keys:
                _tables.Add(index.Target);
                if (!_named.Contains(index))
                {
                    Note(index);
                }

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

    public void Report()
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
