using Xunit.Sdk;

namespace LuaGen.Tool.Tests.LanguageServer;

/// <summary>A test with a real Neovim. Without one on the PATH it does not exist, and <c>tests/run.sh</c> says why.</summary>
[XunitTestCaseDiscoverer("LuaGen.Tool.Tests.LanguageServer." + nameof(NeovimFactDiscoverer), "LuaGen.Tool.Tests")]
public sealed class NeovimFactAttribute : FactAttribute;
