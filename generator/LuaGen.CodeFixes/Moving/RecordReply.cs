using System.Globalization;
using LuaGen.Generator.CallSites;
using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Inference;
using LuaGen.Language.Syntax;
using LuaGen.Language.Text;
using LuaGen.Language.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.CodeFixes.Moving;

/// <summary>
/// A local that holds an array of fixed length, whose elements are cast one by one: <c>var reply = (RedisResult[])await …; var
/// left = (int)reply[0];</c>. It becomes a record with a property for each element.
/// </summary>
internal sealed record RecordReply(IReadOnlyList<string> Declarations, IReadOnlyList<TextChange> Edits)
{
    /// <param name="declarator">The local.</param>
    /// <param name="script">The script.</param>
    /// <param name="typing">Reads the types of casts.</param>
    /// <param name="model">The model of the file.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static RecordReply? Of(VariableDeclaratorSyntax declarator, TypedScript script, CastTyping typing, SemanticModel model, CancellationToken cancellationToken)
    {
        if (declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } } declaration
            || model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local || FieldsOf(script) is not { } fields)
        {
            return null;
        }

        var uses = new List<(int Index, CastExpressionSyntax Cast)>();
        foreach (var name in NamesInFile.Of(model.SyntaxTree, cancellationToken).UsesIn(block, local.Name))
        {
            if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local))
            {
                continue;
            }

            if (ElementOf(name, model, cancellationToken) is not (var index, { } cast) || index >= fields.Count)
            {
                return null;
            }

            uses.Add((index, cast));
        }

        return uses.Count > 0 ? Build(local.Name, declaration, uses, fields, typing) : null;
    }

    private static RecordReply? Build(string local, VariableDeclarationSyntax declaration, List<(int Index, CastExpressionSyntax Cast)> uses, IReadOnlyList<Field> fields, CastTyping typing)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var (declarations, edits) = (new List<string>(), new List<TextChange>());
        for (var i = 0; i < fields.Count; i++)
        {
            var casts = uses.Where(use => use.Index == i).Select(use => use.Cast).ToList();
            var reply = casts.Count == 0 ? OfKinds(fields[i].Kinds) : typing.OfElement(casts[0], fields[i].Kinds);
            if (reply is null || casts.Exists(cast => cast.Type.ToString() != casts[0].Type.ToString()))
            {
                return null;
            }

            var name = NameOf(casts, fields[i].Value, i, names);
            declarations.Add($"RETURNS {name}: {reply.Returns}");
            foreach (var cast in casts)
            {
                var replaced = LocalReply.WithParentheses(cast);
                var read = $"{local}.{Identifiers.Pascal(name)}";
                edits.Add(new TextChange(replaced.Span, reply.Suffix.Length == 0 ? read : IsSafe(replaced) ? read + reply.Suffix : $"({read}{reply.Suffix})"));
            }
        }

        if (!declaration.Type.IsVar)
        {
            edits.Insert(0, new TextChange(declaration.Type.Span, "var"));
        }

        return new RecordReply(declarations, edits);
    }

    /// <summary>The elements of the array, if every path returns an array of the same length without nil; the last array names them.</summary>
    private static List<Field>? FieldsOf(TypedScript script)
    {
        if (ScriptEnd.MayBeReached(script.Script.Tree.Chunk) || script.Returns.Count == 0)
        {
            return null;
        }

        List<Field>? found = null;
        foreach (var statement in script.Returns)
        {
            if (statement.Values.Count != 1 || script.Script.Resolve(statement.Values[0]) is not TableConstructor table || !table.Fields.All(field => field is ListField))
            {
                return null;
            }

            var values = table.Fields.Cast<ListField>().Select(field => field.Value).ToList();
            var isFixed = values.Count > 1 && (found is null || found.Count == values.Count)
                && values.All(value => script.TypeOf(value) is { Kinds: not LuaKinds.None } known && !known.MayBe(LuaKinds.Nil | LuaKinds.AnyTable | LuaKinds.Function))
                && (values[values.Count - 1] is not CallExpression call || script.Script.IsGlobal(call.Function, "tonumber") || script.Script.IsGlobal(call.Function, "tostring"));
            if (!isFixed)
            {
                return null;
            }

            found = [.. values.Select((value, i) => new Field(value, script.TypeOf(value).Kinds | (found is null ? LuaKinds.None : found[i].Kinds)))];
        }

        return found;
    }

    private static TypedReply? OfKinds(LuaKinds kinds) =>
        (kinds & ~LuaKinds.Number) == 0 ? new TypedReply(HeaderType.Long, IsNullable: false)
        : kinds == LuaKinds.String ? new TypedReply(HeaderType.String, IsNullable: false)
        : (kinds & ~LuaKinds.Text) == 0 ? new TypedReply(HeaderType.Value, IsNullable: false)
        : null;

    /// <summary><c>(int)reply[0]</c>, <c>(int)reply![0]</c></summary>
    private static (int Index, CastExpressionSyntax? Cast)? ElementOf(IdentifierNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        var list = name.WalkUpSuppressions();
        if (list.Parent is not ElementAccessExpressionSyntax { ArgumentList.Arguments: [var argument] } access || access.Expression != list
            || model.GetConstantValue(argument.Expression, cancellationToken).Value is not int index || index < 0)
        {
            return null;
        }

        return access.WalkUpSuppressions().Parent is CastExpressionSyntax cast ? (index, cast) : null;
    }

    /// <summary>The C# local that gets the element, or the script's own name for it.</summary>
    private static string NameOf(List<CastExpressionSyntax> casts, Expression field, int index, HashSet<string> names)
    {
        var written = casts.Select(cast => cast.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } ? declarator.Identifier.ValueText
            : cast.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax assigned } ? assigned.Identifier.ValueText : null).FirstOrDefault(name => name is not null);
        var name = Identifiers.Camel(written ?? (field as NameExpression)?.Name ?? "");
        name = name.Length > 0 && HeaderText.IsName(name) ? name : "item" + (index + 1).ToString(CultureInfo.InvariantCulture);
        while (!names.Add(name))
        {
            name += "2";
        }

        return name;
    }

    private static bool IsSafe(ExpressionSyntax replaced) => replaced.Parent is EqualsValueClauseSyntax or ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax;

    /// <summary>An element of the array: its expression in the last <c>return</c>, and its kinds in all of them.</summary>
    private readonly record struct Field(Expression Value, LuaKinds Kinds);
}
