namespace LuaGen.Package.Tests;

/// <summary>What a build reports about faulty scripts, and how a consumer can configure it.</summary>
public sealed class SeverityTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Beyond = "-- KEYS[1] order\nredis.call('DEL', KEYS[1])\nreturn redis.call('GET', KEYS[2])\n";

    private const string Read = "-- KEYS[1] order\nreturn redis.call('GET', KEYS[1])\n";

    private const string Broken = "-- KEYS[1] order\nreturn redis.call('GET', KEYS[1]\n";

    [Fact]
    public async Task A_finding_is_what_the_project_makes_of_it()
    {
        using var consumer = new Consumer(package);
        Write("Plain", Beyond);
        Write("Silenced", Beyond, "<NoWarn>$(NoWarn);LUA3001</NoWarn>");
        Write("Raised", Beyond, "<WarningsAsErrors>LUA3001</WarningsAsErrors>");
        Write("Configured", Beyond);
        // The SDK looks for the file in the folders of C# files.
        consumer.Write("Configured/Orders.cs", "public sealed class Order;");
        consumer.Write("Configured/.globalconfig", "is_global = true\ndotnet_diagnostic.LUA3001.severity = none\n");
        Write("Failing", Broken);
        Write("WithoutAnalyzers", Broken, "<RunAnalyzers>false</RunAnalyzers>");
        Write("Lifted", Read, "<LuaGenInfoAsWarning>true</LuaGenInfoAsWarning>");
        consumer.WriteSolution();

        void Write(string project, string script, string properties = "")
        {
            consumer.Write($"{project}/{project}.csproj", Consumer.Project(properties, output: "Library"));
            consumer.Write($"{project}/Scripts/Orders/Read.lua", script);
        }

        var build = await consumer.BuildAsync("All.slnx");

        build.Fails();
        Assert.Equal(
            [BeyondIn("Plain", "warning"), BeyondIn("Raised", "error")],
            build.Lines("LUA3001").Order(StringComparer.Ordinal));
        Assert.Equal(
            [consumer.PathOf("Failing/Scripts/Orders/Read.lua(3,1): error LUA1001"), consumer.PathOf("WithoutAnalyzers/Scripts/Orders/Read.lua(3,1): error LUA1001")],
            build.Lines("LUA1001").Select(line => line.Split(": ")[0] + ": " + line.Split(": ")[1]).Order(StringComparer.Ordinal));
        Assert.StartsWith(consumer.PathOf("Lifted/Scripts/Orders/Read.lua(2,19): warning LUA4010: "), Assert.Single(build.Lines("LUA4010")), StringComparison.Ordinal);
        Assert.Equal(
            ["Configured", "Lifted", "Plain", "Silenced"],
            Directory.GetFiles(consumer.Folder, "*.dll", SearchOption.AllDirectories)
                .Where(path => path.Contains(Path.Combine("bin", "Debug"), StringComparison.Ordinal) && path.StartsWith(consumer.PathOf(Path.GetFileNameWithoutExtension(path) + Path.DirectorySeparatorChar), StringComparison.Ordinal))
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal));

        string BeyondIn(string project, string severity) => consumer.PathOf(
            $"{project}/Scripts/Orders/Read.lua(3,26): {severity} LUA3001: KEYS[2] is always nil, because the header declares only one: declare `-- KEYS[2] name` or correct the index");
    }
}
