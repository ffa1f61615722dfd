using System.Globalization;
using System.Text.RegularExpressions;
using k8s;
using k8s.Models;

namespace LiveFeed.IntegrationTests.Deploy;

/// <summary>The manifests of deploy/kubernetes, as far as they can be checked without a cluster.</summary>
public sealed partial class KubernetesTests
{
    private const string Folder = "deploy/kubernetes";
    private const string Namespace = "livefeed";

    private static readonly Lazy<IReadOnlyList<IKubernetesObject<V1ObjectMeta>>> Objects = new(() => [.. DeployFiles.In(Folder).SelectMany(Load)]);

    /// <summary>LiveFeed's settings that are no secrets.</summary>
    internal static IDictionary<string, string> Settings => All<V1ConfigMap>().Single(map => map.Name() == "livefeed").Data;

    private static V1Deployment Instances => All<V1Deployment>().Single(deployment => deployment.Name() == "livefeed");

    private static V1Container Instance => Instances.Spec.Template.Spec.Containers.Single();

    /// <summary>The API's own types, which reject what they don't have: a probe with a typing error would be no probe.</summary>
    [Fact]
    public void Every_manifest_has_only_what_the_API_knows()
    {
        Assert.All(Objects.Value, found => Assert.Equal(found is V1Namespace ? null : Namespace, found.Namespace()));
        Assert.Equal(Namespace, Assert.Single(All<V1Namespace>()).Name());
        Assert.Equal(Objects.Value.Count, Objects.Value.Select(found => (found.Kind, found.Name())).Distinct().Count());
    }

    [Fact]
    public void Every_selector_finds_the_pods_of_one_workload()
    {
        var selectors = All<V1Service>().Select(service => (service.Name(), service.Spec.Selector))
            .Concat(All<V1PodDisruptionBudget>().Select(budget => (budget.Name(), budget.Spec.Selector.MatchLabels)))
            .Concat(All<V1Deployment>().Select(deployment => (deployment.Name(), deployment.Spec.Selector.MatchLabels)))
            .Concat(All<V1StatefulSet>().Select(set => (set.Name(), set.Spec.Selector.MatchLabels)));

        Assert.All(selectors, selector =>
        {
            var (name, labels) = selector;
            Assert.Equal([name], Workloads().Where(workload => labels.All(label => workload.Pods.Metadata.Labels.Contains(label))).Select(workload => workload.Name));
        });
    }

    [Fact]
    public void Every_port_agrees()
    {
        foreach (var service in All<V1Service>())
        {
            var pods = Workloads().Single(workload => workload.Name == service.Name()).Pods;
            Assert.All(service.Spec.Ports, port => Assert.Contains(pods.Spec.Containers.SelectMany(container => container.Ports), open => open.Name == port.TargetPort.Value));
        }

        foreach (var container in Workloads().SelectMany(workload => workload.Pods.Spec.Containers))
        {
            var probes = new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe }.OfType<V1Probe>();
            Assert.All(
                probes.Select(probe => probe.HttpGet?.Port ?? probe.TcpSocket?.Port).OfType<IntOrString>(),
                port => Assert.Contains(container.Ports, open => open.Name == port.Value));
        }

        Assert.Equal(DeployFiles.Port, Assert.Single(Instance.Ports).ContainerPort);
        var livefeed = All<V1Service>().Single(service => service.Name() == "livefeed");
        Assert.Equal($"server {livefeed.Name()}:{livefeed.Spec.Ports.Single().Port};", Nginx().Single(variable => variable.Name == "LIVEFEED_UPSTREAMS").Value);
        var prometheus = All<V1Service>().Single(service => service.Name() == "prometheus");
        var adapter = DeployFiles.Yaml("deploy/prometheus/adapter.values.yml")[0].GetProperty("prometheus");
        Assert.Equal(
            ($"http://{prometheus.Name()}.{Namespace}.svc", $"{prometheus.Spec.Ports.Single().Port}"),
            (adapter.GetProperty("url").GetString(), adapter.GetProperty("port").GetString()));
    }

    [Fact]
    public async Task The_probes_of_an_instance_get_a_response()
    {
        await using var server = await LiveFeedServer.StartAsync();
        foreach (var probe in new[] { Instance.StartupProbe, Instance.ReadinessProbe, Instance.LivenessProbe })
            Assert.True((await server.Http.GetAsync(probe.HttpGet.Path)).IsSuccessStatusCode, probe.HttpGet.Path);
        Assert.Equal(("/health/ready", "/health/live"), (Instance.ReadinessProbe.HttpGet.Path, Instance.LivenessProbe.HttpGet.Path));
    }

    [Fact]
    public async Task An_instance_has_the_time_that_its_stop_takes()
    {
        await using var server = await LiveFeedServer.StartAsync();
        Assert.Equal(["sleep", "5"], Instance.Lifecycle.PreStop.Exec.Command);
        Assert.True(TimeSpan.FromSeconds(Instances.Spec.Template.Spec.TerminationGracePeriodSeconds!.Value) > TimeSpan.FromSeconds(5) + DeployFiles.StopTime(server));
    }

    [Fact]
    public void Everything_that_is_referred_to_exists()
    {
        // The page says how to create those that are made of files.
        var maps = All<V1ConfigMap>().Select(map => map.Name())
            .Concat(CreatedMap().Matches(Repository.Read("docs/operations.md")).Select(match => match.Groups[1].Value)).ToHashSet();
        var secrets = All<V1Secret>().ToDictionary(secret => secret.Name(), secret => secret.StringData);

        foreach (var pod in Workloads().Select(workload => workload.Pods.Spec))
        {
            foreach (var source in pod.Containers.SelectMany(container => container.EnvFrom ?? []))
            {
                Assert.True(source.ConfigMapRef is not { } map || maps.Contains(map.Name));
                Assert.True(source.SecretRef is not { } secret || secrets.ContainsKey(secret.Name));
            }

            foreach (var key in pod.Containers.SelectMany(container => container.Env ?? []).Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>())
                Assert.Contains(key.Key, secrets[key.Name].Keys);
            foreach (var volume in pod.Volumes ?? [])
            {
                Assert.True(volume.ConfigMap is not { } map || maps.Contains(map.Name), volume.ConfigMap?.Name);
                Assert.True(volume.Secret is not { } secret || secrets.ContainsKey(secret.SecretName), volume.Secret?.SecretName);
                Assert.True(volume.PersistentVolumeClaim is not { } claim || All<V1PersistentVolumeClaim>().Any(found => found.Name() == claim.ClaimName));
            }

            foreach (var container in pod.Containers)
                Assert.Equal([], (container.VolumeMounts ?? []).Select(mount => mount.Name).Except((pod.Volumes ?? []).Select(volume => volume.Name)).Except(["data"]));
        }
    }

    [Fact]
    public void Nginx_gets_every_name_of_its_template() => Assert.Equal(
        NginxTemplate.Names,
        Nginx().Select(variable => variable.Name).Where(name => name.StartsWith("LIVEFEED_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_autoscaler_adds_instances_before_one_is_full_and_the_database_has_connections_for_all()
    {
        var autoscaler = Assert.Single(All<V2HorizontalPodAutoscaler>());
        Assert.Equal((Instances.Kind, Instances.Name()), (autoscaler.Spec.ScaleTargetRef.Kind, autoscaler.Spec.ScaleTargetRef.Name));
        // Otherwise each kubectl apply would set the number back.
        Assert.Null(Instances.Spec.Replicas);
        var target = autoscaler.Spec.Metrics.Single().Pods.Target.AverageValue;
        Assert.True(target.ToDecimal() < decimal.Parse(Settings["LiveFeed__Streams__MaxPerInstance"], CultureInfo.InvariantCulture));

        var connection = All<V1Secret>().Single(secret => secret.Name() == "livefeed").StringData["LiveFeed__Database__ConnectionString"];
        var pool = new Npgsql.NpgsqlConnectionStringBuilder(connection).MaxPoolSize;
        var connections = int.Parse(MaxConnections().Match(string.Join(' ', All<V1StatefulSet>().Single().Spec.Template.Spec.Containers.Single().Args)).Groups[1].Value, CultureInfo.InvariantCulture);
        // During an update there is one more.
        Assert.True((autoscaler.Spec.MaxReplicas + 1) * pool < connections);
    }

    [Fact]
    public void The_database_is_migrated_by_the_image_and_with_the_settings_of_the_instances()
    {
        var job = Assert.Single(All<V1Job>()).Spec.Template.Spec.Containers.Single();
        Assert.Equal(["migrate"], job.Args);
        Assert.Equal(Instance.Image, job.Image);
        Assert.Equal(KubernetesYaml.Serialize(Instance.EnvFrom), KubernetesYaml.Serialize(job.EnvFrom));
    }

    private static IEnumerable<T> All<T>() => Objects.Value.OfType<T>();

    private static IList<V1EnvVar> Nginx() => All<V1Deployment>().Single(deployment => deployment.Name() == "nginx").Spec.Template.Spec.Containers.Single().Env;

    private static IEnumerable<(string Name, V1PodTemplateSpec Pods)> Workloads() =>
    [
        .. All<V1Deployment>().Select(deployment => (deployment.Name(), deployment.Spec.Template)),
        .. All<V1StatefulSet>().Select(set => (set.Name(), set.Spec.Template)),
        .. All<V1Job>().Select(job => (job.Name(), job.Spec.Template)),
    ];

    private static IEnumerable<IKubernetesObject<V1ObjectMeta>> Load(string file) =>
        KubernetesYaml.LoadAllFromString(Repository.Read(file), strict: true).Cast<IKubernetesObject<V1ObjectMeta>>();

    [GeneratedRegex(@"create configmap (\S+)")]
    private static partial Regex CreatedMap();

    [GeneratedRegex(@"max_connections=(\d+)")]
    private static partial Regex MaxConnections();
}
