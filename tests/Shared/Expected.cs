namespace LuaGen.TestSupport;

/// <summary>
/// Compares text with a file in the tests' folder. With <c>LUAGEN_UPDATE_FIXTURES=1</c> the file is rewritten instead; review
/// the change in the diff.
/// </summary>
internal static class Expected
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("LUAGEN_UPDATE_FIXTURES") == "1";

    public static void Matches(string path, string actual)
    {
        if (IsUpdating)
        {
            Update(path, actual);
            return;
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }

    private static void Update(string path, string actual)
    {
        if (actual.Length == 0)
        {
            File.Delete(path);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }
    }
}
