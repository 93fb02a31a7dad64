using LuaGen.Language.Syntax;

namespace LuaGen.Language.Libraries;

/// <summary>What a library registers.</summary>
/// <param name="Functions">The functions, in the order of their registrations.</param>
/// <param name="Statements">The statements that register, and the blocks and branches around them.</param>
internal sealed record LibraryRegistrations(IReadOnlyList<FunctionRegistration> Functions, HashSet<Statement> Statements);
