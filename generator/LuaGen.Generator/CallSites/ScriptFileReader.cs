using LuaGen.Generator.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>
/// Finds the script file that an expression reads: <c>File.ReadAllText("Scripts/Lock.lua")</c>, a reader of an embedded
/// resource, or a method of the project that reads what it is given.
/// </summary>
internal sealed class ScriptFileReader(ScriptFiles files, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxSteps = 8;

    private static readonly string[] Readers = ["ReadAllText", "ReadAllTextAsync", "GetManifestResourceStream", "OpenText", "OpenRead", "GetFileInfo"];

    public ScriptFile? FileOf(ExpressionSyntax expression)
    {
        for (var i = 0; i < MaxSteps; i++)
        {
            expression = SingleAssignment.Resolve(expression, model, cancellationToken);
            switch (expression)
            {
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var inner }, ..] }:
                    expression = inner;
                    break;
                case InvocationExpressionSyntax call when NameOf(call) is { } name:
                    if (Before(name, call) is { } before)
                    {
                        expression = before;
                        break;
                    }

                    return IsReader(name, call) ? call.ArgumentList.Arguments.Select(argument => FileAt(argument.Expression)).FirstOrDefault(file => file is not null) : null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The reader or task that a call only continues.</summary>
    private static ExpressionSyntax? Before(string name, InvocationExpressionSyntax call) =>
        name is "ReadToEnd" or "ReadToEndAsync" or "ConfigureAwait" or "GetResult" or "GetAwaiter" or "Trim"
            ? (call.Expression as MemberAccessExpressionSyntax)?.Expression
            : null;

    /// <summary>Whether a call reads a file or resource: one of .NET, or a method of the project whose code does.</summary>
    private bool IsReader(string name, InvocationExpressionSyntax call) =>
        Array.IndexOf(Readers, name) >= 0
        || (SingleAssignment.ModelOf(call, model).GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { DeclaringSyntaxReferences: [var declaration] }
            && declaration.GetSyntax(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>().Any(used => Array.IndexOf(Readers, used.Identifier.ValueText) >= 0));

    private ScriptFile? FileAt(ExpressionSyntax path) => EndOf(SingleAssignment.Resolve(path, model, cancellationToken)) is { } end ? files.Find(end) : null;

    /// <summary>The constant end of a path.</summary>
    private string? EndOf(ExpressionSyntax path)
    {
        if (SingleAssignment.ModelOf(path, model).GetConstantValue(path, cancellationToken).Value is string constant)
        {
            return constant;
        }

        return path switch
        {
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => EndOf(sum.Right),
            InterpolatedStringExpressionSyntax { Contents: [.., InterpolatedStringTextSyntax text] } => text.TextToken.ValueText,
            InvocationExpressionSyntax call when NameOf(call) is "Combine" or "Join" => EndOf(call),
            _ => null,
        };
    }

    /// <summary><c>Path.Combine(AppContext.BaseDirectory, "Scripts", "Lock.lua")</c></summary>
    private string? EndOf(InvocationExpressionSyntax combination)
    {
        var parts = new Stack<string>();
        foreach (var argument in combination.ArgumentList.Arguments.Reverse())
        {
            var part = SingleAssignment.Resolve(argument.Expression, model, cancellationToken);
            if (SingleAssignment.ModelOf(part, model).GetConstantValue(part, cancellationToken).Value is not string constant)
            {
                break;
            }

            parts.Push(constant);
        }

        return parts.Count > 0 ? string.Join("/", parts) : null;
    }

    private static string? NameOf(InvocationExpressionSyntax call) => CallSiteFinder.NameOf(call);
}
