namespace LuaGen.Package.Tests;

/// <summary>Which files become scripts, and in which class.</summary>
public sealed class IncludeTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Script = "-- KEYS[1] key\n-- RETURNS nothing\nredis.call('DEL', KEYS[1])\n";

    private const string Call = """
        using StackExchange.Redis;

        public static class Calls
        {
            public static async Task<long> LeftAsync(IDatabase database, string key) =>
                (long)await database.ScriptEvaluateAsync("return redis.call('GET', KEYS[1])", new RedisKey[] { key });
        }
        """;

    [Fact]
    public async Task What_the_project_names_wins_and_what_is_not_its_own_is_left_alone()
    {
        using var consumer = new Consumer(package);
        consumer.Write("App/App.csproj", Consumer.Project(items: """
            <AdditionalFiles Include="Special.lua" LuaClass="Shop.Data.StockScripts" />
            <AdditionalFiles Include="../Shared/unlock.lua" Link="Scripts/Locks/unlock.lua" />
            """));
        consumer.Write("App/Special.lua", Script);
        consumer.Write("App/Lua/Orders/cancel.lua", Script);
        consumer.Write("App/node_modules/other/ignored.lua", "this is no Lua");
        consumer.Write("App/bin/ignored.lua", "this is no Lua");
        consumer.Write("App/nginx/access.lua", "ngx.say('hello')\n");
        consumer.Write("Shared/unlock.lua", Script);
        // The program compiles only if each script is in the expected class.
        consumer.Write("App/Program.cs", """
            string[] classes = [typeof(Shop.Data.StockScripts).FullName!, typeof(App.LocksScripts).FullName!, typeof(App.OrdersScripts).FullName!];
            Console.WriteLine("found " + string.Join(' ', classes));
            Console.WriteLine("scripts " + string.Join(' ', App.AppLuaGenScripts.All.Select(script => script.Name).Order()));
            """);

        var run = await consumer.RunAsync(null, "run", "--project", "App");

        run.Succeeds();
        Assert.Contains("found Shop.Data.StockScripts App.LocksScripts App.OrdersScripts\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("scripts Cancel Special Unlock\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_included_where_that_is_off()
    {
        using var consumer = new Consumer(package);
        consumer.Write("App.csproj", Consumer.Project("<LuaGenIncludeScripts>false</LuaGenIncludeScripts>", """<AdditionalFiles Include="Scripts/Kept.lua" />"""));
        consumer.Write("Scripts/Kept.lua", Script);
        consumer.Write("Scripts/Left.lua", "this is no Lua");
        consumer.Write("Program.cs", """Console.WriteLine("scripts " + string.Join(' ', App.AppLuaGenScripts.All.Select(script => script.Name)));""");

        var run = await consumer.RunAsync(null, "run");

        run.Succeeds();
        Assert.Contains("scripts Kept\n", run.Output, StringComparison.Ordinal);
    }

    /// <summary>An application gets the analyzers through the library, but its own files do not become scripts.</summary>
    [Fact]
    public async Task An_application_behind_a_library_is_left_alone()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Library/Library.csproj", Consumer.Project(output: "Library"));
        consumer.Write("Library/Scripts/Locks/Unlock.lua", Script);
        consumer.Write("Application/Application.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Library/Library.csproj" />
              </ItemGroup>
            </Project>
            """);
        consumer.Write("Application/nginx/access.lua", "redis.call('GETT', this is no Lua");
        consumer.Write("Application/Program.cs", "System.Console.WriteLine(typeof(Library.LocksScripts).FullName);");

        // A finding of each severity in the project that references the package, and none here.
        consumer.Write("Library/Calls.cs", Call);
        consumer.Write("Application/Calls.cs", "using System.Threading.Tasks;\n" + Call);

        var build = await consumer.BuildAsync("Application");

        build.Succeeds();
        var finding = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("LUA", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct());
        Assert.StartsWith(consumer.PathOf("Library/Calls.cs("), finding, StringComparison.Ordinal);
        Assert.Contains(": warning LUA7006: ", finding, StringComparison.Ordinal);
    }
}
