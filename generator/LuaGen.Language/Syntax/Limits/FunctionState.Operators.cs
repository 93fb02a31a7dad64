namespace LuaGen.Language.Syntax.Limits;

/// <summary>Operators.</summary>
internal sealed partial class FunctionState
{
    /// <summary>Applies a unary operator, after its operand was read.</summary>
    public void Prefix(UnaryOperator @operator, ref Operand operand)
    {
        switch (@operator)
        {
            case UnaryOperator.Not:
                Negate(ref operand);
                return;
            case UnaryOperator.Negate when operand.IsNumeral:
                // Never NaN: no literal is NaN, and constant folding does not produce one.
                operand.Number = -operand.Number;
                return;
            default:
                PutInAny(ref operand);
                Release(operand);
                operand = Operand.Of(OperandKind.Relocatable, Emit(InstructionKind.Other));
                return;
        }
    }

    /// <summary>Called after the left operand and a binary operator, before the right operand is read.</summary>
    public void Infix(BinaryOperator @operator, ref Operand left)
    {
        switch (@operator)
        {
            case BinaryOperator.And:
                GoIfTrue(ref left);
                break;
            case BinaryOperator.Or:
                GoIfFalse(ref left);
                break;
            case BinaryOperator.Concatenate:
                PutInNext(ref left);
                break;
            case <= BinaryOperator.Power when left.IsNumeral:
                break;
            default:
                PutInRegisterOrConstant(ref left);
                break;
        }
    }

    /// <summary>Called after both operands were read.</summary>
    public void Postfix(BinaryOperator @operator, ref Operand left, ref Operand right)
    {
        switch (@operator)
        {
            case BinaryOperator.And:
                Read(ref right);
                Join(ref right.WhenFalse, left.WhenFalse);
                left = right;
                break;
            case BinaryOperator.Or:
                Read(ref right);
                Join(ref right.WhenTrue, left.WhenTrue);
                left = right;
                break;
            case BinaryOperator.Concatenate:
                Concatenate(ref left, ref right);
                break;
            case <= BinaryOperator.Power:
                Calculate(@operator, ref left, ref right);
                break;
            default:
                Compare(ref left, ref right);
                break;
        }
    }

    /// <summary>A chain of <c>..</c> is one instruction over consecutive registers.</summary>
    private void Concatenate(ref Operand left, ref Operand right)
    {
        MakeValue(ref right);
        if (right.Kind == OperandKind.Relocatable && _code[right.Info].Kind == InstructionKind.Concatenate)
        {
            Release(left);
            left.Kind = OperandKind.Relocatable;
            left.Info = right.Info;
            return;
        }

        PutInNext(ref right);
        Combine(ref left, ref right, InstructionKind.Concatenate);
    }

    private void Calculate(BinaryOperator @operator, ref Operand left, ref Operand right)
    {
        if (left.IsNumeral && right.IsNumeral && TryFold(@operator, left.Number, right.Number, out var result))
        {
            left.Number = result;
            return;
        }

        Combine(ref left, ref right, InstructionKind.Other);
    }

    private void Combine(ref Operand left, ref Operand right, InstructionKind kind)
    {
        PutInRegisterOrConstant(ref right);
        PutInRegisterOrConstant(ref left);
        Release(left);
        Release(right);
        left.Info = Emit(kind);
        left.Kind = OperandKind.Relocatable;
    }

    private void Compare(ref Operand left, ref Operand right)
    {
        PutInRegisterOrConstant(ref left);
        PutInRegisterOrConstant(ref right);
        Release(right);
        Release(left);
        Emit(InstructionKind.Test);
        left.Info = _next;
        left.Kind = OperandKind.Jump;
        _ = Jump();
    }

    /// <summary>Folds two numbers into a constant, unless the result would be NaN.</summary>
    private static bool TryFold(BinaryOperator @operator, double left, double right, out double result)
    {
        result = @operator switch
        {
            BinaryOperator.Add => left + right,
            BinaryOperator.Subtract => left - right,
            BinaryOperator.Multiply => left * right,
            BinaryOperator.Divide => right == 0 ? double.NaN : left / right,
            BinaryOperator.Modulo => right == 0 ? double.NaN : left - (Math.Floor(left / right) * right),
            _ => Math.Pow(left, right),
        };
        return !double.IsNaN(result);
    }

    private void Negate(ref Operand operand)
    {
        Read(ref operand);
        switch (operand.Kind)
        {
            case OperandKind.Nil or OperandKind.False:
                operand.Kind = OperandKind.True;
                break;
            case OperandKind.Constant or OperandKind.Number or OperandKind.True:
                operand.Kind = OperandKind.False;
                break;
            case OperandKind.Relocatable or OperandKind.Register:
                LoadIntoAny(ref operand);
                Release(operand);
                operand.Info = Emit(InstructionKind.Not);
                operand.Kind = OperandKind.Relocatable;
                break;
        }

        (operand.WhenTrue, operand.WhenFalse) = (operand.WhenFalse, operand.WhenTrue);
        DropValues(operand.WhenFalse);
        DropValues(operand.WhenTrue);
    }

    /// <summary>Continues after the operand when it is true; otherwise its jumps are taken.</summary>
    public void GoIfTrue(ref Operand operand)
    {
        Read(ref operand);
        var jump = operand.Kind switch
        {
            OperandKind.Constant or OperandKind.Number or OperandKind.True => default,
            OperandKind.Jump => JumpList.Of(operand.Info),
            _ => JumpOn(ref operand),
        };
        Join(ref operand.WhenFalse, jump);
        PatchToHere(operand.WhenTrue);
        operand.WhenTrue = default;
    }

    private void GoIfFalse(ref Operand operand)
    {
        Read(ref operand);
        var jump = operand.Kind switch
        {
            OperandKind.Nil or OperandKind.False => default,
            OperandKind.Jump => JumpList.Of(operand.Info),
            _ => JumpOn(ref operand),
        };
        Join(ref operand.WhenTrue, jump);
        PatchToHere(operand.WhenFalse);
        operand.WhenFalse = default;
    }

    private JumpList JumpOn(ref Operand operand)
    {
        if (operand.Kind == OperandKind.Relocatable && _code[operand.Info].Kind == InstructionKind.Not)
        {
            // As a condition, `not x` is the inverted test of x.
            _next--;
            return TestAndJump(InstructionKind.Test);
        }

        LoadIntoAny(ref operand);
        Release(operand);
        return TestAndJump(InstructionKind.TestSet, operand.Info);
    }
}
