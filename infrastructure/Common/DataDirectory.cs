using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace LiveFeed.Infrastructure.Common;

/// <summary>The folder in which this installation keeps its files: the SQLite database and, in Development, the signing key.</summary>
public sealed class DataDirectory
{
    private readonly string path;

    private DataDirectory(string path) => this.path = path;

    /// <summary>
    /// Returns the folder that <c>LiveFeed:DataDirectory</c> names, relative to the working directory at start; by default <c>data</c>.
    /// </summary>
    public static DataDirectory FromSettings(IConfiguration settings) =>
        new(Path.GetFullPath(settings["DataDirectory"] is { Length: > 0 } set ? set : "data"));

    /// <summary>Returns the full path of a file in the folder. Creates the folder if it is missing.</summary>
    /// <exception cref="StartException">The folder can't be created.</exception>
    public string File(string name)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The data folder {path} can't be created by {Environment.UserName}: {exception.Message} Create it for that user, or set LiveFeed:DataDirectory.", exception);
        }

        return Path.Combine(path, name);
    }

    /// <summary>Returns a key that is created at the first start and kept, so that sessions survive restarts.</summary>
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
