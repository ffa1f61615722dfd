using System.Net;
using System.Net.Sockets;
using LiveFeed.Infrastructure.Outbound;
using Microsoft.Extensions.Options;

namespace LiveFeed.UnitTests.Outbound;

/// <summary>Names are looked up in a table of the test's own, and no connection leaves this machine.</summary>
public sealed class OutboundConnectorTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("017700000001")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.1")]
    [InlineData("127.1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("localhost")]
    [InlineData("inner.example.org")]
    [InlineData("inner.example.org.")]
    [InlineData("mixed.example.org")]
    public async Task An_inner_address_gets_no_connection_however_it_is_written(string host)
    {
        using var listener = Listen();
        using var http = Create(out _);

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(http, $"http://{host}:{Port(listener)}/"));

        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task The_address_is_connected_to_that_was_examined()
    {
        using var listener = Listen();
        // A second look-up would lead to the listener.
        using var http = Create(out var resolver, "rebound.example.org");

        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(http, $"http://rebound.example.org:{Port(listener)}/"));

        Assert.Equal(["rebound.example.org"], resolver.Asked);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("closed.example.org")]
    [InlineData("inner.example.org")]
    [InlineData("none.example.org")]
    public async Task A_closed_port_a_refused_address_and_a_name_without_an_address_fail_alike(string host)
    {
        using var listener = Listen();
        var closed = Port(listener);
        listener.Stop();
        using var http = Create(out _, allowed: host.StartsWith("closed", StringComparison.Ordinal) ? ["127.0.0.0/8"] : []);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(http, $"http://{host}:{closed}/"));

        Assert.IsType<ConnectionRefusedException>(failure.InnerException);
        Assert.Equal("The address can't be connected to.", failure.InnerException.Message);
    }

    [Fact]
    public async Task A_port_of_another_protocol_gets_no_connection()
    {
        var resolver = new TableResolver();
        var connector = new OutboundConnector(resolver, Options.Create(new OutboundOptions { AllowedNetworks = ["127.0.0.0/8"] }));

        await Assert.ThrowsAsync<ConnectionRefusedException>(async () => await connector.ConnectAsync(new DnsEndPoint("inner.example.org", 25), CancellationToken.None));

        Assert.Empty(resolver.Asked);
    }

    [Fact]
    public async Task A_network_that_is_allowed_gets_a_connection()
    {
        using var listener = Listen();
        var connector = new OutboundConnector(new TableResolver(), Options.Create(new OutboundOptions { AllowedNetworks = ["127.0.0.0/8"] }));

        await using var stream = await connector.ConnectAsync(new DnsEndPoint("inner.example.org", Port(listener)), CancellationToken.None);

        using var accepted = await listener.AcceptTcpClientAsync();
        Assert.True(accepted.Connected);
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static OutboundHttp Create(out TableResolver resolver, string? rebound = null, string[]? allowed = null)
    {
        resolver = new TableResolver { Rebound = rebound };
        var options = Options.Create(new OutboundOptions { AllowedNetworks = allowed ?? [] });
        return new OutboundHttp(new OutboundConnector(resolver, options), options);
    }

    private static async Task PostAsync(OutboundHttp http, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent("{}") };
        // Nobody responds to a connection that is made all the same.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var response = await http.SendAsync(request, patience.Token);
    }

    private sealed class TableResolver : IHostResolver
    {
        public List<string> Asked { get; } = [];

        /// <summary>A name that leads to a private address at first, and to this machine then.</summary>
        public string? Rebound { get; init; }

        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            Asked.Add(host);
            IReadOnlyList<IPAddress> addresses = host.TrimEnd('.') switch
            {
                "localhost" or "inner.example.org" or "closed.example.org" => [IPAddress.Loopback],
                "mixed.example.org" => [IPAddress.Parse("192.0.2.1"), IPAddress.Loopback],
                _ when host == Rebound => [Asked.Count == 1 ? IPAddress.Parse("10.0.0.1") : IPAddress.Loopback],
                _ => [],
            };
            return Task.FromResult(addresses);
        }
    }
}
