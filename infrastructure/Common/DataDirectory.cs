using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace LiveFeed.Infrastructure.Common;

/// <summary>Where this installation keeps its files: the SQLite database and, in Development, the signing key.</summary>
public sealed class DataDirectory
{
    private readonly string path;

    private DataDirectory(string path) => this.path = path;

    /// <summary>The folder that <c>LiveFeed:DataDirectory</c> names, relative to where the program was started; <c>data</c> unless set.</summary>
    public static DataDirectory Of(IConfiguration settings) =>
        new(Path.GetFullPath(settings["DataDirectory"] is { Length: > 0 } set ? set : "data"));

    /// <summary>The full path of a file in the folder, which is made where it is missing.</summary>
    public string File(string name)
    {
        Directory.CreateDirectory(path);
        return Path.Combine(path, name);
    }

    /// <summary>A key that is made at the first start and stays, so that sign-ins survive restarts.</summary>
    internal string DevelopmentKey()
    {
        var file = File("development-signing-key");
        if (!System.IO.File.Exists(file))
        {
            var stream = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                stream.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, stream);
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)));
        }

        return System.IO.File.ReadAllText(file);
    }
}
