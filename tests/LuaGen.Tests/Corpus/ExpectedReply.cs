using StackExchange.Redis;

namespace LuaGen.Tests.Corpus;

/// <summary>A reply that a <c>.calls</c> file expects.</summary>
internal abstract record ExpectedReply
{
    /// <summary>Whether a RESP2 reply matches. Errors never get here: the client throws them.</summary>
    public virtual bool Accepts(RedisResult reply) => false;

    public virtual bool Accepts(RedisServerException error) => false;

    internal sealed record Any : ExpectedReply
    {
        public override bool Accepts(RedisResult reply) => true;
    }

    internal sealed record Nil : ExpectedReply
    {
        public override bool Accepts(RedisResult reply) => reply.IsNull;
    }

    internal sealed record Integer(long Value) : ExpectedReply
    {
        public override bool Accepts(RedisResult reply) => reply.Resp2Type == ResultType.Integer && (long)reply == Value;
    }

    internal sealed record Status(string Text) : ExpectedReply
    {
        public override bool Accepts(RedisResult reply) => reply.Resp2Type == ResultType.SimpleString && (string?)reply == Text;
    }

    internal sealed record Bulk(byte[] Bytes) : ExpectedReply
    {
        public override bool Accepts(RedisResult reply) =>
            reply.Resp2Type == ResultType.BulkString && (byte[]?)reply is { } bytes && bytes.AsSpan().SequenceEqual(Bytes);
    }

    internal sealed record Array(IReadOnlyList<ExpectedReply> Elements) : ExpectedReply
    {
        public override bool Accepts(RedisResult reply) =>
            reply.Resp2Type == ResultType.Array && !reply.IsNull && reply.Length == Elements.Count
            && Elements.Index().All(element => element.Item.Accepts(reply[element.Index]));
    }

    /// <param name="Code">The first word of the error.</param>
    /// <param name="Text">A part of the text after it.</param>
    internal sealed record Error(string Code, string Text) : ExpectedReply
    {
        public override bool Accepts(RedisServerException error)
        {
            var message = error.Message.Split(' ', 2);
            return message[0] == Code && (Text.Length == 0 || (message.Length == 2 && message[1].Contains(Text, StringComparison.Ordinal)));
        }
    }
}
