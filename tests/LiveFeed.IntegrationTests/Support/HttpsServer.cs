using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveFeed.IntegrationTests.Support;

/// <summary>Settings of a server that ends TLS itself, with a certificate that nobody has signed.</summary>
internal static class HttpsServer
{
    private const string Password = "no secret";

    /// <param name="folder">Where the certificate's file is put.</param>
    public static async Task<string[]> SettingsAsync(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(folder, "server.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, Password));
        const string Endpoint = "/Kestrel:Endpoints:Https";
        return [$"{Endpoint}:Url=https://127.0.0.1:0", $"{Endpoint}:Certificate:Path={file}", $"{Endpoint}:Certificate:Password={Password}"];
    }
}
