using LiveFeed.Domain.Accounts;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Sessions;

/// <summary>Accounts that were made when less was asked of a password and an address.</summary>
public sealed class EarlierAccountTests
{
    [Fact]
    public async Task An_account_of_before_keeps_its_password_and_its_address()
    {
        await using var server = await LiveFeedServer.StartAsync();
        var user = await server.RegisterAsync("Jo");
        const string email = "\u0430dmin@example.org\u200B";
        var hash = await server.Services.GetRequiredService<IPasswordHashing>().HashAsync("12345678", default);
        await using (var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create())
        {
            await db.Users.Where(row => row.Id == UserId.From(user.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, hash).SetProperty(row => row.Email, email));
        }

        await Expect.SuccessAsync(await server.LogInAsync(email, "12345678"));
    }

    [Fact]
    public async Task A_server_starts_with_the_short_password_of_an_administrator_whom_it_has_already()
    {
        await using var server = await LiveFeedServer.StartAsync();

        await server.StopAsync();
        await using var next = await LiveFeedServer.OverAsync(server.DataDirectory, "Admin:Password=short");

        await Expect.SuccessAsync(await next.LogInAsync(LiveFeedServer.AdminEmail, LiveFeedServer.Password));
    }
}
