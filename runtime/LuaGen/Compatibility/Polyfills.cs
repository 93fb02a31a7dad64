using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;

namespace LuaGen.Compatibility;

/// <summary>The members of .NET 8 that the runtime uses and netstandard2.0 does not have, with the same names.</summary>
internal static class Polyfills
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(object? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
        {
            if (argument is null)
            {
                throw new ArgumentNullException(paramName);
            }
        }
    }

    extension(ExceptionDispatchInfo)
    {
        public static void Throw(Exception exception) => ExceptionDispatchInfo.Capture(exception).Throw();
    }

    extension(Stopwatch)
    {
        public static TimeSpan GetElapsedTime(long start) => TimeSpan.FromSeconds((double)(Stopwatch.GetTimestamp() - start) / Stopwatch.Frequency);
    }

    extension(Encoding encoding)
    {
        public string GetString(ReadOnlySpan<byte> bytes) => encoding.GetString(bytes.ToArray());
    }

    extension(Convert)
    {
        public static byte[] FromHexString(string digits)
        {
            var bytes = new byte[digits.Length / 2];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = Convert.ToByte(digits.Substring(2 * i, 2), 16);
            }

            return bytes;
        }
    }

    extension<T>(IEnumerable<T> source)
    {
        public IEnumerable<T> DistinctBy<TKey>(Func<T, TKey> key) => source.GroupBy(key).Select(static group => group.First());
    }
}
