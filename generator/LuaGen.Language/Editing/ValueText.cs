using LuaGen.Language.Types;

namespace LuaGen.Language.Editing;

/// <summary>Describes a value as type inference knows it: <c>string, or false when the key is missing</c>.</summary>
internal static class ValueText
{
    private static readonly (LuaKinds Kinds, string Name)[] Names =
    [
        (LuaKinds.Integer, "integer"),
        (LuaKinds.String, "string"),
        (LuaKinds.Status, "status table { ok = … }"),
        (LuaKinds.Error, "error table { err = … }"),
        (LuaKinds.Table, "table"),
        (LuaKinds.Function, "function"),
        (LuaKinds.True, "true"),
        (LuaKinds.False, "false"),
        (LuaKinds.Nil, "nil"),
    ];

    /// <summary>The description; <see langword="null"/> if nothing is known, or if the value is never computed.</summary>
    public static string? Of(AbstractValue value)
    {
        if (value.Kinds == LuaKinds.None || value.Is(LuaKinds.Any) && (value.Kinds | LuaKinds.Nil) == LuaKinds.Any)
        {
            return null;
        }

        if (ConstantOf(value) is { } constant)
        {
            return constant;
        }

        var names = Names.Where(name => value.MayBe(name.Kinds)).Select(name => NameOf(name, value)).ToList();
        if (value.MayBe(LuaKinds.Fraction))
        {
            names.Remove("integer");
            names.Insert(0, "number");
        }

        if (value.MayBe(LuaKinds.False) && value.MayBe(LuaKinds.True))
        {
            names.RemoveAll(name => name == "true" || name.StartsWith("false", StringComparison.Ordinal));
            names.Add("boolean");
        }

        return names.Count switch
        {
            1 => names[0],
            2 => $"{names[0]}, or {names[1]}",
            _ => $"{string.Join(", ", names.Take(names.Count - 1))}, or {names[names.Count - 1]}",
        };
    }

    private static string NameOf((LuaKinds Kinds, string Name) kind, AbstractValue value) => kind.Kinds switch
    {
        LuaKinds.False when CommandOf(value) is { } command => "false " + MissingReply.When(command),
        LuaKinds.Nil when value.Detail is Parameter => "nil when it is not passed",
        LuaKinds.Table when value.Table is { IsOpen: false } table => TableOf(table),
        LuaKinds.Function when value.Detail is Builtin { Function: { } function } => "function " + function.Usage,
        _ => kind.Name,
    };

    private static string TableOf(TableSummary table)
    {
        if (table.HasNames || Of(table.Elements) is not { } elements)
        {
            return "table";
        }

        return table.Length is { } length ? $"table of {length} elements, each {elements}" : $"table of elements, each {elements}";
    }

    private static string? CommandOf(AbstractValue value) =>
        (value.Provenance & Provenance.Reply) == 0 ? null : (value.Detail as Reply)?.Command ?? value.Table?.Command;

    private static string? ConstantOf(AbstractValue value) =>
        value.Text is { } text ? $"string '{text}'"
        : value.Value is { } number ? "number " + number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
