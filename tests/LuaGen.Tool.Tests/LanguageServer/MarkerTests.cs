namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>Every feature, at marked places of scripts. <c>LUAGEN_UPDATE_FIXTURES=1</c> rewrites what the markers expect.</summary>
public sealed class MarkerTests
{
    private const int LeastMarkers = 250;

    private static string Folder { get; } = Repository.PathOf("tests", "LuaGen.Tool.Tests", "LanguageServer", "Markers");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.lua").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Features_show_what_the_markers_say(string file)
    {
        var path = Path.Combine(Folder, file);
        var content = File.ReadAllText(path);
        var (text, markers) = Marker.Parse(content);
        using var server = new TestServer(Folder);
        var features = new MarkedFeatures(server, "file:///Scripts/" + file, text);

        var lines = content.Split('\n');
        foreach (var marker in markers)
        {
            lines[marker.Number] = marker.Prefix + " " + features.At(marker);
        }

        Expected.Matches(path, string.Join('\n', lines));
    }

    [Fact]
    public void There_are_markers_for_every_feature()
    {
        var markers = Directory.GetFiles(Folder, "*.lua").SelectMany(file => Marker.Parse(File.ReadAllText(file)).Markers).ToList();

        Assert.True(markers.Count >= LeastMarkers, $"{markers.Count} markers");
        Assert.Equal(MarkedFeatures.Kinds.Order(StringComparer.Ordinal), markers.Select(marker => marker.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_marker_that_does_not_hold_would_be_noticed()
    {
        var (text, markers) = Marker.Parse("local stock = KEYS[1]\n--    ^ hover: nothing like it\nreturn stock");
        using var server = new TestServer(Folder);
        var features = new MarkedFeatures(server, "file:///Scripts/Script.lua", text);

        var marker = Assert.Single(markers);
        Assert.Equal((0, 6, "hover"), (marker.Line, marker.Column, marker.Kind));
        Assert.NotEqual(marker.Expected, features.At(marker));
    }
}
