using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>compose.yaml, as far as it can be checked without a container engine: what it refers to exists and agrees.</summary>
public sealed partial class ComposeTests
{
    private static readonly JsonElement Services = DeployFiles.Yaml(DeployFiles.Compose)[0].GetProperty("services");
    private static readonly string[] Names = ["livefeed-1", "livefeed-2"];

    /// <summary>The two instances of LiveFeed.</summary>
    internal static IReadOnlyList<JsonElement> Instances { get; } = [.. Names.Select(name => Services.GetProperty(name))];

    [Fact]
    public void Compose_stops_with_a_message_if_a_secret_is_not_set()
    {
        var text = Repository.Read(DeployFiles.Compose);
        var required = Required().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();
        // The rest has a default.
        Assert.Equal([], Used().Matches(text).Select(match => match.Groups[1].Value).Except(required).Except(WithDefault().Matches(text).Select(match => match.Groups[1].Value)));

        var secrets = from service in Services.EnumerateObject()
                      where service.Value.TryGetProperty("environment", out _)
                      from variable in service.Value.GetProperty("environment").EnumerateObject()
                      where Secret().IsMatch(variable.Name)
                      select variable;
        Assert.True(secrets.Count() >= 8);
        Assert.All(secrets, secret => Assert.Contains(":?", secret.Value.GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_says_how_to_set_everything_that_is_required()
    {
        var page = Repository.Read("docs/operations.md");
        Assert.All(
            Required().Matches(Repository.Read(DeployFiles.Compose)).Select(match => match.Groups[1].Value).Distinct(),
            name => Assert.Contains($"\n{name}=", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_that_is_mounted_and_every_service_that_is_waited_for_exists()
    {
        foreach (var service in Services.EnumerateObject().Select(service => service.Value))
        {
            foreach (var volume in service.TryGetProperty("volumes", out var volumes) ? volumes.EnumerateArray().Select(volume => volume.GetString()!) : [])
                Assert.True(volume[0] != '.' || Path.Exists(Path.Combine(Repository.Folder, volume.Split(':')[0])), $"There is no {volume}.");
            foreach (var awaited in service.TryGetProperty("depends_on", out var awaitedServices) ? awaitedServices.EnumerateObject().Select(awaited => awaited.Name) : [])
                Assert.True(Services.TryGetProperty(awaited, out _), $"There is no service {awaited}.");
        }
    }

    [Fact]
    public void The_instances_wait_for_the_migration_and_it_for_the_database()
    {
        Assert.All(Instances, instance => Assert.Equal(
            "service_completed_successfully", instance.GetProperty("depends_on").GetProperty("migrate").GetProperty("condition").GetString()));
        var migrate = Services.GetProperty("migrate");
        Assert.Equal("migrate", migrate.GetProperty("command")[0].GetString());
        Assert.Equal("service_healthy", migrate.GetProperty("depends_on").GetProperty("postgres").GetProperty("condition").GetString());
        // All over one database.
        Assert.Single(Instances.Append(migrate).Select(service => service.GetProperty("environment").GetProperty("LiveFeed__Database__ConnectionString").GetString()).Distinct());
    }

    [Fact]
    public void Nginx_has_the_addresses_of_the_instances_and_they_trust_nginx_alone()
    {
        var nginx = Services.GetProperty("nginx");
        var upstreams = nginx.GetProperty("environment").GetProperty("LIVEFEED_UPSTREAMS").GetString()!;

        Assert.Equal(
            Instances.Select(instance => $"{AddressOf(instance)}:{DeployFiles.Port}"),
            Upstream().Matches(upstreams).Select(match => match.Groups[1].Value));
        Assert.All(Instances, instance => Assert.Equal(
            [AddressOf(nginx)],
            from variable in instance.GetProperty("environment").EnumerateObject()
            where variable.Name.StartsWith("LiveFeed__Proxies__", StringComparison.Ordinal)
            select variable.Value.GetString()));
    }

    [Fact]
    public void Nginx_gets_every_name_of_its_template() => Assert.Equal(
        NginxTemplate.Names,
        Services.GetProperty("nginx").GetProperty("environment").EnumerateObject().Select(variable => variable.Name)
            .Where(name => name.StartsWith("LIVEFEED_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Prometheus_reads_every_instance()
    {
        var scraped = DeployFiles.Yaml("deploy/prometheus/prometheus.yml")[0].GetProperty("scrape_configs")[0].GetProperty("static_configs")[0].GetProperty("targets");
        Assert.Equal(Names.Select(name => $"{name}:{DeployFiles.Port}"), scraped.EnumerateArray().Select(target => target.GetString()));
    }

    [Fact]
    public void Grafana_finds_its_data_source_and_its_dashboard()
    {
        var source = DeployFiles.Yaml("deploy/grafana/provisioning/datasources/prometheus.yml")[0].GetProperty("datasources")[0];
        Assert.Equal("http://prometheus:9090", source.GetProperty("url").GetString());
        var dashboard = Repository.Read("deploy/grafana/dashboards/livefeed.json");
        Assert.Equal([source.GetProperty("uid").GetString()], SourceOfPanel().Matches(dashboard).Select(match => match.Groups[1].Value).Distinct());

        var folder = DeployFiles.Yaml("deploy/grafana/provisioning/dashboards/livefeed.yml")[0].GetProperty("providers")[0].GetProperty("options").GetProperty("path").GetString();
        Assert.Contains($"./deploy/grafana/dashboards:{folder}:ro", Services.GetProperty("grafana").GetProperty("volumes").EnumerateArray().Select(volume => volume.GetString()));
    }

    [Fact]
    public async Task An_instance_has_the_time_that_its_stop_takes()
    {
        await using var server = await LiveFeedServer.StartAsync();
        Assert.All(Instances, instance => Assert.True(DeployFiles.Seconds(instance.GetProperty("stop_grace_period").GetString()!) > DeployFiles.StopTime(server)));
    }

    private static string AddressOf(JsonElement service) => service.GetProperty("networks").GetProperty("front").GetProperty("ipv4_address").GetString()!;

    // $${NAME} is for a shell in the container.
    [GeneratedRegex(@"(?<!\$)\$\{(\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"\$\{(\w+):\?[^}]+\}")]
    private static partial Regex Required();

    [GeneratedRegex(@"\$\{(\w+):-")]
    private static partial Regex WithDefault();

    [GeneratedRegex("password|signingkey|database__connectionstring", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"server (\S+)")]
    private static partial Regex Upstream();

    [GeneratedRegex("""
        "type": "prometheus",\s*"uid": "([^"]*)"
        """)]
    private static partial Regex SourceOfPanel();
}
