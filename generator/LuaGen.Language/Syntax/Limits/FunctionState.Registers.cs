namespace LuaGen.Language.Syntax.Limits;

/// <summary>Registers and constants, and moving values into them.</summary>
internal sealed partial class FunctionState
{
    private const int NoRegister = 255;

    private int _stackSize;
    private int _constants;
    private int _nil;
    private int _true;
    private int _false;

    /// <summary>Checks that registers are available, without reserving them.</summary>
    public void CheckStack(int count)
    {
        var size = FreeRegister + count;
        if (size <= _stackSize)
        {
            return;
        }

        _stackSize = size;
        if (size >= Maximum.Registers)
        {
            compilation.Reporter!.LimitPassed(this, Limit.Registers);
        }
    }

    public void Reserve(int count)
    {
        CheckStack(count);
        FreeRegister += count;
    }

    /// <summary>Frees a register, unless the place is a constant or a local.</summary>
    private void Release(int place)
    {
        if (place < Operand.FirstConstant && place >= ActiveLocals)
        {
            FreeRegister--;
        }
    }

    private void Release(in Operand operand)
    {
        if (operand.Kind == OperandKind.Register)
        {
            Release(operand.Info);
        }
    }

    public int StringConstant(Symbol symbol)
    {
        if (symbol.Constant.Function == _serial)
        {
            return symbol.Constant.Index;
        }

        var index = NextConstant();
        compilation.Constants.Push(symbol, new Scoped(_serial, index));
        return index;
    }

    public int NumberConstant(double number) => StringConstant(compilation.Symbols.Get(number));

    private int NextConstant()
    {
        if (_constants == Maximum.Constants)
        {
            compilation.Reporter!.LimitPassed(this, Limit.Constants);
        }

        return _constants++;
    }

    private int NextConstant(ref int known) => known >= 0 ? known : known = NextConstant();

    /// <summary>Fills registers with nil; merged with the previous instruction if no jump can land between the two.</summary>
    public void LoadNil(int from, int count)
    {
        if (_next > _lastTarget)
        {
            if (_next == 0)
            {
                if (from >= ActiveLocals)
                {
                    return;
                }
            }
            else
            {
                ref var previous = ref _code[_next - 1];
                if (previous.Kind == InstructionKind.LoadNil && previous.Value <= from && from <= previous.To + 1)
                {
                    previous.To = (byte)Math.Max(previous.To, from + count - 1);
                    return;
                }
            }
        }

        Emit(InstructionKind.LoadNil, from, from + count - 1);
    }

    /// <summary>Reads a variable: the operand becomes a value.</summary>
    public void Read(ref Operand operand)
    {
        switch (operand.Kind)
        {
            case OperandKind.Local:
                operand.Kind = OperandKind.Register;
                break;
            case OperandKind.Upvalue or OperandKind.Global:
                operand.Info = Emit(InstructionKind.Other);
                operand.Kind = OperandKind.Relocatable;
                break;
            case OperandKind.Indexed:
                Release(operand.Key);
                Release(operand.Info);
                operand.Info = Emit(InstructionKind.Other);
                operand.Kind = OperandKind.Relocatable;
                break;
            case OperandKind.Call or OperandKind.Vararg:
                TakeOneValue(ref operand);
                break;
        }
    }

    /// <summary>Adjusts multiple results to the first value.</summary>
    public void TakeOneValue(ref Operand operand)
    {
        if (operand.Kind == OperandKind.Call)
        {
            operand.Kind = OperandKind.Register;
            operand.Info = _code[operand.Info].Value;
        }
        else if (operand.Kind == OperandKind.Vararg)
        {
            operand.Kind = OperandKind.Relocatable;
        }
    }

    /// <summary>Keeps all values, or as many as are missing.</summary>
    public void TakeManyValues(in Operand operand)
    {
        if (operand.Kind == OperandKind.Vararg)
        {
            Reserve(1);
        }
    }

    private void LoadInto(ref Operand operand, int register)
    {
        Read(ref operand);
        switch (operand.Kind)
        {
            case OperandKind.Nil:
                LoadNil(register, 1);
                break;
            case OperandKind.True or OperandKind.False or OperandKind.Constant:
                Emit(InstructionKind.Other);
                break;
            case OperandKind.Number:
                NumberConstant(operand.Number);
                Emit(InstructionKind.Other);
                break;
            case OperandKind.Register:
                if (register != operand.Info)
                {
                    Emit(InstructionKind.Other);
                }

                break;
            case OperandKind.Void or OperandKind.Jump:
                return;
        }

        operand.Kind = OperandKind.Register;
        operand.Info = register;
    }

    private void LoadIntoAny(ref Operand operand)
    {
        if (operand.Kind != OperandKind.Register)
        {
            Reserve(1);
            LoadInto(ref operand, FreeRegister - 1);
        }
    }

    /// <summary>Puts the value into a given register and resolves its jumps.</summary>
    private void Put(ref Operand operand, int register)
    {
        LoadInto(ref operand, register);
        if (operand.Kind == OperandKind.Jump)
        {
            Join(ref operand.WhenTrue, JumpList.Of(operand.Info));
        }

        if (operand.HasJumps)
        {
            ResolveJumps(ref operand, register);
        }

        operand.WhenTrue = default;
        operand.WhenFalse = default;
        operand.Info = register;
        operand.Kind = OperandKind.Register;
    }

    private void ResolveJumps(ref Operand operand, int register)
    {
        var loadFalse = -1;
        var loadTrue = -1;
        if (NeedsValue(operand.WhenTrue) || NeedsValue(operand.WhenFalse))
        {
            var past = operand.Kind == OperandKind.Jump ? default : Jump();
            Label();
            loadFalse = Emit(InstructionKind.Other);
            Label();
            loadTrue = Emit(InstructionKind.Other);
            PatchToHere(past);
        }

        var end = Label();
        Patch(operand.WhenFalse, end, register, loadFalse);
        Patch(operand.WhenTrue, end, register, loadTrue);
    }

    public void PutInNext(ref Operand operand)
    {
        Read(ref operand);
        Release(operand);
        Reserve(1);
        Put(ref operand, FreeRegister - 1);
    }

    public int PutInAny(ref Operand operand)
    {
        Read(ref operand);
        if (operand.Kind == OperandKind.Register)
        {
            if (!operand.HasJumps)
            {
                return operand.Info;
            }

            if (operand.Info >= ActiveLocals)
            {
                Put(ref operand, operand.Info);
                return operand.Info;
            }
        }

        PutInNext(ref operand);
        return operand.Info;
    }

    public void MakeValue(ref Operand operand)
    {
        if (operand.HasJumps)
        {
            PutInAny(ref operand);
        }
        else
        {
            Read(ref operand);
        }
    }

    /// <summary>A register, or a constant that an instruction can address directly (at and above <see cref="Operand.FirstConstant"/>).</summary>
    public int PutInRegisterOrConstant(ref Operand operand)
    {
        MakeValue(ref operand);
        switch (operand.Kind)
        {
            case OperandKind.Number or OperandKind.True or OperandKind.False or OperandKind.Nil
                when _constants < Maximum.DirectConstants:
                operand.Info = operand.Kind switch
                {
                    OperandKind.Nil => NextConstant(ref _nil),
                    OperandKind.True => NextConstant(ref _true),
                    OperandKind.False => NextConstant(ref _false),
                    _ => NumberConstant(operand.Number),
                };
                operand.Kind = OperandKind.Constant;
                return operand.Info + Operand.FirstConstant;
            case OperandKind.Constant when operand.Info < Maximum.DirectConstants:
                return operand.Info + Operand.FirstConstant;
            default:
                return PutInAny(ref operand);
        }
    }
}
