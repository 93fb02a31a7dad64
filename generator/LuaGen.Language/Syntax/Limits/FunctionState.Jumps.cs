namespace LuaGen.Language.Syntax.Limits;

/// <summary>Instructions and jumps.</summary>
internal sealed partial class FunctionState
{
    private Instruction[] _code = new Instruction[64];
    private int _next;
    private int _lastTarget;

    /// <summary>Jumps whose target is the next instruction that is emitted.</summary>
    private JumpList _toHere;

    private int Emit(InstructionKind kind, int value = 0, int to = 0)
    {
        if (!_toHere.IsEmpty)
        {
            Patch(_toHere, _next, NoRegister, _next);
            _toHere = default;
        }

        if (_next == _code.Length)
        {
            Array.Resize(ref _code, _next * 2);
        }

        ref var instruction = ref _code[_next];
        instruction.Kind = kind;
        instruction.To = unchecked((byte)to);
        instruction.Value = value;
        return _next++;
    }

    /// <summary>Marks the next instruction as a jump target and returns its index.</summary>
    public int Label()
    {
        _lastTarget = _next;
        return _next;
    }

    /// <summary>A jump whose target is not known yet.</summary>
    public JumpList Jump()
    {
        var held = _toHere;
        _toHere = default;
        var jump = JumpList.Of(Emit(InstructionKind.Jump));
        Join(ref jump, held);
        return jump;
    }

    private JumpList TestAndJump(InstructionKind test, int register = 0)
    {
        Emit(test, register);
        return Jump();
    }

    /// <summary>Appends <paramref name="more"/> to <paramref name="list"/>.</summary>
    public void Join(ref JumpList list, JumpList more)
    {
        if (more.IsEmpty)
        {
            return;
        }

        if (list.IsEmpty)
        {
            list = more;
            return;
        }

        // The link between two jumps is stored as a distance too, so the same limit applies.
        CheckDistance(list.Last - 1, more.First - 1);
        _code[list.Last - 1].Value = more.First;
        list.Last = more.Last;
    }

    public void PatchToHere(JumpList list)
    {
        Label();
        Join(ref _toHere, list);
    }

    public void PatchTo(JumpList list, int target)
    {
        if (target == _next)
        {
            PatchToHere(list);
        }
        else
        {
            Patch(list, target, NoRegister, target);
        }
    }

    /// <summary>
    /// Patches the jumps that carry a value to <paramref name="valueTarget"/>, with the value in <paramref name="register"/>,
    /// and the others to <paramref name="otherTarget"/>.
    /// </summary>
    private void Patch(JumpList list, int valueTarget, int register, int otherTarget)
    {
        for (var jump = list.First; jump != 0;)
        {
            var next = _code[jump - 1].Value;
            CheckDistance(jump - 1, TryKeepValue(jump - 1, register) ? valueTarget : otherTarget);
            jump = next;
        }
    }

    private void CheckDistance(int jump, int target)
    {
        if (Math.Abs(target - (jump + 1)) > Maximum.JumpDistance)
        {
            compilation.Reporter!.LimitPassed(this, Limit.JumpDistance);
        }
    }

    /// <summary>The instruction that controls a jump: the test before it, otherwise the jump itself.</summary>
    private ref Instruction ControlOf(int jump) =>
        ref _code[jump >= 1 && _code[jump - 1].Kind is InstructionKind.Test or InstructionKind.TestSet ? jump - 1 : jump];

    private bool TryKeepValue(int jump, int register)
    {
        ref var control = ref ControlOf(jump);
        if (control.Kind != InstructionKind.TestSet)
        {
            return false;
        }

        if (register == NoRegister || register == control.Value)
        {
            control.Kind = InstructionKind.Test;
        }

        return true;
    }

    /// <summary>Whether any jump in the list carries no value.</summary>
    private bool NeedsValue(JumpList list)
    {
        for (var jump = list.First; jump != 0; jump = _code[jump - 1].Value)
        {
            if (ControlOf(jump - 1).Kind != InstructionKind.TestSet)
            {
                return true;
            }
        }

        return false;
    }

    private void DropValues(JumpList list)
    {
        for (var jump = list.First; jump != 0; jump = _code[jump - 1].Value)
        {
            _ = TryKeepValue(jump - 1, NoRegister);
        }
    }
}
