using LiveFeed.Infrastructure.Streaming.Hosting;

namespace LiveFeed.Infrastructure.Streaming.Signals.Presence;

/// <summary>Who is in one topic, here and on other instances. Nothing of it is stored. Safe for concurrent use.</summary>
internal sealed class TopicPresence(string topic, FeedOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<UserId, (string Name, int Streams)> present = [];
    private readonly Dictionary<UserId, (string Name, long At)> typing = [];
    private readonly Dictionary<string, (TopicPeople People, long At)> elsewhere = new(StringComparer.Ordinal);
    private bool hereHasChanged;
    private bool elsewhereHasChanged;

    /// <summary>Somebody has opened a stream.</summary>
    public void Enter(Person person)
    {
        lock (gate)
        {
            present[person.Id] = (person.Name, present.GetValueOrDefault(person.Id).Streams + 1);
            hereHasChanged = true;
        }
    }

    /// <summary>A stream of that person has ended.</summary>
    public void Leave(Person person)
    {
        lock (gate)
        {
            if (present.GetValueOrDefault(person.Id) is { Streams: > 1 } more)
                present[person.Id] = (more.Name, more.Streams - 1);
            else
                present.Remove(person.Id);
            hereHasChanged = true;
        }
    }

    /// <summary>Somebody is writing, and for a while from now on.</summary>
    public void Type(Person person)
    {
        lock (gate)
        {
            hereHasChanged |= !typing.ContainsKey(person.Id);
            typing[person.Id] = (person.Name, time.GetTimestamp());
        }
    }

    /// <summary>Another instance has sent who is there.</summary>
    public void Hear(string instance, TopicPeople people)
    {
        lock (gate)
        {
            elsewhere[instance] = (people, time.GetTimestamp());
            elsewhereHasChanged = true;
        }
    }

    /// <summary>Returns what has changed since the last time: who is here, for other instances, and who is on all of them; null for what has not.</summary>
    /// <param name="repeats">Whether who is here is wanted even if nothing has changed, and anybody is.</param>
    public (TopicPeople? Here, TopicPeople? All) Take(bool repeats)
    {
        lock (gate)
        {
            hereHasChanged |= RemoveOld(typing, typed => typed.At, options.TypingFor);
            elsewhereHasChanged |= RemoveOld(elsewhere, heard => heard.At, options.PresenceKept);
            if (!hereHasChanged && !elsewhereHasChanged && !repeats)
                return (null, null);
            var here = Here();
            var all = hereHasChanged || elsewhereHasChanged ? All(here) : null;
            var taken = hereHasChanged || (repeats && !here.IsEmpty) ? here : null;
            (hereHasChanged, elsewhereHasChanged) = (false, false);
            return (taken, all);
        }
    }

    private TopicPeople All(TopicPeople here)
    {
        var all = elsewhere.Values.Select(heard => heard.People).Prepend(here).ToList();
        return new TopicPeople(topic, ByName(all.SelectMany(people => people.Present)), ByName(all.SelectMany(people => people.Typing)));
    }

    private bool RemoveOld<TKey, TValue>(Dictionary<TKey, TValue> known, Func<TValue, long> at, TimeSpan age)
        where TKey : notnull
    {
        var old = known.Where(pair => time.GetElapsedTime(at(pair.Value)) >= age).Select(pair => pair.Key).ToList();
        old.ForEach(key => known.Remove(key));
        return old.Count > 0;
    }

    private TopicPeople Here() => new(
        topic, [.. present.Select(pair => new Person(pair.Key, pair.Value.Name))], [.. typing.Select(pair => new Person(pair.Key, pair.Value.Name))]);

    private static List<Person> ByName(IEnumerable<Person> people) =>
        [.. people.DistinctBy(person => person.Id).OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id.Value, StringComparer.Ordinal)];
}
