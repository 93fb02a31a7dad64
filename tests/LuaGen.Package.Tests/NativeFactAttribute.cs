using System.Diagnostics;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace LuaGen.Package.Tests;

/// <summary>
/// A test that compiles to native code. Where the compiler for that is missing there is no such test, not a skipped one: nothing
/// needs the native tools, and <c>tests/run.sh</c> says that it did not run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("LuaGen.Package.Tests.NativeFactDiscoverer", "LuaGen.Package.Tests")]
public sealed class NativeFactAttribute : FactAttribute;

/// <summary>Finds the tests of <see cref="NativeFactAttribute"/>.</summary>
public sealed class NativeFactDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    private static readonly Lazy<bool> HasTools = new(Compiles);

    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute) => HasTools.Value
        ? [new XunitTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)]
        : [];

    /// <summary>Links a program with what Native AOT links.</summary>
    private static bool Compiles()
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        try
        {
            var start = new ProcessStartInfo("clang", ["-x", "c", "-", "-o", "/dev/null", "-lz"]) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            process.StandardInput.Write("int main(void) { return 0; }\n");
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
