using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using StackExchange.Redis;

namespace LuaGen;

/// <summary>
/// Traces and metrics, both named <c>LuaGen</c>, that follow OpenTelemetry's semantic conventions for database clients. Without
/// a listener, calls skip them and nothing is allocated. They never contain keys, arguments or replies.
/// </summary>
internal static class ScriptTelemetry
{
    public const string Name = "LuaGen";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "luagen.script.calls", "{call}", "Completed script calls, including failed ones.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "db.client.operation.duration", "s", "Duration of script calls, including resends.");

    private static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>(
        "luagen.script.fallbacks", "{fallback}", "NOSCRIPT replies to script calls, each followed by a resend.");

    /// <summary>Whether a listener for calls is registered.</summary>
    public static bool IsOn => Source.HasListeners() || Duration.Enabled || Calls.Enabled;

    public static void Fallback(ScriptDefinition script)
    {
        if (Fallbacks.Enabled)
        {
            Notify(script, static script =>
                Fallbacks.Add(1, new TagList { { "db.system.name", "redis" }, { "db.stored_procedure.name", script.QualifiedName } }));
        }
    }

#if NET
    [System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
#endif
    public static async ValueTask<T> ObserveAsync<TUse, T>(
        ScriptCall call,
        ScriptTarget target,
        TUse use,
        CommandFlags flags,
        CancellationToken cancellationToken)
        where TUse : struct, IReplyUse<T>
    {
        var observation = new Observation(call.Definition, target, flags);
        try
        {
            var reply = await ScriptSender.SendAsync<TUse, T>(call, target, use, flags, cancellationToken).ConfigureAwait(false);
            observation.End(null);
            return reply;
        }
        catch (Exception failure)
        {
            observation.End(failure);
            throw;
        }
    }

    public static T Observe<TUse, T>(ScriptCall call, ScriptTarget target, TUse use, CommandFlags flags)
        where TUse : struct, IReplyUse<T>
    {
        var observation = new Observation(call.Definition, target, flags);
        try
        {
            var reply = ScriptSender.Send<TUse, T>(call, target, use, flags);
            observation.End(null);
            return reply;
        }
        catch (Exception failure)
        {
            observation.End(failure);
            throw;
        }
    }

    /// <summary>
    /// Notifies listeners and ignores their exceptions: after a send, one would be taken for an exception of the call, and its type could
    /// mean that the script was not executed.
    /// </summary>
    private static void Notify<T>(T of, Action<T> notify)
    {
        try
        {
            notify(of);
        }
        catch (Exception)
        {
            // Of a listener.
        }
    }

    private readonly struct Observation
    {
        private readonly CallDefinition _definition;
        private readonly string _operation;
        private readonly EndPoint? _server;
        private readonly long _start;
        private readonly Activity? _activity;

        public Observation(CallDefinition definition, ScriptTarget target, CommandFlags flags)
        {
            _definition = definition;
            _operation = ScriptSender.FirstForm(definition, target, flags) == SendForm.Sha1 ? ((ScriptDefinition)definition).Sha1Command : definition.TextCommand;
            _server = ServerOf(target.Async.Multiplexer);
            _start = Stopwatch.GetTimestamp();
            _activity = Source.StartActivity($"{_operation} {definition.QualifiedName}", ActivityKind.Client, default(ActivityContext), Tags());
            if (_activity is { IsAllDataRequested: true } && target.Async is IDatabase database and not IBatch)
            {
                _activity.SetTag("db.namespace", database.Database.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        public void End(Exception? failure)
        {
            Notify((Observation: this, failure), static of => of.Observation.Measure(of.failure));
            Notify((Observation: this, failure), static of => of.Observation.Stop(of.failure));
        }

        private void Measure(Exception? failure)
        {
            var tags = Tags(failure);
            Calls.Add(1, tags);
            Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
        }

        private void Stop(Exception? failure)
        {
            if (_activity is null)
            {
                return;
            }

            if (failure is not null)
            {
                foreach (var tag in Tags(failure))
                {
                    _activity.SetTag(tag.Key, tag.Value);
                }

                if (failure is ScriptException { InnerException: not null } error)
                {
                    _activity.SetTag("db.response.status_code", error.Code);
                }

                // Without the message, because an error of the script may contain its keys and arguments.
                _activity.SetStatus(ActivityStatusCode.Error);
            }

            _activity.Dispose();
        }

        private TagList Tags(Exception? failure)
        {
            var tags = Tags();
            if (failure is not null)
            {
                // The code of an error reply, otherwise the type of the exception: metrics need few distinct values.
                tags.Add("error.type", failure is ScriptException { InnerException: not null } error ? error.Code : failure.GetType().FullName);
            }

            return tags;
        }

        private TagList Tags()
        {
            var tags = new TagList
            {
                { "db.system.name", "redis" },
                { "db.operation.name", _operation },
                { "db.stored_procedure.name", _definition.QualifiedName },
            };
            switch (_server)
            {
                case DnsEndPoint dns:
                    tags.Add("server.address", dns.Host);
                    tags.Add("server.port", dns.Port);
                    break;
                case IPEndPoint ip:
                    tags.Add("server.address", ip.Address.ToString());
                    tags.Add("server.port", ip.Port);
                    break;
                case { } other:
                    // A Unix domain socket is named by its path.
                    tags.Add("server.address", other.ToString());
                    break;
                default:
                    break;
            }

            return tags;
        }

        /// <summary>The server of a connection to only one. Of several, the client does not report which one it sends a call to.</summary>
        private static EndPoint? ServerOf(IConnectionMultiplexer? connection) =>
            connection?.GetEndPoints() is [var only] ? only : null;
    }
}
