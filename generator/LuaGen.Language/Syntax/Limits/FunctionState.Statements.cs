namespace LuaGen.Language.Syntax.Limits;

/// <summary>Variables, fields, calls, tables and assignments.</summary>
internal sealed partial class FunctionState
{
    public Operand StringOperand(Symbol text) => Operand.Of(OperandKind.Constant, StringConstant(text));

    public Operand VarargOperand() => Operand.Of(OperandKind.Vararg, Emit(InstructionKind.Other));

    /// <summary><c>table[key]</c>, where the table is in a register.</summary>
    public void Index(ref Operand table, ref Operand key)
    {
        table.Key = PutInRegisterOrConstant(ref key);
        table.Kind = OperandKind.Indexed;
    }

    /// <summary><c>target:method</c>: puts the function and the target into consecutive registers for the call.</summary>
    public void Self(ref Operand target, Symbol method)
    {
        var key = StringOperand(method);
        PutInAny(ref target);
        Release(target);
        var function = FreeRegister;
        Reserve(2);
        PutInRegisterOrConstant(ref key);
        Emit(InstructionKind.Other);
        Release(key);
        target.Info = function;
        target.Kind = OperandKind.Register;
    }

    /// <summary>A call. The function is in a register, followed by all arguments but the last.</summary>
    public void Call(ref Operand function, ref Operand lastArgument)
    {
        var register = function.Info;
        if (!lastArgument.HasManyValues && lastArgument.Kind != OperandKind.Void)
        {
            PutInNext(ref lastArgument);
        }

        function = Operand.Of(OperandKind.Call, Emit(InstructionKind.Call, register));
        FreeRegister = register + 1;
    }

    /// <summary><c>{</c>: the table goes into a register before its fields are read.</summary>
    public Operand NewTable()
    {
        var table = Operand.Of(OperandKind.Relocatable, Emit(InstructionKind.Other));
        PutInNext(ref table);
        return table;
    }

    /// <summary>Called after the key of <c>[key] = value</c>.</summary>
    public void TableKey(ref Operand key) => PutInRegisterOrConstant(ref key);

    /// <summary>Called after key and value of a field; <paramref name="free"/> is the first register that was free before them.</summary>
    public void StoreField(ref Operand value, int free)
    {
        PutInRegisterOrConstant(ref value);
        Emit(InstructionKind.Other);
        FreeRegister = free;
    }

    /// <summary>Stores the list items that are waiting in the registers after the table.</summary>
    public void StoreItems(in Operand table, int items)
    {
        Emit(InstructionKind.Other);
        if (((items - 1) / Maximum.PendingItems) + 1 > Maximum.NumberedBatches)
        {
            Emit(InstructionKind.Other);
        }

        FreeRegister = table.Info + 1;
    }

    /// <summary>Adjusts a list of values to the number of variables; the last value is not yet in a register.</summary>
    public void Adjust(int variables, int values, ref Operand last)
    {
        var missing = variables - values;
        if (last.HasManyValues)
        {
            missing = Math.Max(missing + 1, 0);
            TakeManyValues(last);
            if (missing > 1)
            {
                Reserve(missing - 1);
            }

            return;
        }

        if (last.Kind != OperandKind.Void)
        {
            PutInNext(ref last);
        }

        if (missing > 0)
        {
            var register = FreeRegister;
            Reserve(missing);
            LoadNil(register, missing);
        }
    }

    /// <summary>Drops the last values, when there are more values than variables.</summary>
    public void DropValues(int count) => FreeRegister -= count;

    /// <summary>The value in the last reserved register.</summary>
    public Operand LastRegister() => Operand.Of(OperandKind.Register, FreeRegister - 1);

    public void Store(in Operand variable, ref Operand value)
    {
        switch (variable.Kind)
        {
            case OperandKind.Local:
                Release(value);
                Put(ref value, variable.Info);
                return;
            case OperandKind.Upvalue or OperandKind.Global:
                PutInAny(ref value);
                break;
            case OperandKind.Indexed:
                PutInRegisterOrConstant(ref value);
                break;
        }

        Emit(InstructionKind.Other);
        Release(value);
    }

    /// <summary>
    /// In <c>t[i], t = …</c> the local <c>t</c> is assigned before <c>t[i]</c> is stored, so the old value is kept in a
    /// separate register.
    /// </summary>
    public void KeepForEarlierTargets(Span<Operand> earlier, in Operand local)
    {
        var copy = FreeRegister;
        var needed = false;
        for (var i = earlier.Length - 1; i >= 0; i--)
        {
            ref var target = ref earlier[i];
            if (target.Kind != OperandKind.Indexed)
            {
                continue;
            }

            if (target.Info == local.Info)
            {
                needed = true;
                target.Info = copy;
            }

            if (target.Key == local.Info)
            {
                needed = true;
                target.Key = copy;
            }
        }

        if (needed)
        {
            Emit(InstructionKind.Other);
            Reserve(1);
        }
    }

    public void Return(ref Operand last, int values)
    {
        if (values > 0)
        {
            if (last.HasManyValues)
            {
                TakeManyValues(last);
            }
            else if (values == 1)
            {
                PutInAny(ref last);
            }
            else
            {
                PutInNext(ref last);
            }
        }

        Emit(InstructionKind.Other);
    }

    /// <summary>Begins the body of a <c>for</c> and returns the jump over it.</summary>
    public JumpList BeginFor(bool isNumeric) =>
        isNumeric ? JumpList.Of(Emit(InstructionKind.Jump)) : Jump();

    public void EndFor(JumpList begin, bool isNumeric)
    {
        PatchToHere(begin);
        var back = JumpList.Of(Emit(isNumeric ? InstructionKind.Jump : InstructionKind.Test));
        PatchTo(isNumeric ? back : Jump(), begin.First);
    }

    /// <summary>The step of a numeric <c>for</c> that does not specify one.</summary>
    public void DefaultStep()
    {
        NumberConstant(1);
        Emit(InstructionKind.Other);
        Reserve(1);
    }
}
