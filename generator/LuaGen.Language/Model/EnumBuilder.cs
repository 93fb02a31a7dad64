using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>Converts quoted values and named codes to the enums that are generated for them.</summary>
internal sealed class EnumBuilder(FindingBag findings)
{
    private readonly List<EnumModel> _enums = [];
    private readonly HashSet<string> _typeNames = new(StringComparer.Ordinal);

    /// <summary>All enums of the script, in declaration order.</summary>
    public EquatableArray<EnumModel> Enums => _enums.ToEquatableArray();

    /// <summary>Makes the names of a script's types unique, whatever its fields are called.</summary>
    public string UniqueTypeName(string name)
    {
        while (!_typeNames.Add(name))
        {
            name += "Item";
        }

        return name;
    }

    public EnumModel Add(string name, EnumType type, string text) =>
        Add(name, type.Span, type.Literals.Select(literal => (Identifiers.Member(literal), literal, CSharpLiteral.Of(literal))), text);

    public EnumModel Add(string name, CodesType type, string text) =>
        Add(name, type.Span, type.Codes.Select(code => (Identifiers.Member(code.Name), code.Name, code.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))), text);

    private EnumModel Add(string name, SourceSpan span, IEnumerable<(string Member, string Word, string Literal)> values, string text)
    {
        var members = new List<EnumMember>();
        foreach (var (member, word, literal) in values)
        {
            // '' is a valid value too, and the only one without letters that has a name.
            var named = member.Length == 0 && word.Length == 0 ? "Empty" : member;
            if (named.Length == 0)
            {
                findings.NameWithoutLetters(span, word);
            }
            else if (members.Any(other => other.Name == named || other.Literal == literal))
            {
                findings.NameTwice(span, named, "enum value");
            }
            else
            {
                members.Add(new EnumMember(named, word, literal));
            }
        }

        var model = new EnumModel(UniqueTypeName(name), members.ToEquatableArray(), text);
        _enums.Add(model);
        return model;
    }
}
