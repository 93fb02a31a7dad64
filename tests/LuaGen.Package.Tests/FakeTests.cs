namespace LuaGen.Package.Tests;

/// <summary>Code that calls scripts is tested without a server: with a fake written by hand, and with a mocking library.</summary>
public sealed class FakeTests(PackageFixture package) : IClassFixture<PackageFixture>
{
    private const string Add = """
        -- KEYS[1] cart
        -- ARGV[1] product: string
        -- RETURNS 'ADDED' | 'REPEATED'
        -- RAISES CART_FULL   Two products are in it.
        if redis.call('HLEN', KEYS[1]) >= 2 then return redis.error_reply('CART_FULL two products are in it') end
        return redis.call('HSET', KEYS[1], ARGV[1], '1') == 1 and 'ADDED' or 'REPEATED'

        """;

    private const string Checkout = """
        namespace Shop;

        public sealed class Checkout(ICartsScripts carts)
        {
            public async Task<string> AddAsync(string cart, string product)
            {
                try
                {
                    return await carts.AddAsync(cart, product) switch
                    {
                        CartsScripts.AddReply.Added => "added",
                        CartsScripts.AddReply.Repeated => "in the cart already",
                        _ => "not set up",
                    };
                }
                catch (ScriptException error) when (error.Code == CartsScripts.AddErrors.CartFull)
                {
                    return "full";
                }
            }
        }
        """;

    private const string Program = """
        using NSubstitute;
        using Shop;
        using StackExchange.Redis;

        // By hand
        var full = ScriptException.Create(CartsScripts.Definitions.Add, CartsScripts.AddErrors.CartFull, "two products are in it");
        var fake = new FakeCarts();
        Console.WriteLine("by hand: " + await new Checkout(fake).AddAsync("cart:1", "pen"));
        fake.Failure = full;
        Console.WriteLine("by hand: " + await new Checkout(fake).AddAsync("cart:1", "pen"));

        // With NSubstitute
        var carts = Substitute.For<ICartsScripts>();

        Console.WriteLine("substitute: " + await new Checkout(carts).AddAsync("cart:1", "pen"));

        carts.AddAsync("cart:1", "pen").Returns(CartsScripts.AddReply.Repeated);

        Console.WriteLine("substitute: " + await new Checkout(carts).AddAsync("cart:1", "pen"));

        carts.AddAsync("cart:1", "pen").Returns(ValueTask.FromException<CartsScripts.AddReply>(full));

        Console.WriteLine("substitute: " + await new Checkout(carts).AddAsync("cart:1", "pen"));

        Console.WriteLine($"error: {full.Message}, {ScriptException.OutcomeOf(full)}, {full.ScriptName}");
        Console.WriteLine("json: " + System.Text.Json.JsonSerializer.Serialize(CartsScripts.AddReply.Repeated, Options));

        internal sealed partial class Program
        {
            private static readonly System.Text.Json.JsonSerializerOptions Options = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
        }

        internal sealed class FakeCarts : ICartsScripts
        {
            public ScriptException? Failure { get; set; }

            public ValueTask<CartsScripts.AddReply> AddAsync(RedisKey cart, string product, CommandFlags flags, CancellationToken cancellationToken) =>
                Failure is null ? new(CartsScripts.AddReply.Added) : throw Failure;

            public CartsScripts.AddReply Add(RedisKey cart, string product, CommandFlags flags) => throw new NotSupportedException();

            public ICartsScripts On(IBatch batch) => this;
        }
        """;

    [Fact]
    public async Task Both_kinds_of_fakes_run()
    {
        using var consumer = new Consumer(package);
        consumer.Write("Shop.csproj", Consumer.Project("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", """<PackageReference Include="NSubstitute" Version="5.3.0" />"""));
        consumer.Write("Scripts/Carts/Add.lua", Add);
        consumer.Write("Checkout.cs", Checkout);
        consumer.Write("Program.cs", Program);

        var run = await consumer.RunAsync(null, "run");

        run.Succeeds();
        Assert.Equal(
            [
                "by hand: added",
                "by hand: full",
                "substitute: not set up",
                "substitute: in the cart already",
                "substitute: full",
                "error: Add failed at Scripts/Carts/Add.lua: CART_FULL two products are in it, Failed, Add",
                "json: \"REPEATED\"",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
