using System.Runtime.CompilerServices;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax.Limits;

namespace LuaGen.Language.Syntax;

/// <summary>
/// The grammar of Lua 5.1: one method for each production of the reference parser, in the same order. Besides building
/// the tree, each production makes the calls to <see cref="FunctionState"/> that the reference parser makes to its code
/// generator, because the compiler's limits depend on them.
/// </summary>
internal sealed partial class Parser : ILimitReporter
{
    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly FindingBag _findings;
    private readonly CancellationToken _cancellationToken;
    private readonly ParserWorkspace _workspace;
    private readonly ScratchStack<Statement> _statements;
    private readonly ScratchStack<Expression> _expressions;
    private readonly ScratchStack<Identifier> _names;
    private readonly ScratchStack<Symbol> _symbols;
    private readonly ScratchStack<TableField> _fields;
    private readonly ScratchStack<IfClause> _clauses;
    private readonly ScratchStack<Operand> _targets;

    private FunctionState _function;

    /// <summary>The look-ahead token.</summary>
    private Token _token;

    private Token _ahead;
    private bool _hasAhead;

    private Token _previous;

    /// <summary>The current line before the look-ahead token was read.</summary>
    private int _previousLine = 1;

    private int _level;
    private int _taken;
    private int _variables;

    public Parser(string text, Lexer lexer, ParserWorkspace workspace, FindingBag findings, CancellationToken cancellationToken)
    {
        _text = text;
        _lexer = lexer;
        _workspace = workspace;
        _findings = findings;
        _cancellationToken = cancellationToken;
        _statements = workspace.Statements;
        _expressions = workspace.Expressions;
        _names = workspace.Names;
        _symbols = workspace.NameSymbols;
        _fields = workspace.Fields;
        _clauses = workspace.Clauses;
        _targets = workspace.Targets;
        _function = workspace.Script;
        workspace.Compilation.Reporter = this;
    }

    /// <summary>The whole script: the main chunk, a vararg function without a name.</summary>
    public Block ParseScript()
    {
        _function.Open(line: 0);
        Scan(ref _token);
        ParseStatements();
        while (_token.Kind != TokenKind.EndOfFile)
        {
            // A superfluous `end`; parsing continues as if it were absent.
            ReportStrayCloser();
            Panic = false;
            Take();
            ParseStatements();
        }

        _function.Close();
        return TakeBlock(0);
    }

    private void Take()
    {
        if ((++_taken & 0xFFF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        _previousLine = _lexer.Line;
        _previous = _token;
        if (_hasAhead)
        {
            _token = _ahead;
            _hasAhead = false;
        }
        else
        {
            Scan(ref _token);
        }
    }

    private bool TryTake(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>The kind of the token after the look-ahead token; only table constructors need it.</summary>
    private TokenKind PeekAhead()
    {
        Scan(ref _ahead);
        _hasAhead = true;
        return _ahead.Kind;
    }

    private void Scan(ref Token token)
    {
        _lexer.Scan(ref token);
        if (_lexer.Faulted)
        {
            _lexer.Faulted = false;
            Panic = true;
        }
    }

    /// <summary>Enters one nesting level. Returns false at the compiler's limit; then reading has stopped.</summary>
    private bool TryEnter()
    {
        if (++_level > Maximum.SyntaxLevels)
        {
            LimitPassed(_function, Limit.SyntaxLevels);
            StopReading();
            return false;
        }

        // Checking every 16 levels is enough: they need far less stack than is left when this throws.
        if ((_level & 15) == 0)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }

        return true;
    }

    private void Leave() => _level--;

    /// <summary>From the first token of a node to the last token taken. A node that is missing gets an empty span after that token.</summary>
    private SourceSpan SpanFrom(int start) => SourceSpan.FromBounds(Math.Min(start, _previous.End), _previous.End);
}
