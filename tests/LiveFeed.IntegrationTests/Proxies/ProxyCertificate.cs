using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveFeed.IntegrationTests.Proxies;

/// <summary>A certificate that nobody has signed, with its key in a file that proxies read at their start.</summary>
internal sealed class ProxyCertificate : IDisposable
{
    private readonly string thumbprint;

    public ProxyCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        thumbprint = certificate.Thumbprint;
        System.IO.File.WriteAllText(File, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    public string File { get; } = Path.GetTempFileName();

    /// <summary>Returns the handler of a client that trusts this certificate, and no other.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        UseCookies = false,
        ResponseDrainTimeout = TimeSpan.Zero,
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, presented, _, _) => presented is X509Certificate2 certificate && certificate.Thumbprint == thumbprint,
        },
    };

    public void Dispose() => System.IO.File.Delete(File);
}
