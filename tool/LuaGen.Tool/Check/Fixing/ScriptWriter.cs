using System.Text;

namespace LuaGen.Tool.Check.Fixing;

/// <summary>Replaces the text of a file: all of it or nothing, with its byte order mark and its mode.</summary>
internal static class ScriptWriter
{
    /// <param name="path">The file.</param>
    /// <param name="original">The bytes that the new text was made from.</param>
    /// <param name="text">The new text.</param>
    /// <returns>Why the file was not written, or <see langword="null"/>.</returns>
    public static string? TryWrite(string path, byte[] original, string text)
    {
        string? temporary = null;
        try
        {
            // Replacing a link would leave its target as it was.
            var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
            if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
            {
                return "is read-only and was not fixed";
            }

            temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
            File.WriteAllBytes(temporary, Encode(original, text));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(original))
            {
                return "has changed since it was read and was not fixed";
            }

            File.Move(temporary, target, overwrite: true);
            temporary = null;
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "cannot be written";
        }
        finally
        {
            Delete(temporary);
        }
    }

    private static byte[] Encode(byte[] original, string text) =>
        original is [0xEF, 0xBB, 0xBF, ..] ? [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] : Encoding.UTF8.GetBytes(text);

    private static void Delete(string? temporary)
    {
        try
        {
            if (temporary is not null)
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder went away with the file.
        }
    }
}
