using System.Globalization;
using System.Net.Sockets;

namespace LiveFeed.BrowserTests.Network;

/// <summary>
/// A server's network and a phone's, with a <see cref="RoughLink"/> between them. Nothing else is connected to them, so nothing else on this
/// machine notices what happens there.
/// </summary>
internal sealed class RoughNetwork : IDisposable
{
    /// <summary>The environment variable that repeats the losses of an earlier run. Each run prints its seed.</summary>
    public const string SeedVariable = "LIVEFEED_ROUGH_SEED";

    /// <summary>Where the server listens. The browser needs it before the server has started.</summary>
    public const string ServerAddress = "http://192.0.2.1:5080";

    private const string Device = "rough";

    private readonly List<IDisposable> opened = [];
    private int addresses;

    private RoughNetwork(int seed)
    {
        Seed = seed;
        Server = Opened(NetworkNamespace.Create());
        Phone = Opened(NetworkNamespace.Create());
    }

    /// <summary>Why this machine can't have one; null if it can.</summary>
    public static string? WhyMissing { get; } = FindWhyMissing();

    public int Seed { get; }

    public NetworkNamespace Server { get; }

    public NetworkNamespace Phone { get; }

    public RoughLink Link { get; private set; } = null!;

    // As two providers would give them.
    private string PhoneAddress => string.Create(CultureInfo.InvariantCulture, $"{(addresses % 2 == 0 ? "203.0.113" : "198.51.100")}.{addresses}");

    public static async Task<RoughNetwork> CreateAsync()
    {
        var named = Environment.GetEnvironmentVariable(SeedVariable);
        var network = new RoughNetwork(named is { Length: > 0 } ? int.Parse(named, CultureInfo.InvariantCulture) : Random.Shared.Next());
        try
        {
            await network.ConnectAsync();
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Returns a client of the test's own, beside the link: nothing that it sends or receives is late or lost.
    /// </summary>
    public HttpClient Client() => new(new SocketsHttpHandler { UseCookies = false, ConnectCallback = DialAsync }) { BaseAddress = new Uri(ServerAddress) };

    /// <summary>
    /// Gives the phone another address some time after it has lost the one that it had, as from one Wi-Fi to the next. Open connections stay
    /// open on both sides, and nothing passes through them any more.
    /// </summary>
    public async Task ChangeAddressAsync(Func<Task> between)
    {
        await RemoveAddressAsync(PhoneAddress);
        await between();
        await AddAddressAsync();
    }

    /// <summary>
    /// Adds another address before it removes the one that the phone had. The phone is never without one, so its pages get no offline event.
    /// </summary>
    public async Task MoveAddressAsync()
    {
        var before = PhoneAddress;
        await AddAddressAsync();
        await RemoveAddressAsync(before);
    }

    /// <summary>Ends the phone's open connections, without a word to the server, as Android does with those of an address that is gone.</summary>
    public Task EndConnectionsAsync() => Phone.RunAsync("ss --kill --tcp state established");

    public void Dispose()
    {
        // The link before its devices.
        foreach (var one in Enumerable.Reverse(opened))
            one.Dispose();
        opened.Clear();
    }

    private static string? FindWhyMissing()
    {
        if (!OperatingSystem.IsLinux())
            return "A rough network needs Linux's network namespaces.";
        try
        {
            using var any = NetworkNamespace.Create();
            using var device = any.Run(() => TunDevice.Create(Device));
            // What it needs of iproute2.
            any.RunAsync("ip -V").GetAwaiter().GetResult();
            any.RunAsync("ss -V").GetAwaiter().GetResult();
            return null;
        }
        catch (SystemException exception)
        {
            return $"A rough network needs root, {TunDevice.Path} and Debian's package iproute2, which tests/run installs: {exception.Message}";
        }
    }

    private async Task ConnectAsync()
    {
        var (server, phone) = (Opened(Server.Run(() => TunDevice.Create(Device))), Opened(Phone.Run(() => TunDevice.Create(Device))));
        foreach (var side in new[] { Server, Phone })
        {
            await side.RunAsync("ip link set dev lo up");
            // IPv6 would send packets of its own.
            await side.RunAsync($"ip link set dev {Device} addrgenmode none");
            await side.RunAsync($"ip link set dev {Device} up");
        }

        await Server.RunAsync($"ip address add {new Uri(ServerAddress).Host}/32 dev {Device}");
        await Server.RunAsync($"ip route add default dev {Device}");
        await AddAddressAsync();
        Link = Opened(new RoughLink(phone, server, Seed));
    }

    private async Task AddAddressAsync()
    {
        addresses++;
        await Phone.RunAsync($"ip address add {PhoneAddress}/32 dev {Device}");
        // The route went with the last address.
        await Phone.RunAsync($"ip route replace default dev {Device} src {PhoneAddress}");
    }

    private Task RemoveAddressAsync(string address) => Phone.RunAsync($"ip address del {address}/32 dev {Device}");

    private async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = Server.Run(() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true });
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private T Opened<T>(T one)
        where T : IDisposable
    {
        opened.Add(one);
        return one;
    }
}
