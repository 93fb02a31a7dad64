using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Inference;

/// <summary>Whether a script does nothing to a list but append to it, so that its first elements stay as they were written.</summary>
internal sealed class AppendedLists : SyntaxWalker
{
    private readonly BoundScript _script;
    private readonly LocalSymbol _list;
    private int _uses;
    private int _appending;

    private AppendedLists(BoundScript script, LocalSymbol list) => (_script, _list) = (script, list);

    public static bool IsOnlyAppended(BoundScript script, LocalSymbol list)
    {
        var uses = new AppendedLists(script, list);
        uses.VisitBlock(script.Tree.Chunk);
        return uses._uses == uses._appending;
    }

    protected override void Enter(Expression expression)
    {
        switch (expression)
        {
            case NameExpression:
                _uses += IsList(expression) ? 1 : 0;
                break;
            case UnaryExpression { Operator: UnaryOperator.Length } length:
                _appending += IsList(length.Operand) ? 1 : 0;
                break;
            case IndexExpression { Index: BinaryExpression { Operator: BinaryOperator.Add, Left: UnaryExpression { Operator: UnaryOperator.Length } last } } end:
                // list[#list + 1] = value
                _appending += IsList(end.Target) && IsList(last.Operand) ? 1 : 0;
                break;
            case CallExpression { Arguments: [var only] } call:
                _appending += IsList(only) && _script.IsGlobal(_script.Resolve(call.Function), "unpack") ? 1 : 0;
                break;
            case CallExpression { Arguments: [var first, var value], Function: MemberExpression { Member.Name: "insert" } insert }:
                _appending += IsList(first) && !IsList(value) && _script.IsGlobal(_script.Resolve(insert.Target), "table") ? 1 : 0;
                break;
        }
    }

    private bool IsList(Expression expression) => expression is NameExpression name && _script.LocalOf(name) == _list;
}
