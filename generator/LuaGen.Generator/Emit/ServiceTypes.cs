namespace LuaGen.Generator.Emit;

/// <summary>The types of dependency injection and hosting that registrations name.</summary>
internal static class ServiceTypes
{
    public const string Collection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string Adding = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";
    public const string Getting = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    public const string GettingKeyed = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";
    public const string Connection = "global::StackExchange.Redis.IConnectionMultiplexer";

    /// <summary>The type of the factory that a registration can take.</summary>
    public const string Factory = "global::System.Func<global::System.IServiceProvider, global::StackExchange.Redis.IDatabaseAsync>";
}
