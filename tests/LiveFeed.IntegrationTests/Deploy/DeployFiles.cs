using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveFeed.Infrastructure.Streaming.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>The files by which LiveFeed is deployed: compose.yaml and the folder deploy.</summary>
internal static partial class DeployFiles
{
    public const string Compose = "compose.yaml";
    public const string Rules = "deploy/prometheus/livefeed.rules.yml";

    /// <summary>The port on which the image listens, as its Dockerfile says.</summary>
    public static int Port { get; } = int.Parse(ImagePort().Match(Repository.Read("Dockerfile")).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>Returns the files of a folder, as paths within the repository.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Folder, folder)).Select(file => Path.GetRelativePath(Repository.Folder, file)).Order(StringComparer.Ordinal);

    /// <summary>Returns the documents of a YAML file as JSON in which every value is a string. Merge keys are followed.</summary>
    public static IReadOnlyList<JsonElement> Yaml(string file)
    {
        var parser = new MergingParser(new Parser(new StringReader(Repository.Read(file))));
        var deserializer = new DeserializerBuilder().WithDuplicateKeyChecking().Build();
        var json = new SerializerBuilder().JsonCompatible().Build();
        var documents = new List<JsonElement>();
        parser.Consume<StreamStart>();
        while (parser.Accept<DocumentStart>(out _))
            documents.Add(JsonDocument.Parse(json.Serialize(deserializer.Deserialize(parser))).RootElement);
        return documents;
    }

    /// <summary>Returns how long a server takes to stop at most: over that time its streams are closed, and its writes committed.</summary>
    public static TimeSpan StopTime(LiveFeedServer server) =>
        server.Services.GetRequiredService<IOptions<FeedOptions>>().Value.DrainSpread
        + server.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;

    /// <summary>Returns a duration as compose and systemd write it, such as <c>20s</c>.</summary>
    public static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(int.Parse(text.TrimEnd('s'), CultureInfo.InvariantCulture));

    /// <summary>Returns the names of LiveFeed's settings that a file sets, as environment variables.</summary>
    public static IEnumerable<string> Settings(string file) => Setting().Matches(Repository.Read(file)).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"ASPNETCORE_HTTP_PORTS=(\d+)")]
    private static partial Regex ImagePort();

    [GeneratedRegex(@"\bLiveFeed__\w+")]
    private static partial Regex Setting();
}
