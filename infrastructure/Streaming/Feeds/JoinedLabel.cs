using System.Text;

namespace LiveFeed.Infrastructure.Streaming.Feeds;

/// <summary>What names a topic where several are joined: made once for all readers.</summary>
/// <param name="path">The path by which its readers name it.</param>
internal sealed class JoinedLabel(string path)
{
    public string Path => path;

    /// <summary>Stands for the topic in joined cursors.</summary>
    public string Tag { get; } = JoinedCursor.TagOf(path);

    /// <summary>What precedes its cursor in ids, in ASCII.</summary>
    public byte[] Id { get; } = Encoding.ASCII.GetBytes($"{JoinedCursor.TagOf(path)}:");

    /// <summary>What precedes the members of its entries, from the line's end of the id on, in ASCII.</summary>
    public byte[] Data { get; } = Encoding.ASCII.GetBytes($"\ndata: {{\"topic\":\"{path}\",");
}
