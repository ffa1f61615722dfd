using LiveFeed.Infrastructure.Accounts;
using LiveFeed.Infrastructure.Common;
using LiveFeed.Infrastructure.Invitations;
using LiveFeed.Infrastructure.ScorerLinks;
using LiveFeed.Infrastructure.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LiveFeed.Infrastructure;

/// <summary>Accounts, sessions, invitations and scorer links.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(
        this IServiceCollection services, IConfiguration settings, DataDirectory data, IHostEnvironment environment)
    {
        services.AddOptions<JwtOptions>().Bind(settings.GetSection("Jwt")).ValidateDataAnnotations()
            .Validate(
                options => options.SigningKey is not null || environment.IsDevelopment(),
                "LiveFeed:Jwt:SigningKey is required outside Development. Make one with: openssl rand -base64 48")
            .Validate(
                options => options.SigningKey is null || SigningKey.IsLongEnough(options.SigningKey),
                $"LiveFeed:Jwt:SigningKey needs at least {SigningKey.MinBytes} bytes (256 bits).")
            .Validate(
                options => options.PreviousSigningKeys.All(SigningKey.IsLongEnough),
                $"LiveFeed:Jwt:PreviousSigningKeys: each needs at least {SigningKey.MinBytes} bytes (256 bits), as SigningKey does.")
            .ValidateOnStart();
        services.AddOptions<AdminOptions>().Bind(settings.GetSection("Admin"))
            .Validate(options => (options.Email is null) == (options.Password is null), "Give LiveFeed:Admin:Email and LiveFeed:Admin:Password together.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var jwt = provider.GetRequiredService<IOptions<JwtOptions>>().Value;
            return new SigningKey(jwt.SigningKey ?? data.DevelopmentKey(), jwt.PreviousSigningKeys);
        });
        services.AddSingleton(provider =>
        {
            var jwt = provider.GetRequiredService<IOptions<JwtOptions>>().Value;
            return new SessionLifetime(jwt.RefreshLifetime, jwt.RefreshGrace, jwt.MaxSession, jwt.AccessLifetime);
        });
        services.AddSingleton<ISuccessorTokens, SuccessorTokens>();
        services.AddSingleton<IPasswordResetTokens, PasswordResetTokens>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<IEndedSessions>(provider => provider.GetRequiredService<EndedSessions>());
        services.AddHostedService<EndedSessionsReader>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<IAccessTokens>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddSingleton<IAccessTokenReader>(provider => provider.GetRequiredService<AccessTokens>());
        services.AddSingleton<IPasswordHashing, PasswordHashing>();
        services.AddHostedService<AdminSeeder>();
        services.AddHostedService<ExpiredTokenCleanup>();
        return services;
    }

    public static IServiceCollection AddInvitations(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<InvitationOptions>().Bind(settings.GetSection("Invitations")).ValidateDataAnnotations()
            .Validate(options => options.Lifetime <= options.MaxLifetime, "LiveFeed:Invitations:Lifetime can't be longer than LiveFeed:Invitations:MaxLifetime.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<InvitationOptions>>().Value;
            return new InvitationPolicy(options.Lifetime, options.MaxLifetime, options.MaxUses, options.MaxOpen, options.MaxOpenOfTeam);
        });
        return services;
    }

    public static IServiceCollection AddScorerLinks(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ScorerLinkOptions>().Bind(settings.GetSection("ScorerLinks")).ValidateDataAnnotations()
            .Validate(options => options.Lifetime <= options.MaxLifetime, "LiveFeed:ScorerLinks:Lifetime can't be longer than LiveFeed:ScorerLinks:MaxLifetime.")
            .ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ScorerLinkOptions>>().Value;
            return new ScorerLinkPolicy(options.Lifetime, options.MaxLifetime, options.MaxPerEvent, options.MaxHelpers);
        });
        return services;
    }
}
