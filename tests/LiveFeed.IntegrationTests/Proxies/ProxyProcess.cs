using System.Diagnostics;
using System.Net;
using LiveFeed.IntegrationTests.Deploy;

namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>
/// A proxy in front of a server, on a port of this machine, with its files in a temporary folder. It ends with this process, however this process ends.
/// </summary>
internal sealed class ProxyProcess : IAsyncDisposable
{
    private readonly Process process;
    private ProxyCertificate? certificate;

    private ProxyProcess(Process process, string folder, int port, string prefix)
    {
        (this.process, Folder) = (process, folder);
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}{prefix}/"),
        };
    }

    /// <summary>A client without an account. Its paths begin without a slash, so that they are below the prefix.</summary>
    public HttpClient Http { get; private set; }

    /// <summary>Its files, until it ends.</summary>
    public string Folder { get; }

    /// <summary>Where the nginx of deploy listens without TLS; null for the other proxies.</summary>
    public Uri? PlainAddress { get; private set; }

    /// <summary>Starts nginx with nothing set but the server's address.</summary>
    public static Task<ProxyProcess> StartBareNginxAsync(Uri server) => StartNginxAsync(
        "", port => $"events {{ }}\nhttp {{ server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass {server}; }} }} }}\n");

    public static Task<ProxyProcess> StartNginxAsync(Uri server) => StartNginxAsync(
        "", port => Replace(DocumentedSetting.Whole("nginx"), ("127.0.0.1:8080", server.Authority), ("listen 80;", $"listen 127.0.0.1:{port};")));

    /// <summary>Starts nginx with TLS in front. The client speaks HTTP/2 to it, and nothing else.</summary>
    public static async Task<ProxyProcess> StartNginxWithTlsAsync(Uri server)
    {
        using var certificate = new ProxyCertificate();
        var proxy = await StartNginxAsync("", port => Replace(
            DocumentedSetting.Whole("nginx"), ("127.0.0.1:8080", server.Authority),
            ("listen 80;", $"listen 127.0.0.1:{port} ssl http2;\nssl_certificate {certificate.File};\nssl_certificate_key {certificate.File};")));
        proxy.SpeakHttp2(certificate);
        return proxy;
    }

    /// <summary>Starts nginx as deploy has it, in front of these servers. The client speaks HTTP/2 to it, and nothing else.</summary>
    public static async Task<ProxyProcess> StartDeployedNginxAsync(params Uri[] servers)
    {
        using var certificate = new ProxyCertificate();
        var proxy = await StartDeployedNginxAsync(certificate.File, certificate.File, servers);
        proxy.SpeakHttp2(certificate);
        return proxy;
    }

    /// <summary>Starts nginx as deploy has it, with the certificate and the key in these files. It gets no client.</summary>
    public static async Task<ProxyProcess> StartDeployedNginxAsync(string certificate, string key, params Uri[] servers)
    {
        var plain = $"127.0.0.1:{LocalPort.FindFree()}";
        var proxy = await StartNginxAsync("", port => NginxTemplate.Fill(new Dictionary<string, string>
        {
            ["LIVEFEED_HTTP_LISTEN"] = plain,
            ["LIVEFEED_HTTPS_LISTEN"] = $"127.0.0.1:{port}",
            ["LIVEFEED_UPSTREAMS"] = string.Concat(servers.Select(server => $"server {server.Authority} fail_timeout=2s; ")),
            ["LIVEFEED_CERTIFICATE"] = certificate,
            ["LIVEFEED_CERTIFICATE_KEY"] = key,
            // Within its folder.
            ["LIVEFEED_CACHE"] = "cache",
            ["LIVEFEED_ACCESS_LOG"] = "access.log",
        }));
        proxy.PlainAddress = new Uri($"http://{plain}/");
        return proxy;
    }

    public static Task<ProxyProcess> StartPrefixedNginxAsync(Uri server) => StartNginxAsync(
        "/scores",
        port => $"events {{ }}\nhttp {{ server {{ listen 127.0.0.1:{port};\n{Replace(DocumentedSetting.Prefix("nginx"), ("127.0.0.1:8080", server.Authority))}}} }}\n");

    public static Task<ProxyProcess> StartHaproxyAsync(Uri server) => StartHaproxyAsync(server, "", "");

    public static Task<ProxyProcess> StartPrefixedHaproxyAsync(Uri server) => StartHaproxyAsync(server, "/scores", DocumentedSetting.Prefix("haproxy"));

    public static Task<ProxyProcess> StartCaddyAsync(Uri server) => StartCaddyAsync(
        "", port => Replace(
            DocumentedSetting.Whole("caddyfile"), ("127.0.0.1:8080", server.Authority), ("http://scores.example.org", $"http://127.0.0.1:{port}")));

    public static Task<ProxyProcess> StartPrefixedCaddyAsync(Uri server) => StartCaddyAsync(
        "/scores", port => $"http://127.0.0.1:{port} {{\n{Replace(DocumentedSetting.Prefix("caddyfile"), ("127.0.0.1:8080", server.Authority))}}}\n");

    /// <summary>Returns another client like <see cref="Http"/>, with connections of its own.</summary>
    public HttpClient Client() => certificate is null
        ? new HttpClient(new SocketsHttpHandler { UseCookies = false, ResponseDrainTimeout = TimeSpan.Zero }) { BaseAddress = Http.BaseAddress }
        : new HttpClient(certificate.Handler())
        {
            BaseAddress = Http.BaseAddress,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

    private void SpeakHttp2(ProxyCertificate by)
    {
        certificate = by;
        Http.BaseAddress = new Uri($"https://{Http.BaseAddress!.Authority}/");
        var plain = Http;
        Http = Client();
        plain.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Task<ProxyProcess> StartNginxAsync(string prefix, Func<int, string> configure) => StartAsync("nginx", prefix, (folder, port) =>
    {
        // By default, a worker started by root would run as a user who may not open the folder.
        var user = Environment.IsPrivilegedProcess ? "user root;\n" : "";
        var paths = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"{kind}_temp_path {folder}/{kind};\n"));
        var setting = Replace(configure(port), ("http {", $"http {{\naccess_log off;\n{paths}"));
        return ($"{user}daemon off;\npid {folder}/nginx.pid;\n{setting}", file => ["-c", file, "-p", folder, "-e", $"{folder}/error.log"]);
    });

    private static Task<ProxyProcess> StartHaproxyAsync(Uri server, string prefix, string further) => StartAsync("haproxy", prefix, (_, port) => (
        Replace(
            DocumentedSetting.Whole("haproxy"), ("127.0.0.1:8080", server.Authority), ("bind :80\n", $"bind 127.0.0.1:{port}\n{further}"),
            // It does not start if the user may not open two files for each.
            ("maxconn 40000", "maxconn 400")),
        file => ["-db", "-f", file]));

    private static Task<ProxyProcess> StartCaddyAsync(string prefix, Func<int, string> configure) => StartAsync("caddy", prefix, (_, port) => (
        $"{{\nadmin off\nauto_https off\n}}\n{configure(port)}", file => ["run", "--adapter", "caddyfile", "--config", file]));

    private static async Task<ProxyProcess> StartAsync(
        string program, string prefix, Func<string, int, (string Setting, Func<string, string[]> Arguments)> configure)
    {
        var path = InstalledProgram.Find(program) ?? throw new InvalidOperationException(InstalledProgram.WhyMissing(program));
        var folder = Directory.CreateTempSubdirectory($"livefeed-{program}-").FullName;
        var port = LocalPort.FindFree();
        var (setting, arguments) = configure(folder, port);
        var file = Path.Combine(folder, "setting");
        await File.WriteAllTextAsync(file, setting);

        // Standard input is a pipe from this process: when it ends, so does cat, and then the proxy.
        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true };
        foreach (var argument in new[] { "-c", "folder=$0; \"$@\" >\"$folder/log\" 2>&1 & proxy=$!; cat >/dev/null; kill $proxy; wait $proxy; rm -rf \"$folder\"", folder, path }
            .Concat(arguments(file)))
            start.ArgumentList.Add(argument);
        // Caddy keeps files there.
        foreach (var variable in new[] { "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME" })
            start.Environment[variable] = folder;
        var proxy = new ProxyProcess(Process.Start(start)!, folder, port, prefix);
        await Eventually.TrueAsync(() => LocalPort.ListensAsync(port), $"{program} did not start; see {folder}/log.");
        return proxy;
    }

    /// <summary>Replaces each text, which must be there.</summary>
    private static string Replace(string setting, params (string Text, string By)[] replacements)
    {
        foreach (var (text, by) in replacements)
        {
            Assert.Contains(text, setting, StringComparison.Ordinal);
            setting = setting.Replace(text, by, StringComparison.Ordinal);
        }

        return setting;
    }
}
