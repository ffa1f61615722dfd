using LiveFeed.Domain.Events;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Formats;
using LiveFeed.Domain.Incidents;
using LiveFeed.Domain.Schedules;
using LiveFeed.Domain.Standings;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.IntegrationTests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Standings;

/// <summary>A card is part of every busy match. Standings are made anew only for one that can change them.</summary>
public sealed class CardsToDerivedTests(TimedServer server) : IClassFixture<TimedServer>
{
    [Theory]
    [InlineData("fifa2022", "yellowCard", "final", 1, true)]
    [InlineData("fifa2022", "yellowCard", "inProgress", 1, false)]
    [InlineData("fifa2022", "yellowCard", null, 1, false)]
    [InlineData("fifa2022", "yellowCard", "final", 2, false)]
    [InlineData("fifa2022", "goal", "final", 1, false)]
    [InlineData("league", "redCard", "final", 1, false)]
    [InlineData(null, "redCard", "final", 1, false)]
    public async Task Standings_follow_a_card_only_if_its_match_is_in_a_pool_and_final_and_the_rules_count_cards(string? preset, string kind, string? status, int match, bool follows)
    {
        var id = await server.EventAsync(0, sport: "football");
        var standings = preset is null ? "" : $$""" "standings":{"preset":"{{preset}}"},""";
        await Expect.SuccessAsync(await server.Organizer.SendAsync("PUT", $"/api/events/{id}/schedule", $$"""
            {"divisions":[{"id":1,"name":"D",{{standings}}"pools":[{"id":"A","name":"A","teams":[1,2]}]}],"teams":[{"id":1,"name":"a"},{"id":2,"name":"b"},{"id":3,"name":"c"}],
            "matches":[{"id":1,"divisionId":1,"team1Id":1,"team2Id":2},{"id":2,"divisionId":1,"team1Id":1,"team2Id":3}]}
            """));
        await server.Media.ClaimAsync(id, match);
        if (status is not null)
            await Expect.SuccessAsync(await server.Media.ScoreAsync(id, match, 1, 0, status));
        await Expect.SuccessAsync(await server.Media.PostAsync($"/api/events/{id}/matches/{match}/incidents", new { kind, side = 1 }));

        await using var scope = server.Server.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DbSession>();
        var (eventId, matchId) = (EventId.From(id), new MatchId(match));
        var incident = await session.Db.Incidents.SingleAsync(one => one.EventId == eventId && one.MatchId == matchId);
        var handler = scope.ServiceProvider.GetServices<INotificationHandler<IncidentChanged>>().OfType<CardsToDerived>().Single();
        await handler.Handle(new IncidentChanged(incident, null, new EntrySubject(matchId), incident.RecordedAt), CancellationToken.None);

        Assert.Equal(follows ? [(eventId, new DerivedChange(matchId))] : [], session.Derived);
    }

    [Fact]
    public void The_usual_rules_of_no_format_count_cards() =>
        Assert.All(Enum.GetValues<FormatKind>(), kind => Assert.DoesNotContain(StandingCriterion.FairPlay, StandingsChoice.For(new MatchFormat(kind)).Resolve()!.Criteria));
}
