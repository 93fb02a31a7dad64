namespace LuaGen.Generator.Hosting;

/// <summary>What the references of a project offer to generated code.</summary>
[Flags]
internal enum ReferenceFeatures
{
    None = 0,

    /// <summary>
    /// The framework supports <c>init</c> accessors. .NET 5 introduced the type that the compiler requires; netstandard2.0 and
    /// .NET Framework lack it, and generating it would be an error in a project that declares its own.
    /// </summary>
    InitAccessors = 1,

    /// <summary><c>JsonStringEnumMemberNameAttribute</c>, since System.Text.Json 9.</summary>
    EnumMemberNames = 2,

    /// <summary><c>IServiceCollection</c>.</summary>
    Services = 4,

    /// <summary>Services with a key, since version 8 of the abstractions.</summary>
    KeyedServices = 8,

    /// <summary><c>IHostedService</c>.</summary>
    HostedServices = 16,

    /// <summary><c>ILogger</c>.</summary>
    Logging = 32,
}
