namespace LuaGen.Language.Model;

/// <summary>The shape of a reply, and with it the C# type that a call gives.</summary>
internal abstract record ReplyModel
{
    /// <summary>The emitted records that it is made of, outermost first.</summary>
    public virtual IEnumerable<RecordReply> Records() => [];

    /// <summary>The emitted enums that it is made of.</summary>
    public virtual IEnumerable<EnumReply> Enums() => [];

    /// <summary>The C# types in it that are read from JSON.</summary>
    public virtual IEnumerable<string> JsonTypes() => [];
}

/// <summary><c>ok</c>, <c>nothing</c>: only that the script ran is of interest.</summary>
/// <param name="Reader">The method of <c>ScriptReply</c> that checks the reply.</param>
internal sealed record NoValueReply(string Reader) : ReplyModel;

/// <summary>One value.</summary>
/// <param name="Type">The C# type, spelled from <c>global::</c>.</param>
/// <param name="Reader">The method of <c>ScriptReply</c> that reads it.</param>
/// <param name="AcceptsNil">Whether nil is one of its values, so that it may be missing at the end of an array.</param>
internal sealed record ScalarReply(string Type, string Reader, bool AcceptsNil) : ReplyModel;

/// <summary><c>T[]</c></summary>
internal sealed record ArrayReply(ReplyModel Element, bool IsNullable) : ReplyModel
{
    public override IEnumerable<RecordReply> Records() => Element.Records();

    public override IEnumerable<EnumReply> Enums() => Element.Enums();

    public override IEnumerable<string> JsonTypes() => Element.JsonTypes();
}

/// <summary>An emitted record: the elements of an array, in order.</summary>
/// <param name="Name">The record's name in the class.</param>
internal sealed record RecordReply(string Name, EquatableArray<FieldModel> Fields, bool IsNullable) : ReplyModel
{
    public override IEnumerable<RecordReply> Records() => Fields.SelectMany(field => field.Reply.Records()).Prepend(this);

    public override IEnumerable<EnumReply> Enums() => Fields.SelectMany(field => field.Reply.Enums());

    public override IEnumerable<string> JsonTypes() => Fields.SelectMany(field => field.Reply.JsonTypes());
}

/// <summary><c>flat(…)</c>: records laid end to end in one array.</summary>
internal sealed record FlatReply(RecordReply Row, bool IsNullable) : ReplyModel
{
    public override IEnumerable<RecordReply> Records() => Row.Records();

    public override IEnumerable<EnumReply> Enums() => Row.Enums();

    public override IEnumerable<string> JsonTypes() => Row.JsonTypes();
}

/// <summary><c>'open' | 'closed'</c>, <c>Acquired = 1 | Busy = 0</c></summary>
/// <param name="Enum">The emitted enum.</param>
/// <param name="Reader">The method of <c>ScriptReply</c> that reads what is on the wire.</param>
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

/// <summary>A property of an emitted record.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Reply">What is read for it.</param>
/// <param name="Text">The header's words.</param>
internal sealed record FieldModel(string Name, ReplyModel Reply, string Text);
