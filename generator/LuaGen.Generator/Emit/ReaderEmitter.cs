using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the methods that read a reply.</summary>
internal sealed class ReaderEmitter(CSharpWriter writer, HelperNames helpers)
{
    private const string Reply = "ref global::LuaGen.ScriptReply reply";

    /// <summary>Writes a method with the given name, and one for every record and enum in the reply.</summary>
    public void EmitReader(string name, ReplyModel reply)
    {
        if (reply is RecordReply { IsNullable: false } whole)
        {
            EmitRecordReader(name, whole);
        }
        else
        {
            writer.Write($"""
                private {Static(reply)}{CSharpNames.TypeOf(reply, owner: "")} {name}({Reply}) =>
                    {Read(reply, "reply")};
                """);
        }

        foreach (var value in reply.Enums())
        {
            writer.BlankLine();
            EmitEnumReader(value);
        }

        foreach (var record in RecordsRead(reply).Where(record => record != reply || record.IsNullable))
        {
            writer.BlankLine();
            EmitRecordReader(helpers.Read(record.Name), record);
        }
    }

    /// <summary>The records that are separate arrays; the rows of a flat array are read in place.</summary>
    private static IEnumerable<RecordReply> RecordsRead(ReplyModel reply) => reply switch
    {
        ArrayReply array => RecordsRead(array.Element),
        MapReply map => RecordsRead(map.Value),
        FlatReply flat => flat.Row.Fields.SelectMany(field => RecordsRead(field.Reply)),
        RecordReply record => record.Fields.SelectMany(field => RecordsRead(field.Reply)).Prepend(record),
        _ => [],
    };

    private void EmitRecordReader(string name, RecordReply record)
    {
        var required = 0;
        for (var i = 0; i < record.Fields.Count; i++)
        {
            required = AcceptsNil(record.Fields[i].Reply) ? required : i + 1;
        }

        writer.Open($"private {Static(record)}{record.Name} {name}({Reply})");
        writer.Write($"var count = reply.ReadRecord(fields: {record.Fields.Count}, required: {required});");
        writer.Write($"return new {record.Name}(");
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var read = Read(record.Fields[i].Reply, "reply");
            writer.Write($"    {(i < required ? read : $"count > {i} ? {read} : default")}{(i == record.Fields.Count - 1 ? ");" : ",")}");
        }

        writer.Close();
    }

    private string Read(ReplyModel reply, string source) => reply switch
    {
        NoValueReply check => $"{source}.{check.Reader}()",
        ScalarReply scalar => $"{source}.{scalar.Reader}()",
        EnumReply value => OrNull(value.IsNullable, source, $"{helpers.Read(value.Enum.Name)}(ref {source})"),
        JsonReply json => OrNull(json.IsNullable, source, $"{source}.ReadJson({JsonAlias.Field(json.Type)})"),
        MapReply map => OrNull(map.IsNullable, source, $"{source}.ReadMap({Element(map.Key)}, {Element(map.Value)})"),
        RecordReply record => OrNull(record.IsNullable, source, $"{helpers.Read(record.Name)}(ref {source})"),
        ArrayReply array => OrNull(array.IsNullable, source, $"{source}.ReadArray({Element(array.Element)})"),
        FlatReply flat => OrNull(flat.IsNullable, source, $"{source}.ReadFlat(fields: {flat.Row.Fields.Count}, {Row(flat.Row)})"),
        _ => throw new ArgumentOutOfRangeException(nameof(reply)),
    };

    private void EmitEnumReader(EnumReply reply)
    {
        writer.Write($"private static {reply.Enum.Name} {helpers.Read(reply.Enum.Name)}({Reply}) => reply.{reply.Reader}() switch");
        writer.Write("{");
        foreach (var member in reply.Enum.Members)
        {
            writer.Write($"    {member.Literal} => {reply.Enum.Name}.{CSharpNames.Escape(member.Name)},");
        }

        writer.Write($$"""
                _ => throw reply.Unknown("{{reply.Enum.Name}}"),
            };
            """);
    }

    /// <summary>The type infos for JSON are instance fields; all other readers can be static.</summary>
    private static string Static(ReplyModel reply) => reply.JsonTypes().Any() ? "" : "static ";

    private static string OrNull(bool isNullable, string source, string read) =>
        isNullable ? $"({source}.TryReadNull() ? null : {read})" : read;

    private string Element(ReplyModel element) => element switch
    {
        RecordReply { IsNullable: false } record => helpers.Read(record.Name),
        EnumReply { IsNullable: false } value => helpers.Read(value.Enum.Name),
        _ => $"{Static(element)}(ref global::LuaGen.ScriptReply element) => {Read(element, "element")}",
    };

    /// <summary>Reads the fields of a row, which are adjacent; the runtime has located the start of the row.</summary>
    private string Row(RecordReply row) =>
        $"{Static(row)}(ref global::LuaGen.ScriptReply row) => new {row.Name}({string.Join(", ", row.Fields.Select(field => Read(field.Reply, "row")))})";

    private static bool AcceptsNil(ReplyModel reply) => reply switch
    {
        ScalarReply scalar => scalar.AcceptsNil,
        ArrayReply array => array.IsNullable,
        EnumReply value => value.IsNullable,
        JsonReply json => json.IsNullable,
        MapReply map => map.IsNullable,
        RecordReply record => record.IsNullable,
        FlatReply flat => flat.IsNullable,
        _ => false,
    };
}
