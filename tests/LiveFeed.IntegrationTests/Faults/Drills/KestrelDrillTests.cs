using LiveFeed.IntegrationTests.Proxies;

namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>TLS by LiveFeed itself, without a proxy.</summary>
public sealed class KestrelDrillTests
{
    /// <summary>As docs/runbooks/certificate-replaced.md has it: noticed by itself; streams end after 5 s without a goodbye, and resume.</summary>
    [LongClusterFact]
    public async Task The_certificate_is_replaced()
    {
        var data = Directory.CreateTempSubdirectory("livefeed-test-").FullName;
        var (file, key) = (Path.Combine(data, "fullchain.pem"), Path.Combine(data, "privkey.pem"));
        using (var certificate = new ProxyCertificate())
        {
            File.Copy(certificate.File, file);
            File.Copy(certificate.File, key);
        }

        var address = $"https://127.0.0.1:{LocalPort.FindFree()}";
        using var server = await ServerProcess.StartWithinAsync(
            [], data, $"/Kestrel:Endpoints:Https:Url={address}", $"/Kestrel:Endpoints:Https:Certificate:Path={file}", $"/Kestrel:Endpoints:Https:Certificate:KeyPath={key}");
        await Drill.RunAsync("certificate-replaced", new()
        {
            ["LIVEFEED_ADMIN_EMAIL"] = LiveFeedServer.AdminEmail,
            ["LIVEFEED_ADMIN_PASSWORD"] = LiveFeedServer.Password,
            ["DRILL_URLS"] = address,
            ["DRILL_INSTANCES"] = address,
            ["DRILL_CURL"] = "--insecure",
            ["LIVEFEED_CERTIFICATES"] = data,
            ["DRILL_RELOAD"] = "true",
        });
        server.Kill();
        Directory.Delete(data, true);
    }
}
