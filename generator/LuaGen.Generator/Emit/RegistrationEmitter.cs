using LuaGen.Language.Model;

namespace LuaGen.Generator.Emit;

/// <summary>Writes the extension method that registers a class with dependency injection.</summary>
internal static class RegistrationEmitter
{
    public static void Emit(CSharpWriter writer, ClassModel model)
    {
        var name = model.Name.Name;
        var hasJson = model.JsonTypes.Any();
        var parameter = hasJson ? $"    {ConstructorEmitter.Resolver} json,\n        " : "    ";
        writer.Write($$"""
            /// <summary>Registers <see cref="{{name}}"/> with dependency injection.</summary>
            {{ClassEmitter.GeneratedCode}}
            {{model.Visibility}} static class {{name}}Registration
            {
                /// <summary>Registers <see cref="I{{name}}"/> as a singleton that uses the registered <see cref="global::StackExchange.Redis.IConnectionMultiplexer"/>.</summary>
                /// <param name="services">The service collection.</param>
            """);
        if (hasJson)
        {
            writer.Write("    /// <param name=\"json\">The metadata for JSON serialization.</param>");
        }

        writer.Write($$"""
                /// <param name="database">The number of the database; -1 for the default database of the connection.</param>
                /// <returns>The same service collection.</returns>
                public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection Add{{name}}(
                    this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,
                {{parameter}}int database = -1) =>
                    global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<I{{name}}>(
                        services,
                        provider => new {{CSharpNames.EscapeType(name)}}(
                            global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
                                .GetRequiredService<global::StackExchange.Redis.IConnectionMultiplexer>(provider)
                                .GetDatabase(database){{(hasJson ? ", json" : "")}}));
            }
            """);
    }
}
