using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>Converts the <c>KEYS</c> and <c>ARGV</c> lines of a header to parameters and to the RESP arguments that a call sends.</summary>
internal sealed class ParameterBuilder(string scriptName, EnumBuilder enums, FindingBag findings)
{
    private readonly List<ParameterModel> _keys = [];
    private readonly List<ParameterModel> _required = [];
    private readonly List<ParameterModel> _lists = [];
    private readonly List<ParameterModel> _defaulted = [];
    private readonly List<GroupModel> _groups = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Keys, required arguments, lists, then optional arguments.</summary>
    public EquatableArray<ParameterModel> Parameters => _keys.Concat(_required).Concat(_lists).Concat(_defaulted).ToEquatableArray();

    public EquatableArray<GroupModel> Groups => _groups.ToEquatableArray();

    public OwnNames OwnNames => new(
        Free("flags", "commandFlags"), Free("cancellationToken", "cancellation"), Free("call", "scriptCall"), Free("i", "index"), Free("json", "jsonValue"));

    /// <summary>The RESP arguments of both tables, in the order in which they are sent.</summary>
    public (EquatableArray<WordModel> Keys, EquatableArray<WordModel> Arguments) Build(ScriptHeader header)
    {
        var keys = InOrder("KEYS", header.Keys, isWhole: true, key => (key.Index, key.IndexSpan));
        var arguments = InOrder("ARGV", header.Arguments, header.HasAllArguments, argument => (argument.Index, argument.IndexSpan));
        var keyWords = keys.Where(key => !key.IsRest).Select(Key).ToList<WordModel?>();
        var argumentWords = arguments.Where(argument => !argument.IsRest).Select(Argument).ToList<WordModel?>();

        var lists = new ListBuilder(scriptName, enums, findings);
        foreach (var list in lists.Build(keys.Select(Line), arguments.Select(Line), Name))
        {
            _lists.Add(list.Parameter);
            keyWords.Add(list.Keys);
            argumentWords.Add(list.Arguments);
        }

        _groups.AddRange(lists.Groups);
        return (keyWords.OfType<WordModel>().ToEquatableArray(), argumentWords.OfType<WordModel>().ToEquatableArray());
    }

    private static RestLine Line(KeyDeclaration key) => new(
        key.Path,
        key.IndexSpan,
        key.IsRest,
        TextOr(key.Text, "KEYS", key.Index),
        static () => (new ParameterType(CSharpTypes.RedisKey), new ValueModel("AddKey", Enum: null, IsStruct: true)));

    private RestLine Line(ArgumentDeclaration argument) => new(
        argument.Path, argument.IndexSpan, argument.IsRest, TextOr(argument.Text, "ARGV", argument.Index), () => Item(argument));

    private SingleWord Key(KeyDeclaration key)
    {
        NoMember(key.Path);
        var name = Name(key.Path);
        _keys.Add(new ParameterModel(name, new ParameterType(CSharpTypes.RedisKey), Default: null, TextOr(key.Text, "KEYS", key.Index)));
        return new SingleWord(name, new ValueModel("AddKey", Enum: null, IsStruct: true), Fallback: null, IsOptional: false);
    }

    private SingleWord? Argument(ArgumentDeclaration argument)
    {
        NoMember(argument.Path);
        var name = Name(argument.Path);
        if (argument.Type is NullableType nullable)
        {
            return Optional(argument, nullable, name);
        }

        if (TypeOf(argument, argument.Type, name) is not var (type, value, literalOf, isConstant))
        {
            return null;
        }

        if (argument.Default is not { } literal)
        {
            _required.Add(new ParameterModel(name, type, Default: null, TextOr(argument.Text, "ARGV", argument.Index)));
            return new SingleWord(name, value, Fallback: null, IsOptional: false);
        }

        if (literalOf(literal) is not { } spelled)
        {
            findings.BadDefault(literal.Span, argument.Type);
            return null;
        }

        _defaulted.Add(isConstant
            ? new ParameterModel(name, type, spelled, TextOr(argument.Text, "ARGV", argument.Index))
            : new ParameterModel(name, type with { IsNullable = true }, "null", TextWithDefault(argument, literal)));
        return new SingleWord(name, value, isConstant ? null : spelled, IsOptional: false);
    }

    private SingleWord? Optional(ArgumentDeclaration argument, NullableType nullable, string name)
    {
        if (argument.Default is not null)
        {
            findings.DefaultOfOptional(nullable.Span);
            return null;
        }

        if (TypeOf(argument, nullable.Inner, name) is not var (type, value, _, _))
        {
            return null;
        }

        _defaulted.Add(new ParameterModel(name, type with { IsNullable = true }, "null", TextOr(argument.Text, "ARGV", argument.Index)));
        return new SingleWord(name, value, Fallback: null, IsOptional: true);
    }

    /// <summary>The type of a list item, which has no default and cannot be omitted.</summary>
    private (ParameterType Type, ValueModel Value)? Item(ArgumentDeclaration argument)
    {
        if (argument.Default is { } literal)
        {
            findings.DefaultOfList(literal.Span);
            return null;
        }

        var name = argument.Path.Member is null ? argument.Path.Name : argument.Path.Name + "_" + argument.Path.Member;
        return TypeOf(argument, argument.Type, Identifiers.Camel(name)) is var (type, value, _, _) ? (type, value) : null;
    }

    private (ParameterType Type, ValueModel Value, Func<LiteralSyntax, string?> Default, bool IsConstant)? TypeOf(
        ArgumentDeclaration argument, TypeSyntax syntax, string name)
    {
        switch (syntax)
        {
            case NamedType { Type.Argument: { } type }:
                return (new ParameterType(type.CSharp), new ValueModel(type.Writer, Enum: null, type.IsStruct), type.Default, type.IsConstant);
            case NamedType named:
                findings.UnknownType(named.Span, named.Type.Name, isReply: false);
                return null;
            case UnknownType unknown:
                findings.UnknownType(unknown.Span, unknown.Name, isReply: false);
                return null;
            case EnumType values:
                var model = enums.Add(scriptName + Identifiers.Pascal(name), values, argument.Text);
                return (new ParameterType(model.Name, IsNested: true), new ValueModel("AddArgument", model.Name, IsStruct: true), literal => Member(model, literal), true);
            case JsonType json:
                // Whether the type is a struct is unknown here, and so is its nullable form: "x is { } value" works for both.
                return (new ParameterType(json.TypeName, IsJson: true), new ValueModel("AddArgument", Enum: null, IsStruct: false, json.TypeName), _ => null, false);
            default:
                findings.ReplyTypeAsArgument(syntax.Span);
                return null;
        }
    }

    private static string? Member(EnumModel model, LiteralSyntax literal)
    {
        var spelled = CSharpLiteral.Of(literal.Value);
        return literal.Kind == LiteralKind.Text && model.Members.FirstOrDefault(member => member.Literal == spelled) is { } found
            ? $"{model.Name}.{found.Name}"
            : null;
    }

    /// <summary>The declarations in order from index 1. Reports duplicates, and gaps unless a line could not be parsed.</summary>
    private List<T> InOrder<T>(string table, IReadOnlyList<T> declarations, bool isWhole, Func<T, (int Index, SourceSpan Span)> indexOf)
    {
        var ordered = new List<T>();
        foreach (var declaration in declarations.OrderBy(declaration => indexOf(declaration).Index))
        {
            var (index, span) = indexOf(declaration);
            if (index == 0)
            {
                findings.IndexZero(span, table);
            }
            else if (index <= ordered.Count)
            {
                findings.IndexTwice(span, table, index);
            }
            else if (index == ordered.Count + 1)
            {
                ordered.Add(declaration);
            }
            else
            {
                if (isWhole)
                {
                    findings.IndexMissing(span, table, ordered.Count + 1);
                }

                break;
            }
        }

        return ordered;
    }

    /// <summary>The header's description, otherwise the index in the table, so that every parameter is documented.</summary>
    private static string TextOr(string text, string table, int index) => text.Length > 0 ? text : $"{table}[{index}]";

    /// <summary>Adds the default that the signature does not show: the signature has <c>null</c>, the method sends the default.</summary>
    private static string TextWithDefault(ArgumentDeclaration argument, LiteralSyntax literal)
    {
        var text = TextOr(argument.Text, "ARGV", argument.Index);
        return argument.Type is NamedType { Type.Argument.Describe: { } describe }
            ? DocumentationText.WithDefault(text, describe(literal.Value))
            : text;
    }

    private void NoMember(PathSyntax path)
    {
        if (path.Member is not null)
        {
            findings.MemberOfNoGroup(path.Span, path.Name);
        }
    }

    private string Name(PathSyntax path)
    {
        var name = Identifiers.Camel(path.Name);
        if (name.Length == 0)
        {
            findings.NameWithoutLetters(path.Span, path.Name);
        }
        else if (name == "nameof")
        {
            // The only name that is not a keyword but that the generated code uses.
            findings.NameReserved(path.Span, path.Name, "choose another name");
        }
        else if (!_names.Add(name))
        {
            findings.NameTwice(path.Span, name, "parameter");
        }

        return name;
    }

    private string Free(string name, string otherwise)
    {
        name = _names.Contains(name) ? otherwise : name;
        while (_names.Contains(name))
        {
            name += "_";
        }

        return name;
    }
}
