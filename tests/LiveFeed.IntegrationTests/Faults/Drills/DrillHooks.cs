using System.Net;

namespace LiveFeed.IntegrationTests.Faults.Drills;

/// <summary>
/// Commands for drills that are carried out by this process, because it owns the processes that they start and stop: each is a curl that sends its arguments here.
/// </summary>
internal sealed class DrillHooks : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly List<Func<string[], Task<string>>> actions = [];
    private readonly string address = $"http://127.0.0.1:{LocalPort.FindFree()}/";
    private readonly Task serving;

    public DrillHooks()
    {
        listener.Prefixes.Add(address);
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>Returns the command that does this.</summary>
    public string Command(Func<Task> action) => Command(async _ =>
    {
        await action();
        return "";
    });

    /// <summary>Returns the command that does this with its arguments, and writes what it returns.</summary>
    public string Command(Func<string[], Task<string>> action)
    {
        lock (actions)
        {
            actions.Add(action);
            return $"printf '%s\\n' \"$@\" | curl --silent --show-error --fail-with-body --data-binary @- {address}{actions.Count - 1}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await using var body = new StreamWriter(context.Response.OutputStream);
            try
            {
                using var reader = new StreamReader(context.Request.InputStream);
                var arguments = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Func<string[], Task<string>> action;
                lock (actions)
                    action = actions[int.Parse(context.Request.Url!.AbsolutePath[1..], System.Globalization.CultureInfo.InvariantCulture)];
                await body.WriteAsync(await action(arguments));
            }
#pragma warning disable CA1031 // The drill reports it, and fails.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                context.Response.StatusCode = 500;
                await body.WriteAsync(exception.ToString());
            }
        }
    }
}
