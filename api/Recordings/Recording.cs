using System.Runtime.CompilerServices;
using System.Text.Json;

namespace LiveFeed.Api.Recordings;

/// <summary>A file that <c>livefeed record</c> wrote. It is read line by line, however large it is.</summary>
internal sealed class Recording(string path)
{
    /// <summary>Returns the messages in order.</summary>
    /// <exception cref="InvalidDataException">A line is no message.</exception>
    public async IAsyncEnumerable<RecordedMessage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            yield return Parse(line, number);
        }
    }

    /// <summary>Returns how many messages there are.</summary>
    /// <exception cref="InvalidDataException">A line is no message.</exception>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken).CountAsync(cancellationToken);

    /// <summary>Returns how many messages come up to and including the last one with an id, and how many after it, not counting goodbyes. An unknown id is before all.</summary>
    public async Task<(int Before, int After)> FindAsync(string id, CancellationToken cancellationToken)
    {
        var (index, before, after) = (0, 0, 0);
        await foreach (var message in ReadAsync(cancellationToken))
        {
            index++;
            if (message.Id == id && id.Length > 0)
                (before, after) = (index, 0);
            else if (message.Type != "bye")
                after++;
        }

        return (before, after);
    }

    private static RecordedMessage Parse(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordedMessage>(line, ApiJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"line {number} is no message of a recording: {wrong.Message}", wrong);
        }
    }
}
