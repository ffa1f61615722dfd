using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure.Accounts;

/// <summary>Creates the first administrator if one is configured and missing.</summary>
internal sealed partial class AdminSeeder(IServiceScopeFactory scopes, IOptions<AdminOptions> options, ILogger<AdminSeeder> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { Email: { } email, Password: { } password })
            return;
        await using var scope = scopes.CreateAsyncScope();
        // An administrator who is there stays, even one whose password would be too short today.
        if (await scope.ServiceProvider.GetRequiredService<IUserStore>().FindByEmailAsync(email.Trim().ToLowerInvariant()) is not null)
            return;
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new RegisterUser(email, password, "Administrator", GlobalRole.Admin), cancellationToken);
        if (result.Error is null)
            Log.Made(logger, email);
        else if (result.Error.Code != ErrorCode.EmailTaken)
            throw new InvalidOperationException($"LiveFeed:Admin can't be used: {string.Join(" ", result.Error.Fields?.Values.SelectMany(texts => texts) ?? [result.Error.Detail])}");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(EventId = LogEventIds.AdminCreated, Level = LogLevel.Information, Message = "Made the administrator {Email}.")]
        public static partial void Made(ILogger logger, string email);
    }
}
