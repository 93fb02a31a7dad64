using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Reads a script from C#: literals of every form, constants, and texts composed of them.</summary>
internal sealed class ConstantReader
{
    /// <summary>A longer script is ignored: constants that double each other would exhaust the memory.</summary>
    private const int MaxLength = 4_000_000;

    private const int MaxPieces = 4096;
    private const int MaxDepth = 32;

    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly StringBuilder _text = new();
    private readonly List<SourceCharacter> _characters = [];
    private readonly ScriptFiles? _files;
    private ISymbol? _owner;
    private string? _file;
    private int _pieces;

    private ConstantReader(SemanticModel model, ScriptFiles? files, CancellationToken cancellationToken) =>
        (_model, _files, _cancellationToken) = (model, files is { IsEmpty: false } ? files : null, cancellationToken);

    /// <param name="script">The expression.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="files">The project's script files, if those are followed too.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static ScriptConstant? Read(ExpressionSyntax script, SemanticModel model, ScriptFiles? files, CancellationToken cancellationToken)
    {
        var reader = new ConstantReader(model, files, cancellationToken);
        return !reader.TryRead(script, depth: 0) ? null
            : reader._file is { } file ? reader._characters.Count > 0 ? null : new ScriptConstant(reader._text.ToString(), [], reader._owner) { File = file }
            : new ScriptConstant(reader._text.ToString(), reader._characters, reader._owner);
    }

    private bool TryRead(ExpressionSyntax expression, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth || ++_pieces > MaxPieces || _text.Length > MaxLength)
        {
            return false;
        }

        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return TryRead(parenthesized.Expression, depth + 1);
            case LiteralExpressionSyntax literal when literal.Token.Value is string:
                LiteralReader.Read(literal.Token, _text, _characters);
                return true;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return TextParts.OperandsOf(sum).All(operand => TryRead(operand, depth + 1));
            case InterpolatedStringExpressionSyntax interpolated:
                return TryReadInterpolated(interpolated, depth);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return TryReadName(expression, depth);
            case ElementAccessExpressionSyntax access when ConstantElements.ValueOf(access, _model, _cancellationToken) is { } element:
                return TryRead(element, depth + 1);
            case PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                return TryRead(suppressed.Operand, depth + 1);
            case InvocationExpressionSyntax or AwaitExpressionSyntax when _files is not null && _text.Length == 0 && _pieces == depth + 1:
                return TryReadFile(expression);
            default:
                return TryReadValue(expression);
        }
    }

    /// <summary>A script file that is read as a whole; a text that has only a part from a file is not followed.</summary>
    private bool TryReadFile(ExpressionSyntax expression)
    {
        if (new ScriptFileReader(_files!, _model, _cancellationToken).FileOf(expression) is not { } file || file.File.GetText(_cancellationToken) is not { } text)
        {
            return false;
        }

        _file = file.FilePath;
        _text.Append(text);
        return true;
    }

    private bool TryReadInterpolated(InterpolatedStringExpressionSyntax interpolated, int depth)
    {
        foreach (var content in interpolated.Contents)
        {
            if (content is InterpolatedStringTextSyntax text)
            {
                LiteralReader.Read(text.TextToken, _text, _characters);
            }
            else if (content is not InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole || !TryRead(hole.Expression, depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryReadName(ExpressionSyntax name, int depth)
    {
        var symbol = SingleAssignment.ModelOf(name, _model).GetSymbolInfo(name, _cancellationToken).Symbol;

        // As long as nothing but names was read, the name refers to the whole script.
        if (_pieces == depth + 1)
        {
            _owner = (_owner is null or ILocalSymbol) && symbol is IFieldSymbol or IPropertySymbol ? symbol : _owner ?? symbol as ILocalSymbol;
        }

        return SingleAssignment.ValueOf(symbol, _model.Compilation, _cancellationToken) is { } value
            ? TryRead(value, depth + 1)
            : TryReadValue(name);
    }

    /// <summary>A value that the compiler evaluates in other ways, or knows from another assembly; all characters get the same position.</summary>
    private bool TryReadValue(ExpressionSyntax expression)
    {
        if (SingleAssignment.ModelOf(expression, _model).GetConstantValue(expression, _cancellationToken).Value is not string value)
        {
            return false;
        }

        _text.Append(value);
        _characters.AddRange(Enumerable.Repeat(new SourceCharacter(expression.SyntaxTree, expression.SpanStart, expression.Span.End, IsExact: false), value.Length));
        return true;
    }
}
