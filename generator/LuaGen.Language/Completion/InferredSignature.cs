using System.Globalization;
using LuaGen.Language.Binding;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Inference;
using LuaGen.Language.Syntax;
using LuaGen.Language.Types;

namespace LuaGen.Language.Completion;

/// <summary>The keys and arguments as the code shows them: how many, which of them repeat, and each one's name, type and default.</summary>
internal sealed class InferredSignature
{
    private readonly SignatureInference _signature;
    private readonly OpenReads _reads;
    private readonly ElementUses _uses;

    private InferredSignature(SignatureInference signature, OpenReads reads, ElementUses uses) =>
        (_signature, _reads, _uses) = (signature, reads, uses);

    public static InferredSignature Of(TypedScript types)
    {
        var reads = OpenReads.Of(types.Script);
        return new InferredSignature(SignatureInference.Of(types.Script), reads, ElementUses.Of(types, ElementSources.Of(types, reads)));
    }

    /// <summary>Whether the code reads any element of the table.</summary>
    public bool Reads(ParameterTable table) => _signature.Count(table) > 0 || _signature.HasRest(table);

    /// <summary>The highest index that the code reads alone.</summary>
    public int Count(ParameterTable table) => _signature.Count(table);

    public bool HasRest(ParameterTable table) => _signature.HasRest(table);

    /// <summary>The elements that repeat after a number of fixed ones; <see langword="null"/> if the code does not show them.</summary>
    public ItemList? ListOf(ParameterTable table, int fixedCount) =>
        _reads.ListOf(table) is { } list && list.Start == fixedCount + 1 ? list : null;

    /// <summary>The local that the code assigns an element to.</summary>
    public string? LocalOf(ParameterTable table, int index) => _signature.Find(table, index)?.Name;

    /// <summary>The elements by the names of the locals that the code assigns them to.</summary>
    public Dictionary<string, (ParameterTable Table, int Index)> ElementsByName()
    {
        var elements = new Dictionary<string, (ParameterTable, int)>(StringComparer.Ordinal);
        foreach (var table in new[] { ParameterTable.Keys, ParameterTable.Argv })
        {
            for (int index = 1, count = _signature.Count(table); index <= count; index++)
            {
                if (_signature.Find(table, index)?.Name is { } name && !elements.ContainsKey(name))
                {
                    elements.Add(name, (table, index));
                }
            }
        }

        return elements;
    }

    /// <summary>The name that the commands give an element.</summary>
    public string? CommandName(ParameterTable table, int index, bool isRepeated) => _uses.Find(new ElementReference(table, index, isRepeated))?.Name;

    /// <summary>The name of the variable that holds an element of each item.</summary>
    public string? ItemName(ParameterTable table, int index) => _reads.Names.TryGetValue(new ElementReference(table, index, IsRepeated: true), out var name) ? name : null;

    /// <summary>The type that all uses of an argument accept, and its default.</summary>
    public (HeaderType Type, LiteralSyntax? Default) Argument(int index, bool isRepeated)
    {
        var use = _uses.Find(new ElementReference(ParameterTable.Argv, index, isRepeated));
        var inferred = isRepeated ? null : _signature.Find(ParameterTable.Argv, index);
        var type = use?.Type ?? HeaderType.Value;
        if (type == HeaderType.Value && use is not { IsText: true } && inferred?.IsNumber == true)
        {
            type = HeaderType.Double;
        }

        return inferred?.Default switch
        {
            NumberLiteral number => WithDefault(type, number.Value),
            StringLiteral text when ConstantNumber(text.Value) is { } value && type.IsNumber => WithDefault(type, value),
            StringLiteral text when !type.IsNumber && text.Value.All(CSharpLiteral.IsPlain) => (HeaderType.String, new LiteralSyntax(default, LiteralKind.Text, text.Value)),
            _ => (type, null),
        };
    }

    /// <summary>A number as default makes the argument a number, unless it is compared with a text.</summary>
    private static (HeaderType Type, LiteralSyntax? Default) WithDefault(HeaderType type, double value)
    {
        type = type == HeaderType.Value ? HeaderType.Double : type;
        var literal = new LiteralSyntax(default, LiteralKind.Number, value.ToString("R", CultureInfo.InvariantCulture));
        return type.Argument!.Default(literal) is null ? (type, null) : (type, literal);
    }

    private static double? ConstantNumber(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
