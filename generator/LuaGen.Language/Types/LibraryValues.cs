using System.Globalization;
using LuaGen.Language.Library;

namespace LuaGen.Language.Types;

/// <summary>The library's globals as values, and the results of its functions: from their rows, and more precise where the arguments are known.</summary>
internal static class LibraryValues
{
    private static readonly Dictionary<string, AbstractValue> Members = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, AbstractValue> Libraries = new(StringComparer.Ordinal);

    static LibraryValues()
    {
        foreach (var member in LuaLibrary.All)
        {
            Members.Add(member.FullName, ValueOf(member));
        }

        foreach (var library in LuaLibrary.Libraries)
        {
            Libraries.Add(library, new AbstractValue(LuaKinds.Table, Provenance.Unknown, new Builtin(library)));
        }

        Libraries.Add(LuaLibrary.ValkeyServer, Libraries[LuaLibrary.Server]);
    }

    public static AbstractValue Global(string name) => Libraries.TryGetValue(name, out var library) ? library : MemberOf(LuaLibrary.Globals, name);

    public static AbstractValue MemberOf(string library, string name) => LuaLibrary.Find(library, name) is { } member ? Members[member.FullName] : AbstractValue.Any;

    /// <summary><c>text:sub(…)</c> is <c>string.sub(text, …)</c>.</summary>
    public static Builtin StringMethod(string name) => MemberOf("string", name).Detail as Builtin ?? new Builtin($"string.{name}");

    /// <summary>The results of a function.</summary>
    public static ValueList Call(LibraryFunction function, ValueList arguments)
    {
        var first = arguments.First;
        return function.FullName switch
        {
            "tonumber" => ValueList.One(ToNumber(first, hasBase: arguments.Items.Count > 1)),
            "tostring" when first.Is(LuaKinds.String) => ValueList.One(first),
            "type" => ValueList.One(NameOfType(first) is { } name ? AbstractValue.Of(name) : AbstractValue.String with { Provenance = Provenance.Literal }),
            "math.floor" or "math.ceil" when first.Detail is NumberOf or Microseconds => ValueList.One(From(LuaKinds.Integer, first) with { Detail = first.Detail }),
            "math.floor" when first.Value is { } whole => ValueList.One(AbstractValue.Of(Math.Floor(whole))),
            "math.ceil" when first.Value is { } whole => ValueList.One(AbstractValue.Of(Math.Ceiling(whole))),
            "math.max" or "math.min" or "math.abs" when AreWhole(arguments) => ValueList.One(From(LuaKinds.Integer, first)),
            "math.random" when !arguments.IsOpen && arguments.Items.Count > 0 => ValueList.One(AbstractValue.Integer),
            "math.random" when !arguments.IsOpen => ValueList.One(AbstractValue.Number with { Detail = new Fractional(FractionSource.Random) }),
            "string.sub" or "string.upper" or "string.lower" or "string.rep" or "string.reverse" when (first.Provenance & (Provenance.Key | Provenance.KeyBased)) != 0 =>
                ValueList.One(AbstractValue.String),
            _ => ResultsOf(function, arguments),
        };
    }

    /// <summary>The results of a function from its row alone.</summary>
    public static ValueList ResultsOf(LibraryFunction function, ValueList arguments)
    {
        var (results, rest) = (function.Results, AbstractValue.Nil);
        var items = new AbstractValue[results.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = ResultOf(results.Items[i], arguments);
            items[i] = i < results.Least ? item : item.Join(AbstractValue.Nil);
        }

        if (results.Rest is { } further)
        {
            rest = ResultOf(further, arguments).Join(AbstractValue.Nil);
        }

        return new ValueList(items, rest);
    }

    private static AbstractValue ResultOf(LibraryResult result, ValueList arguments)
    {
        var kinds = KindsOf(result.Kinds);
        if (result.Source != LibraryResult.NoArgument)
        {
            return result.Source == LibraryResult.AllArguments ? new AbstractValue(kinds, AllOf(arguments)) : From(kinds, arguments[result.Source]);
        }

        const LuaKinds Plain = LuaKinds.Boolean | LuaKinds.Status | LuaKinds.Error;
        var value = new AbstractValue(kinds & ~LuaKinds.Nil, (kinds & ~(LuaKinds.Nil | Plain)) == 0 ? Provenance.Literal : Provenance.Unknown);
        return kinds == LuaKinds.Any ? AbstractValue.Any : (kinds & LuaKinds.Nil) != 0 ? value.Join(AbstractValue.Nil) : value;
    }

    private static AbstractValue ValueOf(LibraryMember member) => member switch
    {
        LibraryFunction function => new AbstractValue(LuaKinds.Function, Provenance.Unknown, new Builtin(function.FullName, function)),
        LibraryConstant { Value: { } number } => AbstractValue.Of(number),
        LibraryConstant { FullName: "KEYS" or "ARGV" } => new AbstractValue(LuaKinds.Table, Provenance.Unknown, new Builtin(member.FullName)),
        LibraryConstant { Kinds: ResultKinds.Table } => AbstractValue.Any,
        LibraryConstant constant => new AbstractValue(KindsOf(constant.Kinds), Provenance.Unknown),
        _ => AbstractValue.Any,
    };

    private static LuaKinds KindsOf(ResultKinds kinds) =>
        (kinds & ResultKinds.Value) != 0 ? LuaKinds.Any & ~((kinds & ResultKinds.Nil) != 0 ? LuaKinds.None : LuaKinds.Nil)
        : ((kinds & ResultKinds.Nil) != 0 ? LuaKinds.Nil : LuaKinds.None)
        | ((kinds & ResultKinds.Boolean) != 0 ? LuaKinds.Boolean : LuaKinds.None)
        | ((kinds & ResultKinds.Integer) != 0 ? LuaKinds.Integer : LuaKinds.None)
        | ((kinds & ResultKinds.Number) != 0 ? LuaKinds.Number : LuaKinds.None)
        | ((kinds & ResultKinds.String) != 0 ? LuaKinds.String : LuaKinds.None)
        | ((kinds & ResultKinds.Status) != 0 ? LuaKinds.Status : LuaKinds.None)
        | ((kinds & ResultKinds.Error) != 0 ? LuaKinds.Error : LuaKinds.None)
        | ((kinds & ResultKinds.Table) != 0 ? LuaKinds.AnyTable : LuaKinds.None)
        | ((kinds & ResultKinds.Function) != 0 ? LuaKinds.Function : LuaKinds.None);

    private static AbstractValue ToNumber(AbstractValue value, bool hasBase)
    {
        if (value.Is(LuaKinds.Number) && !hasBase)
        {
            return value;
        }

        if (!hasBase && value.Text is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return AbstractValue.Of(number);
        }

        var kinds = value.MayBe(LuaKinds.Number | LuaKinds.String) ? LuaKinds.Number : LuaKinds.None;
        return kinds == LuaKinds.None && value.Kinds != LuaKinds.None ? From(LuaKinds.Nil, value)
            : From(kinds | LuaKinds.Nil, value) with { Detail = !hasBase && value.Detail is Parameter or Reply ? new NumberOf(value.Detail!) : null };
    }

    private static string? NameOfType(AbstractValue value) =>
        value.Is(LuaKinds.Nil) ? "nil"
        : value.Is(LuaKinds.Boolean) ? "boolean"
        : value.Is(LuaKinds.Number) ? "number"
        : value.Is(LuaKinds.String) ? "string"
        : value.Is(LuaKinds.AnyTable) ? "table"
        : value.Is(LuaKinds.Function) ? "function"
        : null;

    private static bool AreWhole(ValueList arguments)
    {
        foreach (var argument in arguments.Items)
        {
            if (!argument.Is(LuaKinds.Integer))
            {
                return false;
            }
        }

        return !arguments.IsOpen;
    }

    private static AbstractValue From(LuaKinds kinds, AbstractValue source) => new(kinds, source.Provenance.Derived());

    private static Provenance AllOf(ValueList arguments)
    {
        var all = arguments.IsOpen ? arguments.Rest.Provenance.Derived() : Provenance.None;
        foreach (var argument in arguments.Items)
        {
            all |= argument.Provenance.Derived();
        }

        return (all & Provenance.KeyBased) != 0 ? Provenance.KeyBased : all is Provenance.Literal or Provenance.None ? Provenance.Literal : all & ~Provenance.Literal;
    }
}
