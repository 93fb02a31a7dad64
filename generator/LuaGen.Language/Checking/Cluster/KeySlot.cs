namespace LuaGen.Language.Checking.Cluster;

/// <summary>
/// The hash slot of a key (redis.io, "Redis cluster specification"): CRC-16/XMODEM modulo 16,384 of the hash tag, which
/// is the text between the first <c>{</c> and the next <c>}</c>, or of the whole key if there is no hash tag.
/// </summary>
internal static class KeySlot
{
    private const int Slots = 16_384;
    private const int Polynomial = 0x1021;

    /// <returns>The slot; <see langword="null"/> if the key is not ASCII, because its bytes are not available here.</returns>
    public static int? Of(string key)
    {
        var (start, end) = TagOf(key);
        var crc = 0;
        for (var i = start; i < end; i++)
        {
            if (key[i] > 0x7F)
            {
                return null;
            }

            crc ^= key[i] << 8;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ Polynomial : crc << 1;
            }

            crc &= 0xFFFF;
        }

        return crc % Slots;
    }

    private static (int Start, int End) TagOf(string key)
    {
        var open = key.IndexOf('{');
        var close = open < 0 ? -1 : key.IndexOf('}', open + 1);
        return close > open + 1 ? (open + 1, close) : (0, key.Length);
    }
}
