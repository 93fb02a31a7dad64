using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace LuaGen.Generator.Hosting;

/// <summary>Determines what a reference offers. Read from the file, so that no step depends on the compilation.</summary>
internal static class ReferenceInspection
{
    public static ReferenceFeatures FeaturesOf(MetadataReference reference) =>
        Path.GetFileName((reference as PortableExecutableReference)?.FilePath ?? reference.Display) switch
        {
            "System.Runtime.dll" or "System.Private.CoreLib.dll" => IfDeclared(reference, "IsExternalInit", ReferenceFeatures.InitAccessors),
            "System.Text.Json.dll" => IfDeclared(reference, "JsonStringEnumMemberNameAttribute", ReferenceFeatures.EnumMemberNames),
            "Microsoft.Extensions.DependencyInjection.Abstractions.dll" =>
                ReferenceFeatures.Services | IfDeclared(reference, "IKeyedServiceProvider", ReferenceFeatures.KeyedServices),
            "Microsoft.Extensions.Hosting.Abstractions.dll" => ReferenceFeatures.HostedServices,
            "Microsoft.Extensions.Logging.Abstractions.dll" => ReferenceFeatures.Logging,
            _ => ReferenceFeatures.None,
        };

    private static ReferenceFeatures IfDeclared(MetadataReference reference, string type, ReferenceFeatures feature)
    {
        try
        {
            return reference is PortableExecutableReference file && file.GetMetadata() is AssemblyMetadata assembly
                && Declares(assembly.GetModules()[0].GetMetadataReader(), type)
                ? feature
                : ReferenceFeatures.None;
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException)
        {
            // The compiler itself reports a file that it cannot read.
            return ReferenceFeatures.None;
        }
    }

    private static bool Declares(MetadataReader reader, string type)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            if (reader.StringComparer.Equals(reader.GetTypeDefinition(handle).Name, type))
            {
                return true;
            }
        }

        return false;
    }
}
