namespace LuaGen.Package.Tests;

/// <summary>What cannot be compiled is one line at its place, and everything else of the solution still builds.</summary>
public sealed class ConflictTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Add = """
        -- Adds to a cart.
        -- KEYS[1] cart
        -- ARGV[1] order: json<Order>
        -- RETURNS json<List<Order>>
        return redis.call('GET', KEYS[1])

        """;

    private const string Take = "-- KEYS[1] key\n-- RETURNS long\nreturn redis.call('INCR', KEYS[1])\n";

    [Fact]
    public async Task Each_is_one_error_of_the_command_line()
    {
        using var consumer = new Consumer(package);
        foreach (var project in new[] { "Unknown", "Kept", "Hidden", "Clash", "Named", "Good" })
        {
            consumer.Write($"{project}/{project}.csproj", Consumer.Project(project == "Kept" ? "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><ImplicitUsings>disable</ImplicitUsings>" : "", output: "Library"));
            consumer.Write($"{project}/Scripts/Locks/Take.lua", Take);
        }

        consumer.Write("Unknown/Scripts/Carts/Add.lua", Add);
        consumer.Write("Unknown/Use.cs", "static class Use { public static void Run(ICartsScripts carts) => carts.Clear(\"cart\"); }");
        consumer.Write("Unknown/Scripts/Carts/Clear.lua", Take);
        consumer.Write("Kept/Scripts/Carts/Add.lua", Add);
        consumer.Write("Hidden/Scripts/Carts/Add.lua", Add);
        consumer.Write("Hidden/Order.cs", "namespace Hidden; internal sealed record Order(int Id);");
        consumer.Write("Clash/Locks.cs", "namespace Clash; public static class LocksScripts;");
        consumer.Write("Named/Named.cs", "public static class Named;");
        consumer.Write("Good/Scripts/Carts/Add.lua", Add);
        consumer.Write("Good/Order.cs", "namespace Good; public sealed record Order(int Id);");
        consumer.WriteSolution();

        var build = await consumer.BuildAsync("All.slnx");

        build.Fails();
        Assert.Equal(
            [
                consumer.PathOf("Clash/Scripts/Locks/Take.lua(1,1): error LUA2030: The type 'Clash.LocksScripts' is generated from Scripts/Locks/Take.lua, but Locks.cs declares that name: "
                    + "rename that type, or add `-- @class Other` to the header of each script of the class"),
                consumer.PathOf("Hidden/Scripts/Carts/Add.lua(3,19): error LUA2031: 'Hidden.Order' is less accessible than the class CartsScripts, which is public: "
                    + "make the type public, or set `<LuaGenVisibility>internal</LuaGenVisibility>` in the project"),
                consumer.PathOf("Kept/Scripts/Carts/Add.lua(3,24): error CS0246"),
                consumer.PathOf("Named/Scripts/Locks/Take.lua(1,1): error LUA2030: The type 'Named.LocksScripts' is generated from Scripts/Locks/Take.lua, but Named.cs declares a type with the name of its namespace, 'Named': "
                    + "rename that type, or generate another namespace than 'Named': set `<RootNamespace>` in the project"),
                consumer.PathOf("Unknown/Scripts/Carts/Add.lua(3,24): error CS0246"),
            ],
            Errors(build));
        Assert.True(File.Exists(consumer.PathOf("Good/bin/Debug/net10.0/Good.dll")), build.Output);
    }

    /// <summary>The errors, sorted; of those of the compiler only the id, because each of the type's names is one.</summary>
    private static IEnumerable<string> Errors(DotNetResult build) => build.Output.Split('\n')
        .Where(line => line.Contains(": error ", StringComparison.Ordinal))
        .Select(line => line.Split(" [")[0].Split(" (https://")[0].Trim())
        .Select(line => line.IndexOf(": error CS", StringComparison.Ordinal) is > 0 and var at ? line[..(at + ": error CS0246".Length)] : line)
        .Distinct()
        .Order(StringComparer.Ordinal);
}
