using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Finds the parameters whose keys are in different cluster slots. Slots are computed only after the client has refused the
/// call, so a valid call has no extra cost.
/// </summary>
internal static class CrossSlot
{
    private const string Refusal = "Multi-key operations must involve a single slot";

    public static RedisCommandException? Of(ScriptCall call, IConnectionMultiplexer multiplexer, RedisCommandException refusal)
    {
        if (!refusal.Message.StartsWith(Refusal, StringComparison.Ordinal))
        {
            return null;
        }

        var slot = multiplexer.GetHashSlot(call.Key(0));
        for (var i = 1; i < call.KeyCount; i++)
        {
            if (multiplexer.GetHashSlot(call.Key(i)) != slot)
            {
                return new RedisCommandException(
                    $"{call.Definition.Name} was not sent: {call.KeyParameter(0)} and {call.KeyParameter(i)} are keys of different cluster slots. "
                        + "Keys with the same hash tag, such as stock:{42} and pending:{42}, share a slot.",
                    refusal);
            }
        }

        // With a key prefix the slots differ from those computed here.
        return null;
    }
}
