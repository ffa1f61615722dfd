using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace LiveFeed.Benchmarks.Soak;

/// <summary>Fifty scorekeepers that post at a steady rate. Post n is due at a time that doesn't depend on the posts before it.</summary>
internal static class Scorekeepers
{
    private const int Count = 50;

    public static Task RunAsync(
        Server server, IReadOnlyList<string> events, int matches, int rate, TimeSpan duration, PostLog log, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, Count).Select(number => Task.Run(() => PostAsync(number), cancellationToken)));

        // The number of matches is a multiple of Count, so that a match has one scorekeeper, and its posts have an order.
        async Task PostAsync(int number)
        {
            var connection = await Connection.OpenAsync(server.Address);
            for (long n = number; ; n += Count)
            {
                var due = TimeSpan.FromSeconds(n / (double)rate);
                if (due >= duration || Stopwatch.GetElapsedTime(start) >= duration)
                    break;
                if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                    await Task.Delay(early, cancellationToken);
                try
                {
                    var status = await connection.SendAsync(Request(n));
                    log.Add(Stopwatch.GetElapsedTime(start) - due, status is 200 or 201 ? null : $"status {status}");
                }
                catch (Exception exception) when (exception is IOException or SocketException)
                {
                    log.Add(Stopwatch.GetElapsedTime(start) - due, exception.Message);
                    connection.Dispose();
                    connection = await Connection.OpenAsync(server.Address);
                }
            }

            connection.Dispose();
        }

        byte[] Request(long n)
        {
            var (round, match) = Math.DivRem(n, events.Count * matches);
            var (inEvent, ofEvents) = Math.DivRem(match, events.Count);
            var body = $$"""{"matchId":{{inEvent + 1}},"sets":[{"team1":{{round % 900}},"team2":{{round / 900 % 900}}}],"status":"inProgress","clientUpdateId":"soak-{{n}}"}""";
            return Encoding.ASCII.GetBytes(
                $"POST /api/events/{events[(int)ofEvents]}/scores HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization: Bearer {server.AccessToken}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        }
    }
}
