using StackExchange.Redis;

namespace Shop;

public static class Program
{
    public static async Task<string> RunAsync(IDatabase db, string id)
    {
        try
        {
            return $"{await new ShopScripts(db).RunAsync(id)}";
        }
        catch (OperationCanceledException) when (id.Length > 0)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return "failed";
        }
    }
}
