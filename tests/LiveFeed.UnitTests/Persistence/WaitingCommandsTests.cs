using LiveFeed.Domain;
using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Events;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.Persistence;

namespace LiveFeed.UnitTests.Persistence;

/// <summary>Which commands a worker takes, while others have transactions of their own.</summary>
public sealed class WaitingCommandsTests : IDisposable
{
    private const int MaxGroup = 4;

    private readonly WaitingCommands waiting = new(capacity: 100, MaxGroup, workers: 2);

    [Fact]
    public void Those_that_wait_together_are_taken_together_up_to_the_limit()
    {
        Add(Shared("a", 1), Shared("b", 2), Shared("a", 3), Shared("c", 4), Shared("a", 5));
        Assert.Equal([1, 2, 3, 4], Numbers(Take()));
    }

    [Fact]
    public void Commands_of_an_event_wait_while_another_worker_writes_to_it()
    {
        Add(Shared("a", 1));
        var first = Take();
        Add(Shared("a", 2), Shared("b", 3), Shared("a", 4));
        Assert.Equal([3], Numbers(Take()));
        Assert.Empty(Take());
        waiting.Release(first);
        Assert.Equal([2, 4], Numbers(Take()));
    }

    [Fact]
    public void One_that_needs_a_transaction_of_its_own_is_alone_and_is_not_overtaken()
    {
        Add(Alone("a", 1), Shared("a", 2), Shared("b", 3), Alone("c", 4), Shared("c", 5), Shared("b", 6));
        var first = Take();
        Assert.Equal([1], Numbers(first));
        // The fifth must not come before the fourth.
        Assert.Equal([3, 6], Numbers(Take()));
        Assert.Equal([4], Numbers(Take()));
        Assert.Empty(Take());
        waiting.Release(first);
        Assert.Equal([2], Numbers(Take()));
    }

    [Fact]
    public void One_whose_caller_has_given_up_is_not_taken_and_keeps_nobody_waiting()
    {
        var given = Shared("a", 1);
        Add(given, Shared("a", 2));
        Assert.True(given.TryGiveUp());
        Assert.Equal([2], Numbers(Take()));
        Assert.Null(waiting.OldestQueuedAt);
    }

    [Fact]
    public void When_it_is_full_or_closed_it_takes_no_more()
    {
        using var small = new WaitingCommands(capacity: 1, MaxGroup, workers: 1);
        Assert.True(small.TryAdd(Shared("a", 1)));
        Assert.False(small.TryAdd(Shared("a", 2)));
        small.Close();
        Assert.False(small.IsOver);
        small.Take([]);
        Assert.True(small.IsOver);
        Assert.False(small.TryAdd(Shared("a", 3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_comes_and_goes_no_event_is_in_two_groups_and_each_keeps_its_order(int seed)
    {
        var random = new Random(seed);
        var (running, done, number) = (new List<List<QueuedCommand>>(), new List<(string? Event, int Number)>(), 0);
        for (var step = 0; step < 5_000 || waiting.OldestQueuedAt is not null || running.Count > 0; step++)
        {
            var choice = step < 5_000 ? random.Next(3) : 1 + random.Next(2);
            if (choice == 0)
            {
                var name = ((char)('a' + random.Next(5))).ToString();
                waiting.TryAdd(random.Next(4) == 0 ? Alone(name, ++number) : Shared(name, ++number));
            }
            else if (choice == 1 && running.Count < 4)
            {
                if (Take() is { Count: > 0 } group)
                    running.Add(group);
                var events = running.SelectMany(one => one.Select(item => ((Command)item.Command).Event).Distinct()).ToList();
                Assert.Equal(events.Count, events.Distinct().Count());
                Assert.All(running, one => Assert.True(one.Count == 1 || one.TrueForAll(item => item.MayShare)));
            }
            else if (choice == 2 && running.Count > 0)
            {
                var ended = running[random.Next(running.Count)];
                running.Remove(ended);
                waiting.Release(ended);
                done.AddRange(ended.Select(item => ((string?)((Command)item.Command).Event, ((Command)item.Command).Number)));
            }
        }

        Assert.All(done.GroupBy(item => item.Event), ofEvent => Assert.Equal(ofEvent.Select(item => item.Number).Order(), ofEvent.Select(item => item.Number)));
        Assert.True(done.Count > 1_000);
    }

    /// <summary>A worker that finds nothing to take sleeps: it is woken as often as needed, and no more often than there are workers.</summary>
    [Fact]
    public async Task However_much_comes_and_goes_no_more_are_woken_than_there_are_workers()
    {
        for (var round = 0; round < 100; round++)
        {
            Add(Shared("a", 1), Shared("a", 2));
            waiting.Release(Take());
        }

        await waiting.ChangedAsync();
        await waiting.ChangedAsync();
        var third = waiting.ChangedAsync();
        Assert.False(third.IsCompleted);
        Add(Shared("a", 3));
        await third;
    }

    public void Dispose() => waiting.Dispose();

    private void Add(params QueuedCommand[] commands) => Assert.All(commands, command => Assert.True(waiting.TryAdd(command)));

    private List<QueuedCommand> Take()
    {
        var group = new List<QueuedCommand>();
        waiting.Take(group);
        return group;
    }

    private static IEnumerable<int> Numbers(IEnumerable<QueuedCommand> group) => group.Select(item => ((Command)item.Command).Number);

    private static QueuedCommand Alone(string name, int number) => Queued(new Command(name, number));

    private static QueuedCommand Shared(string name, int number) => Queued(new SharedCommand(name, number));

    // It never runs here, so it needs no session.
    private static QueuedCommand Queued(ICommand command) => new(command, null!, () => throw new NotSupportedException(), (_, _) => throw new NotSupportedException(), 0);

    private record Command(string Event, int Number) : IEventCommand
    {
        public EventId EventId => EventId.From(Event);
    }

    private sealed record SharedCommand(string Event, int Number) : Command(Event, Number), IGroupCommit
    {
        public MatchId MatchId => default;

        public Actor Actor => null!;

        public string? IdempotencyKey => null;
    }
}
