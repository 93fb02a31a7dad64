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
    public async Task Each_project_has_the_scripts_that_are_its_own()
    {
        using var consumer = new Consumer(package);
        WriteNamedFiles(consumer);
        WriteListedFiles(consumer);
        WriteLibraryAndApplication(consumer);
        consumer.WriteSolution();

        var build = await consumer.BuildAsync("All.slnx");

        build.Succeeds();
        Assert.Equal(["found Shop.Data.StockScripts App.LocksScripts App.OrdersScripts", "scripts Cancel Special Unlock"], await consumer.LinesOfAsync("App"));
        Assert.Equal(["scripts Kept"], await consumer.LinesOfAsync("Listed"));
        Assert.Equal(["Library.LocksScripts"], await consumer.LinesOfAsync("Application"));
        var finding = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("LUA", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct());
        Assert.StartsWith(consumer.PathOf("Library/Calls.cs("), finding, StringComparison.Ordinal);
        Assert.Contains(": warning LUA7006: ", finding, StringComparison.Ordinal);
    }

    /// <summary>What the project names wins, and files of other programs are ignored.</summary>
    private static void WriteNamedFiles(Consumer consumer)
    {
        consumer.Write("App/App.csproj", Consumer.Project(items: """
            <AdditionalFiles Include="Special.lua" LuaClass="Shop.Data.StockScripts" />
            <AdditionalFiles Include="../Shared/unlock.lua" Link="Scripts/Locks/unlock.lua" />
            """));
        consumer.Write("App/Special.lua", Script);
        consumer.Write("App/Lua/Orders/cancel.lua", Script);
        consumer.Write("App/node_modules/other/ignored.lua", "this is not Lua");
        consumer.Write("App/bin/ignored.lua", "this is not Lua");
        consumer.Write("App/nginx/access.lua", "ngx.say('hello')\n");
        consumer.Write("Shared/unlock.lua", Script);
        // The program compiles only if each script is in the expected class.
        consumer.Write("App/Program.cs", """
            string[] classes = [typeof(Shop.Data.StockScripts).FullName!, typeof(App.LocksScripts).FullName!, typeof(App.OrdersScripts).FullName!];
            Console.WriteLine("found " + string.Join(' ', classes));
            Console.WriteLine("scripts " + string.Join(' ', App.AppLuaGenScripts.All.Select(script => script.Name).Order()));
            """);
    }

    private static void WriteListedFiles(Consumer consumer)
    {
        consumer.Write("Listed/Listed.csproj", Consumer.Project("<LuaGenIncludeScripts>false</LuaGenIncludeScripts>", """<AdditionalFiles Include="Scripts/Kept.lua" />"""));
        consumer.Write("Listed/Scripts/Kept.lua", Script);
        consumer.Write("Listed/Scripts/Other.lua", "this is not Lua");
        consumer.Write("Listed/Program.cs", """Console.WriteLine("scripts " + string.Join(' ', Listed.ListedLuaGenScripts.All.Select(script => script.Name)));""");
    }

    /// <summary>An application gets the analyzers through a library, but its own files do not become scripts, and its own calls are not checked.</summary>
    private static void WriteLibraryAndApplication(Consumer consumer)
    {
        consumer.Write("Library/Library.csproj", Consumer.Project(output: "Library"));
        consumer.Write("Library/Scripts/Locks/Unlock.lua", Script);
        consumer.Write("Library/Calls.cs", Call);
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
        consumer.Write("Application/nginx/access.lua", "redis.call('GETT', this is not Lua");
        consumer.Write("Application/Program.cs", "System.Console.WriteLine(typeof(Library.LocksScripts).FullName);");
        consumer.Write("Application/Calls.cs", "using System.Threading.Tasks;\n" + Call);
    }
}
