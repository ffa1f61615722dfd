using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using LiveFeed.Api.Demo;
using LiveFeed.Api.Errors;
using LiveFeed.Api.Hosting;
using LiveFeed.Api.Pages;
using LiveFeed.Api.RateLimits;
using LiveFeed.Api.Replay;
using LiveFeed.Api.Sessions;
using LiveFeed.Domain;
using LiveFeed.Domain.Feed;
using LiveFeed.Infrastructure;
using LiveFeed.Infrastructure.Accounts;
using LiveFeed.Infrastructure.AcrossEvents;
using LiveFeed.Infrastructure.Announcements;
using LiveFeed.Infrastructure.Claims;
using LiveFeed.Infrastructure.Events;
using LiveFeed.Infrastructure.ImportExport;
using LiveFeed.Infrastructure.Incidents;
using LiveFeed.Infrastructure.Invitations;
using LiveFeed.Infrastructure.Jobs;
using LiveFeed.Infrastructure.Notifications;
using LiveFeed.Infrastructure.Outbound;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Redis;
using LiveFeed.Infrastructure.Retention;
using LiveFeed.Infrastructure.Schedules;
using LiveFeed.Infrastructure.ScorerLinks;
using LiveFeed.Infrastructure.Sessions;
using LiveFeed.Infrastructure.Statistics;
using LiveFeed.Infrastructure.Streaming.Hosting;
using LiveFeed.Infrastructure.Webhooks;
using Microsoft.Extensions.Logging;

namespace LiveFeed.UnitTests.Compatibility;

/// <summary>
/// The names that clients, dashboards and configurations rely on, one a line in <c>public-names.txt</c>. A name that is missing breaks
/// somebody; a new one is written into the file, so that it is a promise from then on. Names of metrics: see MetricsTests.
/// </summary>
public sealed class PublicNamesTests
{
    private const string NamesFile = "tests/LiveFeed.UnitTests/Compatibility/public-names.txt";
    private const string WriteIt = "LIVEFEED_WRITE_PUBLIC_NAMES";

    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["AcrossEvents"] = typeof(AcrossEventsOptions),
        ["Admin"] = typeof(AdminOptions),
        ["Announcements"] = typeof(AnnouncementOptions),
        ["Auth"] = typeof(AuthOptions),
        ["Claims"] = typeof(ClaimOptions),
        ["Cors"] = typeof(CorsOptions),
        ["Database"] = typeof(DatabaseOptions),
        ["Demo"] = typeof(DemoSettings),
        ["Events"] = typeof(EventOptions),
        ["Feed"] = typeof(FeedOptions),
        ["Frames"] = typeof(FrameOptions),
        ["Http"] = typeof(HttpOptions),
        ["Imports"] = typeof(ImportOptions),
        ["Incidents"] = typeof(IncidentOptions),
        ["Invitations"] = typeof(InvitationOptions),
        ["Jobs"] = typeof(JobOptions),
        ["Jwt"] = typeof(JwtOptions),
        ["Notifications"] = typeof(NotificationOptions),
        ["Outbound"] = typeof(OutboundOptions),
        ["RateLimits"] = typeof(RateLimitOptions),
        ["Redis"] = typeof(RedisOptions),
        ["Retention"] = typeof(RetentionOptions),
        ["Schedules"] = typeof(ScheduleOptions),
        ["Statistics"] = typeof(StatisticsOptions),
        ["Streams"] = typeof(StreamOptions),
        ["ScorerLinks"] = typeof(ScorerLinkOptions),
        ["Webhooks"] = typeof(WebhookOptions),
    };

    [Fact]
    public void No_name_that_others_rely_on_has_changed()
    {
        var names = Names().Distinct().Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable(WriteIt) == "1")
            File.WriteAllText(Path.Combine(Repository.Folder, NamesFile), string.Join('\n', names) + "\n");
        var promised = Repository.Read(NamesFile).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(!promised.Except(names).Any(), $"These have gone, and break whoever uses them:\n{string.Join('\n', promised.Except(names))}");
        Assert.True(!names.Except(promised).Any(), $"These are new; write them into {NamesFile} with {WriteIt}=1:\n{string.Join('\n', names.Except(promised))}");
    }

    [Fact]
    public void No_section_of_the_settings_is_missing()
    {
        var options = new[] { typeof(HttpOptions), typeof(AdminOptions) }.SelectMany(known => known.Assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type != typeof(ReplayOptions)).ToHashSet();
        var nested = options.SelectMany(type => type.GetProperties()).SelectMany(property => property.PropertyType.GetGenericArguments().Append(property.PropertyType));
        Assert.Empty(options.Except(nested).Except(Sections.Values).Select(type => type.Name));
    }

    private static IEnumerable<string> Names() =>
    [
        .. Enum.GetValues<ErrorCode>().Select(code => $"code {code.ToWireName()} {ErrorStatus.ToStatusCode(code)}"),
        .. Enum.GetValues<CloseReason>().Select(reason => $"bye {reason.ToWireName()}"),
        .. Enum.GetValues<ResetReason>().Select(reason => $"reset {reason.ToWireName()}"),
        .. EntryTypes.All.Select(type => $"entry {type}"),
        .. Settings(),
        .. RenamedSettings.All.Select(setting => Settings().First(line => line.StartsWith($"setting {setting.Current} ", StringComparison.Ordinal)).Replace(setting.Current, setting.Former, StringComparison.Ordinal)),
        .. Logs(),
        .. Api(),
        .. Library(),
    ];

    private static IEnumerable<string> Settings() =>
        Sections.SelectMany(section => Settings($"LiveFeed:{section.Key}", Activator.CreateInstance(section.Value)!));

    private static IEnumerable<string> Settings(string section, object defaults)
    {
        foreach (var property in defaults.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(defaults);
            if (property.PropertyType.Assembly == defaults.GetType().Assembly && value is not null and not Enum)
            {
                foreach (var nested in Settings($"{section}:{property.Name}", value))
                    yield return nested;
            }
            else
            {
                yield return $"setting {section}:{property.Name} = {(value is IEnumerable and not string ? "[]" : Convert.ToString(value, CultureInfo.InvariantCulture))}".TrimEnd();
            }
        }
    }

    private static IEnumerable<string> Logs() =>
        from assembly in new[] { typeof(ErrorCode).Assembly, typeof(DependencyInjection).Assembly, typeof(Problem).Assembly }
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select $"log {message.EventId} {message.Level}";

    private static IEnumerable<string> Api()
    {
        // DocumentTests compares the file with the API.
        var document = JsonNode.Parse(Repository.Read("openapi/livefeed.v1.json"))!;
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject())
            {
                yield return $"call {method.ToUpperInvariant()} {path} {operation!["operationId"]}";
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                    yield return $"parameter {method.ToUpperInvariant()} {path} {parameter!["in"]} {parameter["name"]}";
                foreach (var (status, _) in operation["responses"]!.AsObject().Where(response => response.Key[0] is '2' or '3'))
                    yield return $"status {method.ToUpperInvariant()} {path} {status}";
            }
        }

        foreach (var (schema, description) in document["components"]!["schemas"]!.AsObject())
        {
            foreach (var (property, _) in description!["properties"]?.AsObject() ?? [])
                yield return $"json {schema}.{property}";
            foreach (var word in description["enum"]?.AsArray() ?? [])
                yield return $"word {schema} {word}";
        }
    }

    private static IEnumerable<string> Library()
    {
        var isComment = false;
        foreach (var line in Repository.Read("api/wwwroot/livefeed.d.ts").Split('\n').Select(line => line.Trim()))
        {
            isComment |= line.StartsWith("/*", StringComparison.Ordinal);
            if (!isComment && line.Length > 1 && !line.StartsWith("//", StringComparison.Ordinal))
                yield return $"library {line}";
            isComment &= !line.EndsWith("*/", StringComparison.Ordinal);
        }
    }
}
