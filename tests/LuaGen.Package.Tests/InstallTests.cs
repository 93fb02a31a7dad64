namespace LuaGen.Package.Tests;

/// <summary>Installing the package breaks no build, whatever the project contains; the first snippet needs no <c>using</c>.</summary>
public sealed class InstallTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Take = """
        -- KEYS[1] key
        -- RETURNS long
        return redis.call('INCR', KEYS[1])

        """;

    private const string Hello = "Console.WriteLine(\"started\");";

    [ServerProcessFact]
    public async Task Every_project_builds_without_a_warning()
    {
        using var server = RedisServerProcess.Start();
        using var consumer = new Consumer(package);
        WriteProjectsWithoutScripts(consumer);
        WriteProjectsWithSpecialNames(consumer);
        WriteFirstSnippet(consumer);
        WriteScriptsOfTheClient(consumer);
        WriteOtherFolders(consumer);
        WriteTwoScriptProjects(consumer);
        consumer.WriteSolution();

        var build = await consumer.BuildAsync("All.slnx");

        build.Succeeds();
        Assert.Contains("    0 Warning(s)", build.Output, StringComparison.Ordinal);
        Assert.Equal(["took 1", "scripts Take"], await consumer.LinesOfAsync("Snippet", server.ConnectionString));
        Assert.Equal(["prepared 2", "typed 5"], await consumer.LinesOfAsync("Prepared", server.ConnectionString));
        Assert.Equal(["scripts Höhe"], await consumer.LinesOfAsync("Größe"));
        Assert.Equal(["Own LuaScripts of the project", "scripts Take"], await consumer.LinesOfAsync("OwnClass"));
        Assert.Equal(["App.LocksScripts Orders.LocksScripts", "scripts Lock Pay"], await consumer.LinesOfAsync("App"));
        HasDescribedItself(consumer);
        await DescribesItselfOnlyWhenSomethingChangedAsync(consumer);
    }

    private static void WriteProjectsWithoutScripts(Consumer consumer)
    {
        consumer.Write("Empty/Empty.csproj", Consumer.Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>"));
        consumer.Write("Empty/Program.cs", Hello);

        consumer.Write("Foreign/Foreign.csproj", Consumer.Project());
        consumer.Write("Foreign/Program.cs", Hello);
        consumer.Write("Foreign/server/init.lua", "server.on('connect', function(client) client:send('hello') end)\n");
        consumer.Write("Foreign/server/broken.lua", "server.on('connect', function(client) client:send('hello' end)\n");
        consumer.Write("Foreign/nginx/cache.lua", "local redis = require 'resty.redis'\nlocal client = redis:new()\nngx.say(client:get('a'))\n");
        consumer.Write("Foreign/nvim/init.lua", "vim.opt.number = true\nvim.keymap.set('n', '<leader>w', function() vim.cmd.write() end)\n");
        consumer.Write("Foreign/game/main.lua", "local x <const> = 4 // 2\nfunction love.draw() love.graphics.print(x) end\n");
    }

    private static void WriteProjectsWithSpecialNames(Consumer consumer)
    {
        foreach (var (project, rootNamespace, use) in new[]
        {
            ("NoNamespace", "", ""),
            ("Acme.Lua", "Acme.Lua", "new Acme.Lua.LuaScripts(null!)"),
            ("Acme.Scripts", "Acme.Scripts", "new Acme.Scripts.AcmeScripts(null!)"),
            ("my-app.1st", "my-app.1st", ""),
        })
        {
            consumer.Write($"{project}/{project}.csproj", Consumer.Project($"<RootNamespace>{rootNamespace}</RootNamespace>"));
            consumer.Write($"{project}/Scripts/Take.lua", Take);
            consumer.Write($"{project}/Program.cs", use.Length == 0 ? Hello : $"System.Func<object> create = () => {use};\n{Hello}");
        }

        consumer.Write("Elsewhere/Elsewhere.csproj", Consumer.Project(items: """<AdditionalFiles Include="Take.lua" LuaClass="Shop.Data.StockScripts" />"""));
        consumer.Write("Elsewhere/Take.lua", Take);
        consumer.Write("Elsewhere/Program.cs", "Func<object> create = () => new StockScripts(null!);\n" + Hello);

        // A class with the name that the scripts of the root once had, in the root namespace and in one below.
        consumer.Write("OwnClass/OwnClass.csproj", Consumer.Project("<RootNamespace>Shop</RootNamespace>"));
        consumer.Write("OwnClass/Scripts/Take.lua", Take);
        consumer.Write("OwnClass/LuaScripts.cs", "namespace Shop.Redis { static class LuaScripts { public static string Text => \"Own LuaScripts of the project\"; } }");
        consumer.Write("OwnClass/Program.cs", """
            using Shop.Redis;

            Console.WriteLine(LuaScripts.Text);
            Console.WriteLine("scripts " + string.Join(' ', ShopLuaGenScripts.All.Select(script => script.Name)));
            """);
    }

    private static void WriteFirstSnippet(Consumer consumer)
    {
        consumer.Write("Snippet/Snippet.csproj", Consumer.Project("<LuaGenServers>redis 7.2; valkey 8.0; garnet</LuaGenServers>", """<PackageReference Include="StackExchange.Redis" Version="3.4.35" />"""));
        consumer.Write("Snippet/Scripts/Take.lua", Take);
        consumer.Write("Snippet/Program.cs", """
            using StackExchange.Redis;

            using var connection = await ConnectionMultiplexer.ConnectAsync(Environment.GetEnvironmentVariable("REDIS")!);
            await SnippetLuaGenScripts.All.VerifyAsync(connection);
            ISnippetScripts scripts = new SnippetScripts(connection.GetDatabase());
            try
            {
                Console.WriteLine("took " + await scripts.TakeAsync("counter"));
            }
            catch (ScriptException error)
            {
                Console.WriteLine(error.Code);
            }

            Console.WriteLine("scripts " + string.Join(' ', SnippetLuaGenScripts.All.Select(script => script.Name)));
            """);
    }

    /// <summary>A file in the form of the client's LuaScript, which the project loads itself.</summary>
    private static void WriteScriptsOfTheClient(Consumer consumer)
    {
        consumer.Write("Prepared/Prepared.csproj", Consumer.Project(items: """<None Update="Scripts/Add.lua" CopyToOutputDirectory="PreserveNewest" />"""));
        consumer.Write("Prepared/Scripts/Add.lua", "return redis.call('INCRBY', @counter, @by)\n");
        consumer.Write("Prepared/Program.cs", """
            using StackExchange.Redis;

            using var connection = await ConnectionMultiplexer.ConnectAsync(Environment.GetEnvironmentVariable("REDIS")!);
            var prepared = LuaScript.Prepare(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Scripts", "Add.lua")));
            Console.WriteLine("prepared " + await connection.GetDatabase().ScriptEvaluateAsync(prepared, new { counter = (RedisKey)"prepared", by = 2 }));
            Console.WriteLine("typed " + await new PreparedScripts(connection.GetDatabase()).AddAsync("prepared", 3));
            """);
    }

    /// <summary>Names beyond ASCII, a byte order mark, line ends of Windows, and versions in one file for all projects.</summary>
    private static void WriteOtherFolders(Consumer consumer)
    {
        consumer.Write("Größe/Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="LuaGen" Version="{PackageFixture.Version}" />
              </ItemGroup>
            </Project>
            """);
        consumer.Write("Größe/Größe.csproj", Consumer.Project().Replace($" Version=\"{PackageFixture.Version}\"", "", StringComparison.Ordinal));
        consumer.Write("Größe/Scripts/Maße/Höhe.lua", "\uFEFF" + Take.ReplaceLineEndings("\r\n"));
        consumer.Write("Größe/Program.cs", """
            Func<object> create = () => new MaßeScripts(null!);
            Console.WriteLine("scripts " + string.Join(' ', GrößeLuaGenScripts.All.Select(script => script.Name)));
            """);
    }

    private static void WriteTwoScriptProjects(Consumer consumer)
    {
        consumer.Write("Orders/Orders.csproj", Consumer.Project("<RootNamespace>Acme.Orders</RootNamespace>", output: "Library"));
        consumer.Write("Orders/Scripts/Pay.lua", Take);
        consumer.Write("Orders/Scripts/Locks/Lock.lua", Take);
        consumer.Write("App/App.csproj", Consumer.Project("<RootNamespace>Acme.App</RootNamespace>", """<ProjectReference Include="../Orders/Orders.csproj" />"""));
        consumer.Write("App/Scripts/Enter.lua", Take);
        consumer.Write("App/Scripts/Locks/Lock.lua", Take);
        consumer.Write("App/Program.cs", """
            using Acme.App;
            using Acme.Orders;

            Func<object>[] created = [() => new AppScripts(null!), () => new OrdersScripts(null!)];
            Console.WriteLine($"{typeof(LocksScripts).FullName![5..]} {typeof(Acme.Orders.LocksScripts).FullName![5..]}");
            Console.WriteLine("scripts " + string.Join(' ', OrdersLuaGenScripts.All.Select(script => script.Name)));
            _ = AppLuaGenScripts.All;
            """);
    }

    /// <summary>What the targets write for a terminal: whole values, and no path of the machine.</summary>
    private static void HasDescribedItself(Consumer consumer)
    {
        var text = File.ReadAllText(consumer.PathOf("Snippet/obj/luagen.json"));
        using var json = System.Text.Json.JsonDocument.Parse(text);

        Assert.Equal("redis 7.2; valkey 8.0; garnet", json.RootElement.GetProperty("properties").GetProperty("LuaGenServers").GetString());
        Assert.Equal("Scripts/Take.lua", Assert.Single(json.RootElement.GetProperty("files").EnumerateArray()).GetProperty("path").GetString());
        Assert.DoesNotContain(consumer.Folder, text, StringComparison.Ordinal);
        var compiled = File.ReadAllText(Directory.GetFiles(consumer.PathOf("Snippet/obj"), "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories).Single());
        Assert.Contains("build_property._LuaGenServers = redis 7.2| valkey 8.0| garnet\n", compiled.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task DescribesItselfOnlyWhenSomethingChangedAsync(Consumer consumer)
    {
        var file = consumer.PathOf("Orders/obj/luagen.json");
        var first = (Text: await File.ReadAllTextAsync(file), Time: File.GetLastWriteTimeUtc(file));

        (await consumer.BuildAsync("Orders", "--no-restore")).Succeeds();
        Assert.Equal(first, (await File.ReadAllTextAsync(file), File.GetLastWriteTimeUtc(file)));

        consumer.Write("Orders/Scripts/Refund.lua", Take);
        (await consumer.BuildAsync("Orders", "--no-restore")).Succeeds();
        Assert.Contains("Scripts/Refund.lua", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }
}
