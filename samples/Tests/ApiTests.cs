using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Shop.Tests;

/// <summary>The whole application in this process, with a server.</summary>
public sealed class ApiTests : IDisposable
{
    private const int Limit = 50;

    // Each test has clients, products, boards and accounts of its own, because the server may be shared.
    private readonly string _own = $"{Guid.NewGuid():N}";
    private readonly WebApplicationFactory<Program> _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseSetting("ConnectionStrings:Redis", TestServer.Instance.ConnectionString)
        .UseSetting("RateLimit:Requests", $"{Limit}")
        .UseSetting("RateLimit:Seconds", "600"));

    public void Dispose() => _factory.Dispose();

    [ServerFact]
    public async Task Reserves_and_releases_stock()
    {
        using var client = Client();
        var product = $"/api/products/{_own}";

        Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsync($"{product}/orders/A?units=4", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsync($"{product}/stock?units=10", null)).StatusCode);
        Assert.Equal("Reserved 6", await ReserveAsync(client, $"{product}/orders/A?units=4", HttpStatusCode.OK));
        Assert.Equal("Repeated 6", await ReserveAsync(client, $"{product}/orders/A?units=4", HttpStatusCode.OK));
        Assert.Equal("OutOfStock 6", await ReserveAsync(client, $"{product}/orders/B?units=7", HttpStatusCode.Conflict));
        Assert.Equal("InvalidQuantity 6", await ReserveAsync(client, $"{product}/orders/B?units=0", HttpStatusCode.BadRequest));

        var released = await client.DeleteAsync($"{product}/orders/A");
        Assert.Equal(10, await released.Content.ReadFromJsonAsync<long>());
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"{product}/orders/A")).StatusCode);
    }

    [ServerFact]
    public async Task Keeps_a_leaderboard()
    {
        using var client = Client();
        var board = $"/api/boards/{_own}";

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{board}/players/ann")).StatusCode);
        await client.PutAsync($"{board}/players/ann?score=71.5", null);
        await client.PutAsync($"{board}/players/bob?score=90.25", null);

        Assert.Equal("""{"place":2}""", await client.GetStringAsync($"{board}/players/ann"));
        Assert.Equal("""[{"player":"bob","score":90.25},{"player":"ann","score":71.5}]""", await client.GetStringAsync(board));
        Assert.Equal("""[{"player":"bob","score":90.25}]""", await client.GetStringAsync($"{board}?count=1"));
    }

    [ServerFact]
    public async Task Transfers_money()
    {
        using var client = Client();
        var transfer = $"/api/accounts/{_own}/transfers?to={_own}-b";

        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{transfer}&cents=1", null)).StatusCode);
        await client.PutAsync($"/api/accounts/{_own}?cents=1000", null);

        var paid = await client.PostAsync($"{transfer}&cents=250", null);
        Assert.Equal("""{"status":"Paid","balance":750}""", await paid.Content.ReadAsStringAsync());
        var refused = await client.PostAsync($"{transfer}&cents=1000", null);
        Assert.Equal("""{"status":"TooLittle","balance":750}""", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync($"{transfer}&cents=0", null)).StatusCode);
    }

    [ServerFact]
    public async Task Refuses_a_client_beyond_its_limit_and_no_other_one()
    {
        using var client = Client();
        using var other = Client("other");

        var replies = await Task.WhenAll(Enumerable.Range(0, Limit + 5).Select(_ => client.GetAsync($"/api/boards/{_own}")));

        Assert.Equal(5, replies.Count(reply => reply.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.All(replies.Where(reply => !reply.IsSuccessStatusCode), reply => Assert.NotNull(reply.Headers.RetryAfter));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/api/boards/{_own}")).StatusCode);
    }

    [ServerFact]
    public async Task Has_a_page_a_document_and_a_health_check()
    {
        using var client = Client();

        Assert.Contains("A shop with Redis scripts", await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        Assert.True(document.RootElement.GetProperty("paths").TryGetProperty("/api/products/{product}/orders/{order}", out _));
    }

    private HttpClient Client(string name = "client")
    {
        var client = _factory.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", $"{_own}-{name}");
        return client;
    }

    private static async Task<string> ReserveAsync(HttpClient client, string path, HttpStatusCode expected)
    {
        var reply = await client.PutAsync(path, null);
        Assert.Equal(expected, reply.StatusCode);
        var reservation = await reply.Content.ReadFromJsonAsync<JsonElement>();
        return $"{reservation.GetProperty("code")} {reservation.GetProperty("left")}";
    }
}
