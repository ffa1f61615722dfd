using System.CommandLine;
using System.Globalization;
using LiveFeed.Api.Hosting;
using LiveFeed.Api.Operations;
using LiveFeed.Api.Recordings;
using LiveFeed.Api.Replay;

// Use the invariant culture, whatever the machine's language: programs read what LiveFeed writes.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var livefeed = new RootCommand("LiveFeed: live sports feeds over plain HTTP. Without a command it serves; settings follow as --name=value.")
{
    ReplayCommand.Create(),
    RecordCommand.Create(),
    PlayCommand.Create(),
    MigrateCommand.Create(),
    HealthCommand.Create(),
};
livefeed.TreatUnmatchedTokensAsErrors = false;
livefeed.SetAction((_, cancellationToken) => LiveFeedHost.RunAsync(args, cancellationToken));
// The host stops by itself on SIGINT and SIGTERM, in its own time.
return await livefeed.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
