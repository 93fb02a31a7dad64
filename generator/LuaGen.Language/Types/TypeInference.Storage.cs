using LuaGen.Language.Binding;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Types;

/// <content>Locals, cells and tables: stores and reads.</content>
internal sealed partial class TypeInference
{
    private void Declare(Identifier name, AbstractValue value)
    {
        // After a call that never returns, such as error(), there is nothing to declare.
        if (_locals is not { } locals || _script.DeclaredBy(name) is not { } symbol)
        {
            return;
        }

        _frame.Symbols[symbol.Slot] = symbol;
        locals[symbol.Slot] = value;
        if (symbol.IsCaptured)
        {
            StoreShared(symbol, value);
        }
    }

    private void Assign(Expression target, AbstractValue value)
    {
        if (_locals is not { } locals)
        {
            return;
        }

        switch (target)
        {
            case NameExpression name when _script.LocalOf(name) is { } symbol:
                if (symbol.Depth == _frame.Depth)
                {
                    locals[symbol.Slot] = value;
                }

                if (symbol.IsCaptured)
                {
                    StoreShared(symbol, value);
                }

                break;
            case MemberExpression member:
                Store(Evaluate(member.Target), AbstractValue.Of(member.Member.Name), value);
                break;
            case IndexExpression index:
                Store(Evaluate(index.Target), Evaluate(index.Index), value);
                break;
            default:
                value.Escape();
                break;
        }
    }

    private void StoreShared(LocalSymbol symbol, AbstractValue value)
    {
        var cell = CellOf(symbol);
        var joined = cell.Value.Join(value);
        _fixpoint.MustRepeat |= cell.WasRead && !joined.Equals(cell.Value);
        cell.Value = joined;
    }

    private AbstractValue Read(LocalSymbol symbol)
    {
        // If a local is shared and reassigned, any function may have changed it in the meantime.
        if (symbol.Depth == _frame.Depth && !(symbol.IsCaptured && symbol.IsReassigned))
        {
            return _locals is { } locals ? locals[symbol.Slot] : AbstractValue.Nothing;
        }

        var cell = CellOf(symbol);
        cell.WasRead = true;
        return cell.Value;
    }

    private Cell CellOf(LocalSymbol symbol)
    {
        if (!_cells.TryGetValue(symbol, out var cell))
        {
            _cells.Add(symbol, cell = new Cell());
        }

        return cell;
    }

    private void Store(AbstractValue target, AbstractValue key, AbstractValue value)
    {
        if (target.Detail is Builtin builtin && ParameterTableOf(builtin) is { } parameters)
        {
            SetsElementsOf(parameters);
        }

        if (target.Table is not { } table)
        {
            value.Escape();
            return;
        }

        if (key.Text is { } name)
        {
            table.StoreField(name, value);
            return;
        }

        if (key.MayBe(LuaKinds.Number))
        {
            table.StoreElement(value);
        }

        if (key.MayBe(~LuaKinds.Number & LuaKinds.Any))
        {
            table.StoreNamed(value);
        }
    }

    /// <summary><c>KEYS</c> or <c>ARGV</c> may contain anything, at every point of the script.</summary>
    private void SetsElementsOf(ParameterTable table)
    {
        _fixpoint.MustRepeat |= !_isSet[(int)table];
        _isSet[(int)table] = true;
    }
}
