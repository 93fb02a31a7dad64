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
            /// <summary>Registers <see cref="{{name}}"/>.</summary>
            {{ClassEmitter.GeneratedCode}}
            {{model.Visibility}} static class {{name}}Registration
            {
                /// <summary>Registers <see cref="I{{name}}"/> as a singleton over the registered <see cref="global::StackExchange.Redis.IConnectionMultiplexer"/>.</summary>
                /// <param name="services">The services of the application.</param>
            """);
        if (hasJson)
        {
            writer.Write("    /// <param name=\"json\">How types are written and read as JSON.</param>");
        }

        writer.Write($$"""
                /// <param name="database">The number of the database; -1 for the one of the connection's configuration.</param>
                /// <returns>The same services.</returns>
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
