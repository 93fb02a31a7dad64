using LuaGen.Language.Binding;
using LuaGen.Language.Library;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Commands;

/// <summary>The calls in a piece of code: commands, in the order in which they run, and functions that may call further ones.</summary>
internal sealed class CalledIn : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly List<CallExpression> _commands = [];

    public CalledIn(BoundScript script) => _script = script;

    public IReadOnlyList<CallExpression> Commands => _commands;

    /// <summary>Whether some of the calls run only under a condition.</summary>
    public bool IsConditional { get; private set; }

    /// <summary>Whether a function of the script is called, or one that is not known.</summary>
    public bool IsUnknown { get; private set; }

    /// <summary>Looks at another expression, and forgets the last one.</summary>
    public void Read(Expression expression)
    {
        Forget();
        VisitExpression(expression);
        if (_commands.Count > 1)
        {
            // An inner call runs before the one that it is an argument of.
            _commands.Sort(static (one, other) => one.Span.End != other.Span.End ? one.Span.End.CompareTo(other.Span.End) : other.Span.Start.CompareTo(one.Span.Start));
        }
    }

    /// <summary>Whether code may call commands, or functions that do.</summary>
    public bool MayChange(Block? block, IReadOnlyList<Expression> conditions)
    {
        Forget();
        if (block is not null)
        {
            VisitBlock(block);
        }

        VisitAll(conditions);
        return IsUnknown || _commands.Count > 0;
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or }:
                IsConditional = true;
                break;
            case CallExpression call:
                EnterCall(call);
                break;
        }
    }

    /// <summary>The body of a function runs where it is called, not where it is written.</summary>
    protected override void VisitFunctionBody(FunctionBody body, bool hasSelf)
    {
    }

    private void Forget()
    {
        _commands.Clear();
        (IsConditional, IsUnknown) = (false, false);
    }

    private void EnterCall(CallExpression call)
    {
        if (_script.FunctionCalled(call) is not { } function)
        {
            IsUnknown = true;
        }
        else if ((function.Effects & LibraryEffects.Command) != 0)
        {
            _commands.Add(call);
        }
        else if (function.FullName is "pcall" or "xpcall" or "table.foreach" or "table.foreachi" or "string.gsub" or "coroutine.resume" or "coroutine.wrap" or "load" or "loadstring")
        {
            IsUnknown |= function.FullName != "string.gsub" || call.Arguments is [_, _, FunctionExpression or NameExpression, ..];
        }
    }
}
