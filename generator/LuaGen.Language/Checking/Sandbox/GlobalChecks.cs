using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>
/// Globals that a script reads and sets, and members of libraries that it calls. What the rest of the script says of a
/// name (that it asks for it first, that it sets it) decides, so all is gathered before anything is reported.
/// </summary>
internal sealed class GlobalChecks(BoundScript script, ServerVersion minServer, FindingBag findings)
{
    /// <summary>So many unknown names are compared with all others; more in one script are no slips.</summary>
    private const int MaxCompared = 32;

    private readonly List<(NameExpression Name, FunctionScope? Scope)> _reads = [];
    private readonly List<(Expression Function, string Library, string Name, FunctionScope? Scope)> _calls = [];
    private readonly List<(Expression Target, string Name, string Remedy, FunctionScope? Scope)> _writes = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Names that the script asks for, as <c>rawget(_G, 'os')</c> does, or members that it tests.</summary>
    private readonly HashSet<string> _askedFor = new(StringComparer.Ordinal);
    private bool _changesEnvironments;
    private bool _asksVersion;

    public void Read(NameExpression name, FunctionScope? scope)
    {
        _changesEnvironments |= name.Name is "setfenv" or "getfenv";
        if (!SandboxNames.IsGlobal(name.Name) || name.Name == SandboxNames.ValkeyLibrary || (name.Name == "os" && minServer < SandboxNames.OsSince))
        {
            _reads.Add((name, scope));
        }
    }

    public void Write(Expression target, bool isFunction, FunctionScope? scope)
    {
        switch (target)
        {
            case NameExpression name when script.LocalOf(name) is null:
                Write(name, name.Name, name.Name is "KEYS" or "ARGV" ? "use a local with another name"
                    : isFunction ? $"write `local function {name.Name}`" : $"write `local {name.Name} = …` where it is first set", scope);
                break;
            case MemberExpression member when LibraryOf(member.Target) is { } library:
                Write(target, $"{library}.{member.Member.Name}", "keep it in a local", scope);
                break;
            case IndexExpression index when LibraryOf(index.Target) is { } library:
                Write(target, $"{library}[…]", "keep it in a local table", scope);
                break;
        }
    }

    /// <summary><c>rawset(_G, …)</c>, <c>setmetatable(_G, …)</c>: both fail as an assignment does.</summary>
    public void WriteRaw(CallExpression call, FunctionScope? scope)
    {
        if (call.Arguments.Count > 1 && LibraryOf(call.Arguments[0]) is { } library)
        {
            Write(call, library, "keep it in a local table", scope);
        }
    }

    public void Ask(CallExpression rawget)
    {
        if (rawget.Arguments.Count == 2 && script.Resolve(rawget.Arguments[1]) is StringLiteral name && LibraryOf(rawget.Arguments[0]) is { } library)
        {
            _askedFor.Add(library == "_G" ? name.Value : $"{library}.{name.Value}");
        }
    }

    /// <summary>A member of a library that is read without being called: then the script may look whether it is there.</summary>
    public void ReadMember(Expression member)
    {
        if (MemberOf(member) is var (library, name))
        {
            _asksVersion |= name.IndexOf("VERSION", StringComparison.Ordinal) >= 0;
            if (library != "_G" && !SandboxNames.HasMember(library, name))
            {
                _askedFor.Add($"{library}.{name}");
            }
        }
    }

    public void Call(Expression function, FunctionScope? scope)
    {
        if (MemberOf(script.Resolve(function)) is var (library, name) && library != "_G" && !SandboxNames.HasMember(library, name))
        {
            _calls.Add((function, library, name, scope));
        }
    }

    public void Report()
    {
        foreach (var (target, name, remedy, scope) in _writes)
        {
            if (!FunctionScope.MayFail(scope))
            {
                findings.GlobalAssigned(target.Span, name, remedy);
            }
        }

        IReadOnlyCollection<string>? locals = null;
        var compared = 0;
        foreach (var (name, scope) in _reads)
        {
            if (_written.Contains(name.Name) || _askedFor.Contains(name.Name) || FunctionScope.MayFail(scope))
            {
                continue;
            }

            if (name.Name == SandboxNames.ValkeyLibrary)
            {
                findings.ValkeyName(name.Span);
            }
            else if (SandboxNames.IsWithdrawn(name.Name) || (!_changesEnvironments && !(name.Name == "os" && _asksVersion)))
            {
                findings.UnknownGlobal(name.Span, name.Name, SandboxRemedies.OfGlobal(name.Name, minServer, locals ??= script.LocalNames, isCompared: compared++ < MaxCompared));
            }
        }

        foreach (var (function, library, name, scope) in _calls)
        {
            // Before it has any "os", that is what is said.
            if (!_askedFor.Contains($"{library}.{name}") && !_written.Contains($"{library}.{name}") && !FunctionScope.MayFail(scope) && !(library == "os" && minServer < SandboxNames.OsSince))
            {
                findings.UnknownMember(function.Span, library, name, SandboxRemedies.OfMember(library, name));
            }
        }
    }

    /// <summary>The table of a server that an expression is: a library, or that of the globals.</summary>
    private string? LibraryOf(Expression expression) =>
        script.Resolve(expression) is NameExpression name && script.LocalOf(name) is null && (name.Name == "_G" || SandboxNames.IsLibrary(name.Name)) ? name.Name : null;

    private (string Library, string Name)? MemberOf(Expression expression) => expression switch
    {
        MemberExpression member when LibraryOf(member.Target) is { } library => (library, member.Member.Name),
        IndexExpression index when script.Resolve(index.Index) is StringLiteral name && LibraryOf(index.Target) is { } library => (library, name.Value),
        _ => null,
    };

    /// <summary>One finding a name is enough: its declaration mends all places.</summary>
    private void Write(Expression target, string name, string remedy, FunctionScope? scope)
    {
        if (_written.Add(name))
        {
            _writes.Add((target, name, remedy, scope));
        }
    }
}
