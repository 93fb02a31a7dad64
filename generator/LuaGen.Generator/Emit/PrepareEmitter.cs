using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the method that builds a call from its keys and arguments, in order.</summary>
internal sealed class PrepareEmitter(CSharpWriter writer, ScriptModel script, HelperNames helpers)
{
    private const int MaxSignatureLength = 120;

    private readonly string _call = script.Names.Call;
    private readonly string _index = script.Names.Index;

    public void Emit()
    {
        // The type infos for JSON are instance fields.
        var isStatic = script.Keys.Concat(script.Arguments).All(value => !UsesJson(value));
        writer.Open(Signature($"private {(isStatic ? "static " : "")}global::LuaGen.ScriptCall {helpers.Prepare(script.Name)}("));
        writer.Write($"""
            var {_call} = new global::LuaGen.ScriptCall(
                Definitions.{CSharpNames.Escape(script.Name)},
                keyCount: {Count(script.Keys)},
                argumentCount: {Count(script.Arguments)});
            """);
        var afterBlock = false;
        foreach (var value in script.Keys.Concat(script.Arguments))
        {
            var isBlock = value is SentList or SentSingle { IsOptional: true };
            BlankLineIf(isBlock || afterBlock);
            EmitValue(value);
            afterBlock = isBlock;
        }

        BlankLineIf(afterBlock);
        writer.Write($"return {_call};");
        writer.Close();
    }

    /// <summary>The signature on one line if it is short enough to read, otherwise with one line per parameter.</summary>
    private string Signature(string start)
    {
        var parameters = script.Parameters
            .Select(parameter => $"{CSharpNames.TypeOf(parameter.Type, owner: "")} {CSharpNames.Escape(parameter.Name)}")
            .ToList();
        var line = $"{start}{string.Join(", ", parameters)})";
        return line.Length <= MaxSignatureLength ? line : $"{start}\n    {string.Join(",\n    ", parameters)})";
    }

    /// <summary>The number of keys or arguments, as a C# expression; lists are validated where they are counted.</summary>
    private static string Count(EquatableArray<SentValue> values)
    {
        var single = values.Count(value => value is SentSingle);
        var lists = values.OfType<SentList>()
            .Select(list => $"global::LuaGen.ScriptCall.WordsOf({CSharpNames.Escape(list.Parameter)}, each: {list.Items.Count}, nameof({CSharpNames.Escape(list.Parameter)}))")
            .ToList();
        return lists.Count == 0 ? $"{single}"
            : single == 0 ? string.Join(" + ", lists)
            : $"{single} + {string.Join(" + ", lists)}";
    }

    private static bool UsesJson(SentValue value) => value switch
    {
        SentSingle single => single.Value.JsonType is not null,
        SentList list => list.Items.Any(item => item.Value.JsonType is not null),
        _ => false,
    };

    private void BlankLineIf(bool isWanted)
    {
        if (isWanted)
        {
            writer.BlankLine();
        }
    }

    private void EmitValue(SentValue value)
    {
        var parameter = CSharpNames.Escape(value.Parameter);
        switch (value)
        {
            case SentSingle { IsOptional: true, Value.JsonType: not null } single:
                writer.Write($$"""
                    if ({{parameter}} is { } {{script.Names.Json}})
                    {
                        {{Add(single.Value, script.Names.Json, parameter)}}
                    }
                    else
                    {
                        {{_call}}.AddOmitted();
                    }
                    """);
                break;
            case SentSingle { IsOptional: true } single:
                writer.Write($$"""
                    if ({{parameter}} is null)
                    {
                        {{_call}}.AddOmitted();
                    }
                    else
                    {
                        {{Add(single.Value, single.Value.IsStruct ? parameter + ".Value" : parameter, parameter)}}
                    }

                    """.TrimEnd('\n'));
                break;
            case SentSingle single:
                writer.Write(Add(single.Value, single.Fallback is null ? parameter : $"{parameter} ?? {single.Fallback}", parameter));
                break;
            case SentList list:
                EmitList(list, parameter);
                break;
        }
    }

    private void EmitList(SentList list, string parameter)
    {
        writer.Open($"for (var {_index} = 0; {_index} < {parameter}.Count; {_index}++)");
        foreach (var item in list.Items)
        {
            var element = $"{parameter}[{_index}]";
            writer.Write(Add(item.Value, item.Member is null ? element : $"{element}.{CSharpNames.Escape(item.Member)}", parameter));
        }

        writer.Close();
    }

    private string Add(ValueModel value, string expression, string parameter)
    {
        if (value.JsonType is { } type)
        {
            return $"{_call}.AddJson({expression}, {JsonAlias.Field(type)}, nameof({parameter}));";
        }

        var spelled = value.Enum is null ? expression : $"{helpers.Spell(value.Enum)}({expression}, nameof({parameter}))";
        return $"{_call}.{value.Method}({spelled}, nameof({parameter}));";
    }
}
