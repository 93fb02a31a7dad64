namespace LuaGen.Language.Syntax.Limits;

/// <summary>
/// One function as the reference compiler (<c>lparser.c</c>, <c>lcode.c</c> of Lua 5.1) sees it during parsing: its
/// registers, locals, upvalues, constants and jumps. Nothing is compiled, but everything is counted in the compiler's
/// own order, because these counts decide whether a script is accepted and on which line it is refused.
/// </summary>
/// <remarks>
/// The parser calls these methods at the same points of each production at which the reference parser calls its code
/// generator. The object of a finished function is reused for the next function at the same depth.
/// </remarks>
internal sealed partial class FunctionState(CompilationState compilation, FunctionState? parent)
{
    private int _serial;
    private int _constantBase;
    private int _localBase;

    public FunctionState? Parent { get; } = parent;

    /// <summary>The line of the function's <c>function</c> keyword; 0 for the main chunk.</summary>
    public int Line { get; private set; }

    public bool IsVararg { get; set; }

    /// <summary>The first free register; below it are the active locals and the temporaries of expressions.</summary>
    public int FreeRegister { get; private set; }

    /// <summary>The number of visible locals; each is in the register with its index.</summary>
    public int ActiveLocals { get; private set; }

    /// <summary>Whether a limit of this function was already reported, so that each fault is reported once.</summary>
    public bool LimitReported { get; set; }

    private FunctionState? Inner { get; set; }

    /// <summary>The state of a function inside this one.</summary>
    public FunctionState OpenInner(int line)
    {
        Inner ??= new FunctionState(compilation, this);
        Inner.Open(line);
        return Inner;
    }

    public void Open(int line)
    {
        _serial = compilation.NextSerial();
        _constantBase = compilation.Constants.Count;
        _localBase = compilation.Locals.Count;
        Line = line;
        IsVararg = line == 0;
        LimitReported = false;
        FreeRegister = 0;
        ActiveLocals = 0;
        _stackSize = 2;
        _localsInTotal = 0;
        _upvalues.Clear();
        _blocks.Clear();
        _constants = 0;
        _nil = _true = _false = -1;
        _functions = 0;
        _next = 0;
        _lastTarget = -1;
        _toHere = default;
    }

    /// <summary>Ends the function.</summary>
    public void Close()
    {
        RemoveLocals(0);
        Emit(InstructionKind.Other);
        compilation.Constants.PopTo(_constantBase);
        compilation.Locals.PopTo(_localBase);
    }

    /// <summary>Counts an inner function that was just closed, as a value in this function.</summary>
    public Operand Closure(FunctionState inner)
    {
        if (_functions++ == Maximum.Constants)
        {
            compilation.Reporter!.LimitPassed(this, Limit.Constants);
        }

        var closure = Operand.Of(OperandKind.Relocatable, Emit(InstructionKind.Other));
        for (var i = 0; i < inner._upvalues.Count; i++)
        {
            Emit(InstructionKind.Other);
        }

        return closure;
    }

    private int _functions;
}
