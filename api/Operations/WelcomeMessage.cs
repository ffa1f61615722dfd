using LiveFeed.Api.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LiveFeed.Api.Operations;

/// <summary>In Development, shows a newcomer where to look once the server listens.</summary>
internal sealed class WelcomeMessage(IServer server, IHostEnvironment environment, IHostApplicationLifetime lifetime, DemoSettings demo) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment())
            lifetime.ApplicationStarted.Register(Write);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Write()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        Console.WriteLine();
        Console.WriteLine($"  LiveFeed    {address}/");
        Console.WriteLine($"  Swagger     {address}/swagger");
        if (demo.Enabled)
        {
            Console.WriteLine($"  Live demo   {address}/events/{DemoSettings.EventId}  (a simulated tournament)");
            Console.WriteLine($"  Sign in     {DemoSettings.OrganizerEmail} or {DemoSettings.ScorekeeperEmail}, password {DemoSettings.Password}");
        }

        Console.WriteLine();
    }
}
