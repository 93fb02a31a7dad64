using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Model;

/// <summary>Turns the <c>RETURNS</c> lines of a header into the reply that the call gives.</summary>
internal sealed class ReplyBuilder(string scriptName, EnumBuilder enums, FindingBag findings)
{
    /// <summary><see langword="null"/> where a finding says why there is none.</summary>
    public ReplyModel? Build(ScriptHeader header)
    {
        if (header.Replies.Count == 0)
        {
            if (header is { DeclaresAnything: true, LooseReply: { } loose } && (loose.Type is null || IsKnown(loose.Type)))
            {
                findings.LooseReply(loose.Span, loose.Type is null ? null : loose.Canonical);
            }

            return ReplyTypes.Result;
        }

        var first = header.Replies[0];
        if (header.Replies.Count == 1)
        {
            var type = first.IsNullable && first.Type is not NullableType ? new NullableType(first.Type.Span, first.Type) : first.Type;
            return type is WordType word && ReplyTypes.FindNoValue(word.Word) is { } noValue ? noValue : Build(type, scriptName + "Reply", isNullable: false);
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

    /// <summary>Whether these words can only be meant as a type: "Returns success" is prose.</summary>
    private static bool IsKnown(TypeSyntax type) => type switch
    {
        NullableType nullable => IsKnown(nullable.Inner),
        ArrayType array => IsKnown(array.Element),
        WordType word => ReplyTypes.Words.Contains(word.Word),
        _ => true,
    };

    private ReplyModel? Build(TypeSyntax type, string recordName, bool isNullable) => type switch
    {
        NullableType nullable => Build(nullable.Inner, recordName, isNullable: true),
        WordType word => BuildWord(word, isNullable),
        ArrayType array => Build(array.Element, recordName, isNullable: false) is { } element ? new ArrayReply(element, isNullable) : null,
        RecordType record => BuildRecord(recordName, record.Fields.Select(Field), isNullable),
        EnumType values => new EnumReply(enums.Add(recordName, values, ""), "ReadString", isNullable),
        CodesType codes => new EnumReply(enums.Add(recordName, codes, ""), "ReadInt64", isNullable),
        JsonType json => new JsonReply(json.TypeName, isNullable),
        MapType map => BuildMap(map, recordName, isNullable),
        FlatType flat => BuildRecord(recordName, flat.Fields.Select(Field), isNullable: false) is { } row ? new FlatReply(row, isNullable) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private ScalarReply? BuildWord(WordType word, bool isNullable)
    {
        if (ReplyTypes.FindNoValue(word.Word) is not null)
        {
            findings.NullableNoValue(word.Span, word.Word);
            return null;
        }

        var scalar = ReplyTypes.Find(word.Word, isNullable);
        if (scalar is null)
        {
            findings.UnknownType(word.Span, word.Word, ReplyTypes.Words, isReply: true);
        }

        return scalar;
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
