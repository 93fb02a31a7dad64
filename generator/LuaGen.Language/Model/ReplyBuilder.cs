using LuaGen.Language.Header;
using LuaGen.Language.HeaderTypes;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>Converts the <c>RETURNS</c> lines of a header to the reply that the call returns.</summary>
internal sealed class ReplyBuilder(string scriptName, EnumBuilder enums, FindingBag findings)
{
    /// <summary><see langword="null"/> if a finding reports why there is none.</summary>
    public ReplyModel? Build(ScriptHeader header)
    {
        if (header.Replies.Count == 0)
        {
            return BuildNamed(new NamedType(default, HeaderType.Result), isNullable: false);
        }

        var first = header.Replies[0];
        if (header.Replies.Count == 1)
        {
            var type = first.IsNullable && first.Type is not NullableType ? new NullableType(first.Type.Span, first.Type) : first.Type;
            return type is NamedType { Type.Reply: { CSharp: null } noValue } ? new NoValueReply(noValue.Reader) : Build(type, scriptName + "Reply", isNullable: false);
        }

        foreach (var reply in header.Replies.Where(reply => reply.Name is null))
        {
            findings.UnnamedReply(reply.Span);
        }

        var fields = header.Replies
            .Where(reply => reply.Name is not null)
            .Select(reply => (reply.Name!.Value.Name, reply.Name!.Value.Span, reply.Type, reply.Text));
        return BuildRecord(scriptName + "Reply", fields, first.IsNullable);
    }

    private ReplyModel? Build(TypeSyntax type, string recordName, bool isNullable) => type switch
    {
        NullableType nullable => Build(nullable.Inner, recordName, isNullable: true),
        NamedType named => BuildNamed(named, isNullable),
        UnknownType unknown => Unknown(unknown.Span, unknown.Name),
        ArrayType array => Build(array.Element, recordName, isNullable: false) is { } element ? new ArrayReply(element, isNullable) : null,
        RecordType record => BuildRecord(recordName, record.Fields.Select(Field), isNullable),
        EnumType values => new EnumReply(enums.Add(recordName, values, ""), "ReadString", isNullable),
        CodesType codes => new EnumReply(enums.Add(recordName, codes, ""), "ReadInt64", isNullable),
        JsonType json => new JsonReply(json.TypeName, isNullable),
        MapType map => BuildMap(map, recordName, isNullable),
        FlatType flat => BuildRecord(recordName, flat.Fields.Select(Field), isNullable: false) is { } row ? new FlatReply(row, isNullable) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private ScalarReply? BuildNamed(NamedType named, bool isNullable)
    {
        switch (named.Type.Reply)
        {
            case null:
                return Unknown(named.Span, named.Type.Name);
            case { CSharp: null }:
                findings.NullableNoValue(named.Span, named.Type.Name);
                return null;
            case { CSharp: { } type } reply:
                return Scalar(reply, type, isNullable);
        }
    }

    private static ScalarReply Scalar(ReplyTraits reply, string type, bool isNullable) => isNullable && reply.NullableReader is { } reader
        ? new ScalarReply(type + "?", reader, AcceptsNil: true)
        : new ScalarReply(type, reply.Reader, reply.IsFalseWhenMissing);

    private ScalarReply? Unknown(SourceSpan span, string name)
    {
        findings.UnknownType(span, name, isReply: true);
        return null;
    }

    private MapReply? BuildMap(MapType map, string name, bool isNullable)
    {
        var key = Build(map.Key, name + "Key", isNullable: false);
        var value = Build(map.Value, name, isNullable: false);
        if (key is not (null or ScalarReply { AcceptsNil: false } or EnumReply { IsNullable: false }))
        {
            findings.BadMapKey(map.Key.Span);
            return null;
        }

        return key is null || value is null ? null : new MapReply(key, value, isNullable);
    }

    private RecordReply? BuildRecord(string name, IEnumerable<(string Name, SourceSpan Span, TypeSyntax Type, string Text)> fields, bool isNullable)
    {
        var unique = enums.UniqueTypeName(name);
        var models = new List<FieldModel>();
        var isWhole = true;
        foreach (var field in fields)
        {
            var property = Identifiers.Pascal(field.Name);
            if (models.Any(model => model.Name == property))
            {
                findings.NameTwice(field.Span, property, "reply element");
            }
            else if (property.Length == 0 || property == unique || RecordMembers.IsTaken(property))
            {
                findings.NameReserved(field.Span, field.Name, "rename the element");
            }

            if (Build(field.Type, scriptName + property, isNullable: false) is { } reply)
            {
                models.Add(new FieldModel(property, reply, field.Text.Length > 0 ? field.Text : $"Element {models.Count + 1}."));
            }
            else
            {
                isWhole = false;
            }
        }

        return isWhole ? new RecordReply(unique, models.ToEquatableArray(), isNullable) : null;
    }

    private static (string Name, SourceSpan Span, TypeSyntax Type, string Text) Field(FieldSyntax field) =>
        (field.Name, field.NameSpan, field.Type, "");
}
