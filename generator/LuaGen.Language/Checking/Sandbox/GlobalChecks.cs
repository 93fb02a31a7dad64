using LuaGen.Language.Binding;
using LuaGen.Language.Commands;
using LuaGen.Language.Library;
using LuaGen.Language.Rules;
using LuaGen.Language.Syntax;

namespace LuaGen.Language.Checking.Sandbox;

/// <summary>
/// Checks the globals that a script reads and sets, and the library members that it calls. A script that tests or sets a
/// name elsewhere handles its absence, so all uses are collected before anything is reported.
/// </summary>
internal sealed class GlobalChecks(BoundScript script, ServerList servers, FindingBag findings)
{
    /// <summary>The number of unknown names that are compared with the known ones; more in one script are not typing errors.</summary>
    private const int MaxCompared = 32;

    private const string GlobalTable = "_G";

    private readonly List<(NameExpression Name, FunctionScope? Scope)> _reads = [];
    private readonly List<(Expression Function, string Library, string Name, FunctionScope? Scope)> _calls = [];
    private readonly List<(Expression Target, string Name, string Remedy, FunctionScope? Scope)> _writes = [];
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Names whose existence the script tests, as in <c>rawget(_G, 'os')</c>, and members that it reads without calling them.</summary>
    private readonly HashSet<string> _askedFor = new(StringComparer.Ordinal);
    private bool _changesEnvironments;
    private bool _asksVersion;

    public void Read(NameExpression name, FunctionScope? scope)
    {
        _changesEnvironments |= name.Name is "setfenv" or "getfenv";
        if (LuaLibrary.FirstWithoutGlobal(name.Name, servers) is not null)
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

    /// <summary><c>rawset(_G, …)</c> and <c>setmetatable(_G, …)</c> fail like an assignment.</summary>
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
            _askedFor.Add(library == GlobalTable ? name.Value : $"{library}.{name.Value}");
        }
    }

    /// <summary>A library member that is read but not called: the script may be testing whether it exists.</summary>
    public void ReadMember(Expression member, FunctionScope? scope)
    {
        if (MemberOf(member) is var (library, name))
        {
            _asksVersion |= name.IndexOf("VERSION", StringComparison.Ordinal) >= 0;
            if (name.StartsWith("LOG_", StringComparison.Ordinal) && IsMissing(library, name))
            {
                _calls.Add((member, library, name, scope));
            }
            else if (IsMissing(library, name))
            {
                _askedFor.Add($"{library}.{name}");
            }
        }
    }

    public void Call(Expression function, FunctionScope? scope)
    {
        if (MemberOf(function) is var (library, name) && IsMissing(library, name))
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

            if (name.Name == LuaLibrary.ValkeyServer)
            {
                findings.ValkeyName(name.Span);
            }
            else if (LuaLibrary.Find(LuaLibrary.Globals, name.Name) is { Servers.IsWithdrawn: true } || (!_changesEnvironments && !(name.Name == "os" && _asksVersion)))
            {
                var remedy = SandboxRemedies.OfGlobal(name.Name, servers, locals ??= script.LocalNames, isCompared: compared++ < MaxCompared);
                findings.UnknownName(name.Span, Lacking(LuaLibrary.FirstWithoutGlobal(name.Name, servers)), "global", name.Name, remedy);
            }
        }

        foreach (var (function, library, name, scope) in _calls)
        {
            // On servers without the library, the missing global is reported instead. A script that checks the version may call
            // members that only newer servers have.
            if (!(_asksVersion && LuaLibrary.Find(library, name) is not null)
                && !_askedFor.Contains($"{library}.{name}") && !_written.Contains($"{library}.{name}") && !FunctionScope.MayFail(scope)
                && LuaLibrary.FirstWithout(library, name, servers) is { } lacking
                && (LuaLibrary.Provides(lacking, library) || (library == LuaLibrary.ValkeyServer && LuaLibrary.Find(library, name) is null)))
            {
                findings.UnknownName(function.Span, lacking, "function", $"{library}.{name}", SandboxRemedies.OfMember(library, name, servers));
            }
        }
    }

    /// <summary>The server table that an expression refers to: a library, or the table of globals.</summary>
    private string? LibraryOf(Expression expression) =>
        script.Resolve(expression) is NameExpression name && script.LocalOf(name) is null && IsTable(name.Name) ? name.Name : null;

    private (string Library, string Name)? MemberOf(Expression expression) =>
        script.GlobalNamed(expression) is var (library, name) && IsTable(library) ? (library, name) : null;

    private bool IsMissing(string library, string name) => library != GlobalTable && LuaLibrary.FirstWithout(library, name, servers) is not null;

    private Server Lacking(Server? server) => server ?? servers.Servers[0];

    private static bool IsTable(string name) => name == GlobalTable || LuaLibrary.IsLibrary(name);

    /// <summary>Reports each name once, because one declaration fixes all uses.</summary>
    private void Write(Expression target, string name, string remedy, FunctionScope? scope)
    {
        if (_written.Add(name))
        {
            _writes.Add((target, name, remedy, scope));
        }
    }
}
