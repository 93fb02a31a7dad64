namespace LuaGen.Package.Tests;

/// <summary>
/// A library for netstandard2.0 on the oldest client, and applications that use it with their own clients: the same package
/// works for both, with the features of each client.
/// </summary>
public sealed class ClientTests(ClientProjects projects) : IClassFixture<ClientProjects>
{
    [Fact]
    public void Everything_is_built_without_a_warning()
    {
        projects.Build!.Succeeds();
        Assert.DoesNotContain("warning MSB3277", projects.Build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("warning CS", projects.Build.Output, StringComparison.Ordinal);
        Assert.InRange(projects.Scripts, 20, 200);
        Assert.All(ClientProjects.OldFrameworks, old => Assert.True(File.Exists(projects.Consumer.PathOf($"Old.{old.Framework}/bin/Debug/{old.Framework}/Old.{old.Framework}.dll"))));
    }

    [ServerProcessTheory]
    [InlineData("3.4.35", "LeasedTransport")]
    [InlineData("2.13.17", "GeneralTransport")]
    public Task A_library_for_old_frameworks_serves_applications_on(string client, string transport) => CountsAsync(ClientProjects.ApplicationOn(client), transport);

    /// <summary>
    /// The asset for .NET refers to the newest client too, and a compiler refuses that next to an older one. Nothing that it
    /// is given may show it.
    /// </summary>
    [ServerProcessTheory]
    [InlineData("3.4.35", "LeasedTransport")]
    [InlineData("3.1.31", "GeneralTransport")]
    [InlineData("2.13.17", "GeneralTransport")]
    [InlineData("2.7.27", "GeneralTransport")]
    public Task An_application_calls_its_own_scripts_on(string client, string transport) => CountsAsync(ClientProjects.ScriptsOn(client), transport);

    /// <summary>Only a constant name refers to the features of the newer client, and trimming must follow it. <see cref="WebTests"/> compiles to native code.</summary>
    [ServerProcessTheory]
    [InlineData("3.4.35", "LeasedTransport")]
    [InlineData("2.13.17", "GeneralTransport")]
    public async Task A_trimmed_application_keeps_its_transport(string client, string transport)
    {
        using var server = RedisServerProcess.Start();
        var project = ClientProjects.ApplicationOn(client);
        var folder = "published." + client;

        var publish = await projects.Consumer.RunAsync(
            null, "publish", project, "--use-current-runtime", "-tl:off", "--nologo", "-o", projects.Consumer.PathOf(folder));

        publish.Succeeds();
        Assert.DoesNotContain("warning IL", publish.Output, StringComparison.Ordinal);
        var output = await projects.Consumer.RunProgramAsync($"{folder}/{project}{(OperatingSystem.IsWindows() ? ".exe" : "")}", new Dictionary<string, string> { ["REDIS"] = server.ConnectionString });
        Assert.Equal(["counted 0 to 41", "by " + transport], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private async Task CountsAsync(string project, string transport)
    {
        using var server = RedisServerProcess.Start();

        Assert.Equal(["counted 0 to 41", "by " + transport], await projects.Consumer.LinesOfAsync(project, server.ConnectionString));
    }
}
