using LuaGen.Generator.Findings;
using LuaGen.Generator.Header;
using Microsoft.CodeAnalysis.Text;

namespace LuaGen.Generator.Model;

/// <summary>Turns the <c>KEYS</c> and <c>ARGV</c> lines of a header into parameters and into the words that a call sends.</summary>
internal sealed class ParameterBuilder(FindingBag findings)
{
    private readonly List<ParameterModel> _keys = [];
    private readonly List<ParameterModel> _required = [];
    private readonly List<ParameterModel> _defaulted = [];
    private readonly List<WordModel> _words = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Keys, required arguments, arguments with defaults.</summary>
    public EquatableArray<ParameterModel> Parameters => _keys.Concat(_required).Concat(_defaulted).ToEquatableArray();

    public EquatableArray<WordModel> Words => _words.ToEquatableArray();

    public OwnNames OwnNames => new(Free("flags", "commandFlags"), Free("cancellationToken", "cancellation"), Free("call", "scriptCall"));

    public void AddKeys(IReadOnlyList<KeyDeclaration> keys, bool isWhole)
    {
        foreach (var key in InOrder("KEYS", keys, isWhole, key => (key.Index, key.IndexSpan)))
        {
            if (key.IsRest || key.Path.Member is not null)
            {
                findings.NotBuiltYet(key.Span, "any number of keys");
            }

            _keys.Add(new ParameterModel(Name(key.Path), CSharpTypes.RedisKey, Default: null, key.Text));
            _words.Add(new WordModel("AddKey", _keys[_keys.Count - 1].Name, Fallback: null));
        }
    }

    public void AddArguments(IReadOnlyList<ArgumentDeclaration> arguments, bool isWhole)
    {
        foreach (var argument in InOrder("ARGV", arguments, isWhole, argument => (argument.Index, argument.IndexSpan)))
        {
            if (argument.IsRest || argument.Path.Member is not null)
            {
                findings.NotBuiltYet(argument.Span, "any number of arguments");
            }

            if (TypeOf(argument) is { } type)
            {
                AddArgument(argument, type);
            }
        }
    }

    private void AddArgument(ArgumentDeclaration argument, ArgumentType type)
    {
        var name = Name(argument.Path);
        if (argument.Default is not { } literal)
        {
            _required.Add(new ParameterModel(name, type.CSharp, Default: null, argument.Text));
            _words.Add(new WordModel(type.Method, name, Fallback: null));
            return;
        }

        if (type.Default(literal) is not { } value)
        {
            findings.BadDefault(literal.Span, type.Word);
            return;
        }

        _defaulted.Add(type.IsConstant
            ? new ParameterModel(name, type.CSharp, value, argument.Text)
            : new ParameterModel(name, type.CSharp + "?", "null", argument.Text));
        _words.Add(new WordModel(type.Method, name, type.IsConstant ? null : value));
    }

    private ArgumentType? TypeOf(ArgumentDeclaration argument)
    {
        switch (argument.Type)
        {
            case WordType word when ArgumentTypes.Find(word.Word) is { } type:
                return type;
            case WordType word:
                findings.UnknownType(word.Span, word.Word, ArgumentTypes.Words);
                return null;
            case NullableType nullable when argument.Default is not null:
                findings.DefaultOfOptional(nullable.Span);
                return null;
            case NullableType { Inner: WordType } or EnumType or JsonType:
                findings.NotBuiltYet(argument.Type.Span, "arguments of this type");
                return null;
            default:
                findings.ReplyTypeAsArgument(argument.Type.Span);
                return null;
        }
    }

    /// <summary>The declarations from 1 on; a duplicate is reported, and a gap too unless a line was lost there.</summary>
    private List<T> InOrder<T>(string table, IReadOnlyList<T> declarations, bool isWhole, Func<T, (int Index, TextSpan Span)> indexOf)
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
            else
            {
                if (index > ordered.Count + 1)
                {
                    if (isWhole)
                    {
                        findings.IndexMissing(span, table, ordered.Count + 1);
                    }

                    return ordered;
                }

                ordered.Add(declaration);
            }
        }

        return ordered;
    }

    private string Name(PathSyntax path)
    {
        var name = Identifiers.Camel(path.Name);
        if (name.Length == 0)
        {
            findings.NameReserved(path.Span, path.Name, "use letters");
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
