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
    private ISymbol? _owner;
    private int _pieces;

    private ConstantReader(SemanticModel model, CancellationToken cancellationToken) => (_model, _cancellationToken) = (model, cancellationToken);

    public static ScriptConstant? Read(ExpressionSyntax script, SemanticModel model, CancellationToken cancellationToken)
    {
        var reader = new ConstantReader(model, cancellationToken);
        return reader.TryRead(script, depth: 0) ? new ScriptConstant(reader._text.ToString(), reader._characters, reader._owner) : null;
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
                return TryReadSum(sum, depth);
            case InterpolatedStringExpressionSyntax interpolated:
                return TryReadInterpolated(interpolated, depth);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return TryReadName(expression, depth);
            default:
                return TryReadValue(expression);
        }
    }

    /// <summary><c>"a" + "b" + …</c> is left-recursive and may be as long as the file.</summary>
    private bool TryReadSum(BinaryExpressionSyntax sum, int depth)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression))
        {
            operands.Push(inner.Right);
            left = inner.Left;
        }

        if (!TryRead(left, depth + 1))
        {
            return false;
        }

        while (operands.Count > 0)
        {
            if (!TryRead(operands.Pop(), depth + 1))
            {
                return false;
            }
        }

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
        var symbol = ModelOf(name).GetSymbolInfo(name, _cancellationToken).Symbol;

        // As long as nothing but names was read, the name refers to the whole script.
        if (_pieces == depth + 1)
        {
            _owner = (_owner is null or ILocalSymbol) && symbol is IFieldSymbol or IPropertySymbol ? symbol : _owner ?? symbol as ILocalSymbol;
        }

        return SingleAssignment.ValueOf(symbol, _model.Compilation, _cancellationToken) is { } value
            ? TryRead(value, depth + 1)
            : TryReadValue(name);
    }

    private SemanticModel ModelOf(ExpressionSyntax expression)
    {
#pragma warning disable RS1030 // A constant in another file; only its few names are bound.
        return expression.SyntaxTree == _model.SyntaxTree ? _model : _model.Compilation.GetSemanticModel(expression.SyntaxTree);
#pragma warning restore RS1030
    }

    /// <summary>A value that the compiler evaluates in other ways, or knows from another assembly; all characters get the same position.</summary>
    private bool TryReadValue(ExpressionSyntax expression)
    {
        if (ModelOf(expression).GetConstantValue(expression, _cancellationToken).Value is not string value)
        {
            return false;
        }

        _text.Append(value);
        _characters.AddRange(Enumerable.Repeat(new SourceCharacter(expression.SyntaxTree, expression.SpanStart, expression.Span.End, IsExact: false), value.Length));
        return true;
    }
}
