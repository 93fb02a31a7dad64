using LuaGen.Language.Binding;
using LuaGen.Language.Checking.Common;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Checking.Values;

/// <summary>
/// Finds loops over an array whose first variable is taken for a field: <c>for field, value in pairs(redis.call('HGETALL', key))</c>. A
/// script that calculates with the variable, or reads an element with it, knows that it is an index.
/// </summary>
internal sealed class LoopIndexChecks(CheckedScript checkedScript) : SyntaxWalker
{
    /// <summary>Commands that take a field, a member or a key where scripts do not pass numbers that count.</summary>
    private static readonly HashSet<string> FieldCommands = new(StringComparer.Ordinal) { "HSET", "HMSET", "HSETNX", "HGET", "HDEL", "HEXISTS", "HINCRBY", "HINCRBYFLOAT", "SADD", "SREM", "SISMEMBER" };

    private readonly TypedScript _script = checkedScript.Types;
    private LocalSymbol? _variable;
    private Expression? _asField;
    private bool _isIndex;
    private bool _isOfPairs;

    public void Check(Statement statement)
    {
        if (statement is not GenericForStatement { Variables: [var variable, ..], Iterators: [CallExpression { Arguments: [var list] } iterator] } loop
            || _script.Script.FunctionCalled(iterator) is not { FullName: "pairs" or "ipairs" }
            || _script.TypeOf(list).ReplyArray is not { Command: { } command }
            || _script.Script.DeclaredBy(variable) is not { IsReassigned: false } symbol)
        {
            return;
        }

        (_variable, _asField, _isIndex) = (symbol, null, false);
        _isOfPairs = command == "HGETALL";
        VisitBlock(loop.Body);
        if (_asField is { } use && !_isIndex)
        {
            var shown = list is NameExpression ? SourceExcerpt.Of(_script.Script.Tree, list) : "list";
            checkedScript.Findings.IndexAsField(use.Span, variable.Name, _isOfPairs ? "HGETALL replies with a flat array of fields and values" : $"{command} replies with an array",
                _isOfPairs ? $"`for i = 1, #{shown}, 2 do`, with the field in `{shown}[i]` and the value in `{shown}[i + 1]`" : "the second variable of the loop for an element");
        }
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } equality:
                CheckEquality(equality.Left, equality.Right);
                CheckEquality(equality.Right, equality.Left);
                break;
            case BinaryExpression { Operator: not (BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Concatenate) } calculated:
                _isIndex |= IsVariable(calculated.Left) || IsVariable(calculated.Right);
                break;
            case IndexExpression index:
                _isIndex |= IsVariable(index.Index);
                break;
            case CallExpression call when _isOfPairs && _script.CallAt(call) is { CommandName: { } name } command && FieldCommands.Contains(name):
                _asField ??= command.Arguments.Skip(2).Select(argument => argument.Expression).FirstOrDefault(IsVariable);
                break;
        }
    }

    private void CheckEquality(Expression compared, Expression with)
    {
        if (IsVariable(compared))
        {
            if (with is StringLiteral { Value: var text } && !Numerals.MayBe(text))
            {
                _asField ??= compared;
            }
            else
            {
                _isIndex = true;
            }
        }
    }

    private bool IsVariable(Expression expression) => expression is NameExpression name && _script.Script.LocalOf(name) == _variable;
}
