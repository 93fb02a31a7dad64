using System.Globalization;
using System.Text;
using LuaGen.Language.Model;
using LuaGen.Language.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LuaGen.Generator.CallSites;

/// <summary>Finds generated classes that are created for a plain batch and call a large script through it.</summary>
internal static class LargeScriptInBatchCheck
{
    /// <summary>Above this, the text costs more than everything else in a call.</summary>
    private const int MaximumBytes = 1024;

    public static void Run(BaseObjectCreationExpressionSyntax creation, CheckContext context)
    {
        if (BatchedClass.Of(creation, context.Model, context.Client, context.CancellationToken) is not { } batched)
        {
            return;
        }

        var name = new ClassName(batched.Type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "", batched.Type.Name);
        var scripts = context.Scripts.Files.Compile(context.CancellationToken).Where(script => script.Class == name);
        if (batched.Called(scripts, context.CancellationToken).OrderByDescending(BytesOf).FirstOrDefault() is { } largest && BytesOf(largest) is var bytes && bytes > MaximumBytes)
        {
            context.Reporter.Report(Rule.LargeScriptInBatch, creation.GetLocation(), largest.Name, (bytes / 1024.0).ToString("0.#", CultureInfo.InvariantCulture), batched.Remedy);
        }
    }

    private static int BytesOf(ScriptModel script) => Encoding.UTF8.GetByteCount(script.Text);
}
