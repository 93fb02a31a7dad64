namespace LuaGen.Language.Model;

/// <summary>The shape of a reply, which determines the C# type that a call returns.</summary>
internal abstract record ReplyModel
{
    /// <summary>The generated records that it contains, outermost first.</summary>
    public virtual IEnumerable<RecordReply> Records() => [];

    /// <summary>The generated enums that it contains.</summary>
    public virtual IEnumerable<EnumReply> Enums() => [];

    /// <summary>The C# types that are read from JSON.</summary>
    public virtual IEnumerable<string> JsonTypes() => [];
}

/// <summary><c>ok</c>, <c>nothing</c>: the call returns no value.</summary>
/// <param name="Reader">The method of <c>ScriptReply</c> that checks the reply.</param>
internal sealed record NoValueReply(string Reader) : ReplyModel;

/// <summary>A single value.</summary>
/// <param name="Type">The C# type, qualified with <c>global::</c>.</param>
/// <param name="Reader">The method of <c>ScriptReply</c> that reads the reply.</param>
/// <param name="AcceptsNil">Whether nil is a valid value, so that the element may be missing at the end of an array.</param>
internal sealed record ScalarReply(string Type, string Reader, bool AcceptsNil) : ReplyModel;

/// <summary><c>T[]</c></summary>
internal sealed record ArrayReply(ReplyModel Element, bool IsNullable) : ReplyModel
{
    public override IEnumerable<RecordReply> Records() => Element.Records();

    public override IEnumerable<EnumReply> Enums() => Element.Enums();

    public override IEnumerable<string> JsonTypes() => Element.JsonTypes();
}

/// <summary>A generated record: the elements of an array, in order.</summary>
/// <param name="Name">The record's name in the class.</param>
internal sealed record RecordReply(string Name, EquatableArray<FieldModel> Fields, bool IsNullable) : ReplyModel
{
    public override IEnumerable<RecordReply> Records() => Fields.SelectMany(field => field.Reply.Records()).Prepend(this);

    public override IEnumerable<EnumReply> Enums() => Fields.SelectMany(field => field.Reply.Enums());

    public override IEnumerable<string> JsonTypes() => Fields.SelectMany(field => field.Reply.JsonTypes());
}

/// <summary><c>flat(…)</c>: the fields of all records, one after another, in one array.</summary>
internal sealed record FlatReply(RecordReply Row, bool IsNullable) : ReplyModel
{
    public override IEnumerable<RecordReply> Records() => Row.Records();

    public override IEnumerable<EnumReply> Enums() => Row.Enums();

    public override IEnumerable<string> JsonTypes() => Row.JsonTypes();
}

/// <summary><c>'open' | 'closed'</c>, <c>Acquired = 1 | Busy = 0</c></summary>
/// <param name="Enum">The generated enum.</param>
/// <param name="Reader">The method of <c>ScriptReply</c> that reads the literal.</param>
internal sealed record EnumReply(EnumModel Enum, string Reader, bool IsNullable) : ReplyModel
{
    public override IEnumerable<EnumReply> Enums() => [this];
}

/// <summary><c>json&lt;My.Type&gt;</c></summary>
/// <param name="Type">The C# type.</param>
internal sealed record JsonReply(string Type, bool IsNullable) : ReplyModel
{
    public override IEnumerable<string> JsonTypes() => [Type];
}

/// <summary><c>map&lt;K, V&gt;</c></summary>
internal sealed record MapReply(ReplyModel Key, ReplyModel Value, bool IsNullable) : ReplyModel
{
    public override IEnumerable<RecordReply> Records() => Key.Records().Concat(Value.Records());

    public override IEnumerable<EnumReply> Enums() => Key.Enums().Concat(Value.Enums());

    public override IEnumerable<string> JsonTypes() => Value.JsonTypes();
}

/// <summary>A property of a generated record.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Reply">The reply that the property holds.</param>
/// <param name="Text">The header's description.</param>
internal sealed record FieldModel(string Name, ReplyModel Reply, string Text);
