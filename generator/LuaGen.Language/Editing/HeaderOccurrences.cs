using LuaGen.Language.Binding;
using LuaGen.Language.Header;
using LuaGen.Language.Rules;

namespace LuaGen.Language.Editing;

/// <summary>Collects what the header names: keys, arguments, groups, types, fields, error codes, keywords, suppressed rules.</summary>
internal sealed class HeaderOccurrences
{
    private readonly string _text;
    private readonly List<Occurrence> _found;

    private HeaderOccurrences(string text, List<Occurrence> found) => (_text, _found) = (text, found);

    public static void Collect(ScriptAnalysis analysis, List<Occurrence> found)
    {
        var header = analysis.Header;
        var collector = new HeaderOccurrences(analysis.Tree.Text, found);
        foreach (var key in header.Keys)
        {
            collector.AddParameter(ParameterTable.Keys, key.Span, key.IndexSpan, key.Index, key.Path);
        }

        foreach (var argument in header.Arguments)
        {
            collector.AddParameter(ParameterTable.Argv, argument.Span, argument.IndexSpan, argument.Index, argument.Path);
            collector.AddType(argument.Type);
        }

        foreach (var reply in header.Replies)
        {
            collector.AddReply(reply);
        }

        foreach (var raises in header.Raises)
        {
            collector.AddKeyword(raises.Span.Start, "RAISES");
            collector.Add(new SourceSpan(raises.Span.End - raises.Code.Length, raises.Code.Length), new CodeEntity(raises.Code), OccurrenceRole.Declaration);
        }

        foreach (var option in header.Options)
        {
            collector.AddKeyword(option.Span.Start, "@" + option.Name);
        }

        collector.AddSuppressions(analysis);
    }

    private void AddParameter(ParameterTable table, SourceSpan span, SourceSpan index, int number, PathSyntax path)
    {
        var entity = new ParameterEntity(table, number);
        var close = _text.IndexOf(']', index.End) + 1;
        Add(SourceSpan.FromBounds(span.Start, close), entity, OccurrenceRole.Read);
        if (path.Member is { } member)
        {
            Add(new SourceSpan(path.Span.Start, path.Name.Length), new GroupEntity(path.Name), OccurrenceRole.Declaration);
            Add(new SourceSpan(path.Span.End - member.Length, member.Length), entity, OccurrenceRole.Declaration);
        }
        else
        {
            Add(path.Span, entity, OccurrenceRole.Declaration);
        }
    }

    private void AddReply(ReplyDeclaration reply)
    {
        AddKeyword(reply.Span.Start, reply.IsNullable ? "RETURNS?" : "RETURNS");
        if (reply.Name is { } name)
        {
            Add(name.Span, new FieldEntity(name.Name), OccurrenceRole.Declaration);
        }

        AddType(reply.Type);
    }

    private void AddType(TypeSyntax type)
    {
        switch (type)
        {
            case NamedType named:
                Add(named.Span, new TypeEntity(named.Type), OccurrenceRole.Read);
                break;
            case ArrayType array:
                AddType(array.Element);
                break;
            case NullableType nullable:
                AddType(nullable.Inner);
                break;
            case MapType map:
                AddType(map.Key);
                AddType(map.Value);
                break;
            case RecordType record:
                AddFields(record.Fields);
                break;
            case FlatType flat:
                AddFields(flat.Fields);
                break;
        }
    }

    private void AddFields(IEnumerable<FieldSyntax> fields)
    {
        foreach (var field in fields)
        {
            Add(field.NameSpan, new FieldEntity(field.Name), OccurrenceRole.Declaration);
            AddType(field.Type);
        }
    }

    private void AddKeyword(int start, string keyword) => Add(new SourceSpan(start, keyword.Length), new HeaderKeywordEntity(keyword), OccurrenceRole.Read);

    private void AddSuppressions(ScriptAnalysis analysis)
    {
        foreach (var comment in analysis.Tree.Comments)
        {
            var mark = comment.IsLong ? -1 : _text.IndexOf("luagen:", comment.Span.Start, comment.Span.Length, StringComparison.Ordinal);
            for (var i = mark; i >= 0 && i + 7 <= comment.Span.End; i = _text.IndexOf("LUA", i + 1, comment.Span.End - i - 1, StringComparison.Ordinal))
            {
                if (i > mark && i + 7 <= comment.Span.End && Rule.Find(_text.Substring(i, 7)) is { } rule)
                {
                    Add(new SourceSpan(i, 7), new RuleEntity(rule), OccurrenceRole.Read);
                }
            }
        }
    }

    private void Add(SourceSpan span, ScriptEntity entity, OccurrenceRole role)
    {
        // Declarations that are completed from the code have no place of their own.
        if (!span.IsEmpty)
        {
            _found.Add(new Occurrence(span, entity, role));
        }
    }
}
