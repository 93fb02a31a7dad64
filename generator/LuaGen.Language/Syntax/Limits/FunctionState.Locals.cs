namespace LuaGen.Language.Syntax.Limits;

/// <summary>Locals, upvalues and blocks.</summary>
internal sealed partial class FunctionState
{
    private readonly List<int> _upvalues = [];
    private readonly List<BlockState> _blocks = [];
    private int _localsInTotal;

    private struct BlockState
    {
        public JumpList Breaks;
        public int ActiveLocals;
        public bool HasUpvalue;
        public bool IsLoop;
    }

    /// <summary>Counts a local that a statement declares; the local is not visible until the statement ends.</summary>
    /// <param name="declaredBefore">The number of locals that the statement declared before this one.</param>
    public void DeclareLocal(int declaredBefore)
    {
        if (ActiveLocals + declaredBefore + 1 > Maximum.LocalVariables)
        {
            compilation.Reporter!.LimitPassed(this, Limit.LocalVariables);
        }

        if (_localsInTotal++ == Maximum.LocalsInTotal)
        {
            compilation.Reporter!.LimitPassed(this, Limit.LocalsInTotal);
        }
    }

    /// <summary>Makes the next declared local visible by its name.</summary>
    public void ActivateLocal(Symbol name) =>
        compilation.Locals.Push(name, new Scoped(_serial, ActiveLocals++));

    /// <summary>Activates locals that the compiler declares: the control variables of a <c>for</c>, <c>self</c> and <c>arg</c>.</summary>
    public void ActivateHidden(int count)
    {
        for (; count > 0; count--)
        {
            ActivateLocal(compilation.HiddenName);
        }
    }

    private void RemoveLocals(int downTo)
    {
        ActiveLocals = downTo;
        compilation.Locals.PopTo(_localBase + downTo);
    }

    /// <summary>Resolves a name at the current position.</summary>
    public Operand Variable(Symbol name)
    {
        var local = name.Local;
        if (local.Function == _serial)
        {
            return Operand.Of(OperandKind.Local, local.Index);
        }

        return local.Function == 0
            ? Operand.Of(OperandKind.Global, StringConstant(name))
            : Operand.Of(OperandKind.Upvalue, CaptureFrom(local).Index);
    }

    /// <summary>Makes a local of an outer function an upvalue of this function and of every function between.</summary>
    private (bool IsLocal, int Index) CaptureFrom(Scoped local)
    {
        if (local.Function == _serial)
        {
            MarkCaptured(local.Index);
            return (true, local.Index);
        }

        var (isLocal, index) = Parent!.CaptureFrom(local);
        var upvalue = (index << 1) | (isLocal ? 1 : 0);
        var known = _upvalues.IndexOf(upvalue);
        if (known >= 0)
        {
            return (false, known);
        }

        if (_upvalues.Count + 1 > Maximum.Upvalues)
        {
            compilation.Reporter!.LimitPassed(this, Limit.Upvalues);
        }

        _upvalues.Add(upvalue);
        return (false, _upvalues.Count - 1);
    }

    /// <summary>A block with a captured local must close it at its end, which costs one more instruction.</summary>
    private void MarkCaptured(int register)
    {
        var i = _blocks.Count - 1;
        while (i >= 0 && _blocks[i].ActiveLocals > register)
        {
            i--;
        }

        if (i >= 0)
        {
            _blocks[i] = _blocks[i] with { HasUpvalue = true };
        }
    }

    public void EnterBlock(bool isLoop) =>
        _blocks.Add(new BlockState { ActiveLocals = ActiveLocals, IsLoop = isLoop });

    public void LeaveBlock()
    {
        var block = _blocks[_blocks.Count - 1];
        _blocks.RemoveAt(_blocks.Count - 1);
        RemoveLocals(block.ActiveLocals);
        if (block.HasUpvalue)
        {
            Emit(InstructionKind.Other);
        }

        FreeRegister = ActiveLocals;
        PatchToHere(block.Breaks);
    }

    public bool InnermostBlockHasUpvalue => _blocks[_blocks.Count - 1].HasUpvalue;

    /// <summary><c>break</c>; returns false outside a loop.</summary>
    public bool TryBreak()
    {
        var closes = false;
        var i = _blocks.Count - 1;
        for (; i >= 0 && !_blocks[i].IsLoop; i--)
        {
            closes |= _blocks[i].HasUpvalue;
        }

        if (i < 0)
        {
            return false;
        }

        if (closes)
        {
            Emit(InstructionKind.Other);
        }

        var loop = _blocks[i];
        Join(ref loop.Breaks, Jump());
        _blocks[i] = loop;
        return true;
    }

    /// <summary>Ends a statement: frees the temporary registers of its expressions.</summary>
    public void EndStatement() => FreeRegister = ActiveLocals;
}
