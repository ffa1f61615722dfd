using System.CommandLine;
using LiveFeed.Api.Hosting;
using LiveFeed.Api.Operations;
using LiveFeed.Api.Replay;

var livefeed = new RootCommand("LiveFeed: live sports feeds over plain HTTP. Without a command it serves; settings follow as --name=value.")
{
    ReplayCommand.Create(),
    MigrateCommand.Create(),
    HealthCommand.Create(),
};
livefeed.TreatUnmatchedTokensAsErrors = false;
livefeed.SetAction((_, cancellationToken) => LiveFeedHost.RunAsync(args, cancellationToken));
// The host stops by itself on SIGINT and SIGTERM, in its own time.
return await livefeed.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
