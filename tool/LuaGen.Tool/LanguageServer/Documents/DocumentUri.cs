namespace LuaGen.Tool.LanguageServer.Documents;

/// <summary>The paths of documents.</summary>
internal static class DocumentUri
{
    /// <summary><see langword="null"/> for a document that is not a file.</summary>
    public static string? ToPath(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile)
        {
            return null;
        }

        try
        {
            return Path.GetFullPath(parsed.LocalPath);
        }
        catch (Exception exception) when (exception is ArgumentException or PathTooLongException or NotSupportedException)
        {
            return null;
        }
    }
}
