using System.Text.RegularExpressions;

namespace LuaGen.Package.Tests;

/// <summary>The five steps of README.md, done as they are written: from an empty folder to a typed call, and a mistake that the build reports.</summary>
public sealed partial class QuickStartTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    [ServerProcessFact]
    public async Task The_steps_of_the_first_page_lead_to_a_typed_call()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        var environment = new Dictionary<string, string> { ["REDIS"] = server.ConnectionString };
        var folder = consumer.Folder;
        var output = "";
        foreach (var block in Block().Matches(await File.ReadAllTextAsync(Repository.PathOf("README.md"))).Cast<Match>())
        {
            var text = block.Groups["text"].Value;
            if (block.Groups["file"] is { Success: true } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file.Value))!);
                await File.WriteAllTextAsync(Path.Combine(folder, file.Value), text);
                continue;
            }

            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var words = line.Split(' ');
                if (words[0] == "cd")
                {
                    folder = Path.Combine(folder, words[1]);
                    continue;
                }

                Assert.Equal("dotnet", words[0]);
                // The package of this run has a prerelease version, which must be named.
                string[] version = words is [_, "add", "package", ..] ? ["--version", PackageFixture.Version] : [];
                var run = await DotNet.RunAsync(folder, package.Packages, environment, [.. words[1..], .. version]);
                run.Succeeds();
                output = run.Output;
            }
        }

        Assert.EndsWith("1\n42", output.ReplaceLineEndings("\n").TrimEnd(), StringComparison.Ordinal);
        await SaysWhatTheFifthStepSaysAsync(folder, environment);
    }

    private async Task SaysWhatTheFifthStepSaysAsync(string folder, Dictionary<string, string> environment)
    {
        var script = Path.Combine(folder, "Scripts/Counters/Increase.lua");
        await File.WriteAllTextAsync(script, (await File.ReadAllTextAsync(script)).Replace("INCRBY", "INCBY", StringComparison.Ordinal));
        const string Message = "LUA4001: 'INCBY' is not a Redis command: write 'INCRBY'";
        Assert.Contains($"`{Message}`", await File.ReadAllTextAsync(Repository.PathOf("README.md")), StringComparison.Ordinal);

        var build = await DotNet.RunAsync(folder, package.Packages, environment, "build", "--no-restore", "-tl:off");

        Assert.Contains($"Increase.lua(6,19): warning {Message}", build.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^<!-- quick-start(:(?<file>\S+))? -->\n```\w+\n(?<text>.*?\n)```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
