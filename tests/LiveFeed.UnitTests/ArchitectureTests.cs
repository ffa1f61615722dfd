using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Operations;
using LiveFeed.Domain;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Scores;
using LiveFeed.Infrastructure;
using MediatR;

namespace LiveFeed.UnitTests;

/// <summary>api → domain ← infrastructure, read from the compiled assemblies.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(ErrorCode).Assembly;
    private static readonly Assembly Infrastructure = typeof(DependencyInjection).Assembly;
    private static readonly Assembly Api = typeof(Problem).Assembly;

    /// <summary>Folders that are not features but the technical parts of a layer.</summary>
    private static readonly string[] Technical =
        ["Common", "Errors", "Hosting", "Http", "Jobs", "OpenApi", "Operations", "Outbound", "Pages", "Permissions", "Persistence", "RateLimits", "Redis", "Retention", "ScheduleFiles", "Streaming", "Demo", "Replay", "Recordings"];

    /// <summary>Features whose rules are there, and whose calls are still to come.</summary>
    private static readonly string[] RulesOnly = ["Brackets"];

    private const string Streaming = "LiveFeed.Infrastructure.Streaming.";
    private const string Replay = "LiveFeed.Api.Replay.";

    /// <summary>What the replay uses to read a file. Everything else it knows of the server is HTTP.</summary>
    private static readonly Type[] NeededToReadFiles =
    [
        typeof(DependencyInjection), typeof(IScheduleFileReader), typeof(Result<>), typeof(Error), typeof(EventId), typeof(MatchId),
        typeof(RecordedTournament), typeof(FileNote), typeof(RecordedMatch), typeof(ScoreChange), typeof(SetScore), typeof(MatchStatus), typeof(ScoreDetails), typeof(Outcome), typeof(OutcomeKind), typeof(Decider),
        typeof(Schedule), typeof(ScheduledDivision), typeof(ScheduledName), typeof(ScheduledTeam), typeof(ScheduledMatch),
    ];

    [Fact]
    public void The_domain_knows_the_framework_and_MediatR_and_nothing_else() =>
        Assert.All(Domain.GetReferencedAssemblies(), reference => Assert.True(
            reference.Name == "MediatR" || reference.Name!.StartsWith("System.", StringComparison.Ordinal), $"The domain references {reference.Name}."));

    /// <summary>A write that has arrived is never cancelled, so a store that took a token could only ignore it.</summary>
    [Fact]
    public void Stores_take_no_cancellation_token()
    {
        var stores = Domain.GetTypes().Where(type => type.IsInterface && type.Name.EndsWith("Store", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(stores);
        Assert.All(stores.SelectMany(store => store.GetMethods()), method =>
            Assert.DoesNotContain(method.GetParameters(), parameter => parameter.ParameterType == typeof(CancellationToken)));
    }

    [Fact]
    public void Every_notification_has_a_handler()
    {
        var handled = Domain.GetTypes().SelectMany(type => type.GetInterfaces())
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(INotificationHandler<>)).Select(type => type.GetGenericArguments()[0]);
        var notifications = Domain.GetTypes().Where(type => type.IsAssignableTo(typeof(INotification))).ToList();
        Assert.NotEmpty(notifications);
        Assert.Empty(notifications.Except(handled));
    }

    [Fact]
    public void The_domain_does_no_input_or_output()
    {
        string[] namespaces = ["System.Net", "System.Data", "System.Diagnostics.Process", "Microsoft"];
        string[] types = ["System.IO.File", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Directory", "System.IO.DirectoryInfo", "System.Console", "System.Environment"];
        Assert.DoesNotContain(TypesNamedBy(Domain), named =>
            Array.Exists(types, type => type == named.Type) || Array.Exists(namespaces, outside => (named.Type + ".").StartsWith(outside + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Infrastructure_does_not_know_the_api() =>
        Assert.DoesNotContain(Infrastructure.GetReferencedAssemblies(), reference => reference.Name == Api.GetName().Name);

    [Fact]
    public void The_api_names_infrastructure_only_to_compose_it_and_to_stream()
    {
        var named = TypesNamedBy(Api).Where(type => type.Assembly == Infrastructure.GetName().Name).Select(type => type.Type);
        Assert.Equal([typeof(DependencyInjection).FullName], named.Where(type => !type.StartsWith(Streaming, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_streaming_engine_knows_nothing_of_the_database()
    {
        var engine = Infrastructure.GetTypes().Where(IsStreaming);
        Assert.All(engine, type => Assert.DoesNotContain(Callers.Named(type), named =>
            named.Namespace is { } space
            && (space.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || (space.StartsWith("LiveFeed.Infrastructure.", StringComparison.Ordinal) && !(space + ".").StartsWith(Streaming, StringComparison.Ordinal)))));
    }

    [Fact]
    public void The_domain_knows_nothing_of_bytes_and_connections()
    {
        string[] transport = ["System.IO.Pipelines", "System.Net", "System.Buffers"];
        Assert.DoesNotContain(TypesNamedBy(Domain), named => Array.Exists(transport, outside => named.Type.StartsWith(outside + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_streaming_engine_casts_no_interface_to_its_implementation()
    {
        var engine = Infrastructure.GetTypes().Where(IsStreaming).ToList();
        var casts = from type in engine
                    from target in Callers.CastsOf(type)
                    where engine.Contains(target) && target.IsClass
                    from port in target.GetInterfaces()
                    where engine.Contains(port)
                    select $"{type.Name} casts to {target.Name}, an {port.Name}";
        Assert.Empty(casts);
    }

    [Fact]
    public void Only_hosting_operations_and_the_replay_compose()
    {
        var composers = Callers.Of(Api, type => type.Assembly == Infrastructure && !IsStreaming(type)).Select(type => Feature(Api, type)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["Hosting", "Operations", "Replay"], composers);
    }

    [Fact]
    public void The_api_has_no_readers_of_files_but_uses_the_port()
    {
        Assert.DoesNotContain(Api.GetTypes(), type => type.IsAssignableTo(typeof(IScheduleFileReader)));
        // Without what the framework's generator adds to bind the handlers' parameters.
        var users = Api.GetTypes().Where(type => type.Namespace is { } space && space.StartsWith("LiveFeed", StringComparison.Ordinal) && Callers.Named(type).Contains(typeof(IScheduleFileReader))).Select(type => Feature(Api, type)).Distinct();
        Assert.Equal(["Replay", "Schedules"], users.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_replay_is_a_client_that_shares_nothing_with_the_server_but_the_reading_of_files()
    {
        var shared = from type in Api.GetTypes()
                     where IsReplay(type)
                     from named in Callers.Named(type)
                     where IsOurs(named) && !IsReplay(named)
                     select named.IsGenericType ? named.GetGenericTypeDefinition() : named;
        // How a command is stopped is the program's, not the server's.
        Assert.Empty(shared.Except([.. NeededToReadFiles, typeof(UntilStopped)]));
    }

    [Fact]
    public void Only_the_program_uses_the_replay()
    {
        var users = Api.GetTypes().Where(type => !IsReplay(type) && Callers.Named(type).Any(IsReplay)).Select(type => (type.DeclaringType ?? type).Name);
        Assert.Equal(["Program"], users.Distinct());
    }

    [Theory]
    [InlineData("LiveFeed.Api")]
    [InlineData("LiveFeed.Infrastructure")]
    public void A_feature_has_the_same_folder_in_every_layer_that_has_it(string root)
    {
        var features = Features(root == "LiveFeed.Api" ? Api : Infrastructure).Except(Technical);
        Assert.Empty(features.Except(Features(Domain)));
    }

    [Fact]
    public void Every_feature_of_the_domain_can_be_called() => Assert.Empty(Features(Domain).Except(Technical).Except(RulesOnly).Except(Features(Api)));

    private static bool IsStreaming(Type type) => (type.Namespace + ".").StartsWith(Streaming, StringComparison.Ordinal);

    private static bool IsReplay(Type type) => (type.Namespace + ".").StartsWith(Replay, StringComparison.Ordinal);

    private static bool IsOurs(Type type) =>
        (type.Assembly == Api || type.Assembly == Domain || type.Assembly == Infrastructure)
        && !type.HasElementType && !type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static IEnumerable<string> Features(Assembly layer) =>
        layer.GetTypes().Select(type => Feature(layer, type)).Where(feature => feature.Length > 0).Distinct();

    /// <summary>Returns the first folder below the layer's own.</summary>
    private static string Feature(Assembly layer, Type type)
    {
        var root = layer == Api ? "LiveFeed.Api." : layer.GetName().Name + ".";
        return type.Namespace is { } space && space.StartsWith(root, StringComparison.Ordinal) ? space[root.Length..].Split('.')[0] : "";
    }

    /// <summary>
    /// Returns every type of another assembly that appears anywhere in this one: in signatures, fields, attributes and bodies.
    /// </summary>
    private static List<(string Assembly, string Type)> TypesNamedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference)
                .Select(type => (
                    metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
                    $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")),
        ];
    }
}
