using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace LiveFeed.BrowserTests.Network;

/// <summary>
/// A network device whose other end is this process: it reads the IP packets that the kernel sends through the device, and writes those that the
/// kernel receives (docs.kernel.org/networking/tuntap.html).
/// </summary>
internal sealed partial class TunDevice : IDisposable
{
    public const string Path = "/dev/net/tun";

    private const nuint SetInterface = 0x4004_54CA; // TUNSETIFF
    private const ushort Tun = 0x0001; // IFF_TUN
    private const ushort NoPacketInformation = 0x1000; // IFF_NO_PI

    private readonly FileStream packets;

    private TunDevice(SafeFileHandle handle) => packets = new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);

    /// <summary>For poll(2); valid until this is disposed of.</summary>
    public int Descriptor => (int)packets.SafeFileHandle.DangerousGetHandle();

    /// <summary>Creates a device in the namespace of the calling thread. It is gone when it is closed.</summary>
    public static TunDevice Create(string name)
    {
        var handle = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var request = new InterfaceRequest { Flags = Tun | NoPacketInformation };
        Encoding.ASCII.GetBytes(name, request.Name);
        if (Control((int)handle.DangerousGetHandle(), SetInterface, ref request) >= 0)
            return new TunDevice(handle);
        var error = new Win32Exception(Marshal.GetLastPInvokeError());
        handle.Dispose();
        throw new InvalidOperationException($"No device {name} can be created with {Path}: {error.Message}", error);
    }

    /// <summary>Reads one packet; waits if there is none.</summary>
    public int Read(Span<byte> packet) => packets.Read(packet);

    public void Write(ReadOnlySpan<byte> packet) => packets.Write(packet);

    public void Dispose() => packets.Dispose();

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(int file, nuint operation, ref InterfaceRequest request);

    /// <summary><c>struct ifreq</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct InterfaceRequest
    {
        public InterfaceName Name;
        public ushort Flags;
        public Rest Unused;
    }

    [System.Runtime.CompilerServices.InlineArray(16)]
    private struct InterfaceName
    {
        private byte first;
    }

    [System.Runtime.CompilerServices.InlineArray(22)]
    private struct Rest
    {
        private byte first;
    }
}
