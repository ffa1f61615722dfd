using System.Reflection;
using LiveFeed.Api.Errors;
using LiveFeed.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveFeed.Api.Feed;

/// <summary>The topics that are read together: <c>?topic=events/wc22&amp;topic=events/wc23%3Fteams%3D7</c>, each a path with a filter, encoded once.</summary>
/// <param name="Topics">The topics, each once.</param>
internal sealed record TopicsQuery(IReadOnlyList<TopicQuery> Topics) : IBindableFromHttpContext<TopicsQuery>, IEndpointParameterMetadataProvider
{
    /// <summary>How many topics one request may name: their joined cursor has to fit into a header.</summary>
    public const int MaxTopics = 32;

    private const string Name = "topic";

    public static ValueTask<TopicsQuery?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var values = context.Request.Query[Name];
        if (values.Count is 0 or > MaxTopics)
            throw Malformed($"Name 1 to {MaxTopics} topics, such as {Name}=events/wc22.");
        var topics = values.Select(value => Read(value ?? "")).ToList();
        // A tag stands for one topic: nobody could say which of two a cursor belongs to.
        if (topics.DistinctBy(topic => JoinedCursor.TagOf(topic.Path)).Count() < topics.Count)
            throw Malformed("A topic is named twice. Name each once, with one filter.");
        return new(new TopicsQuery(topics));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.AddMetadata(
        new QueryParameterMetadata(
            Name, $"A topic: events/ and the event's id (events/wc22), or the room of a team of it (events/wc22/teams/7), or what is the reader's own (me); behind a ? the filter of its stream, encoded once (events/wc22%3Fteams%3D7). Repeated, up to {MaxTopics} times.",
            () => Schemas.ListOf(Schemas.Text()), IsRequired: true, IsRepeated: true),
        new ErrorCodesMetadata([ErrorCode.InvalidRequest]));

    private static TopicQuery Read(string text)
    {
        var (path, filter) = text.IndexOf('?') is >= 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
        if (path.Length is 0 or > Domain.Feed.Topics.MaxLength || !path.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '-' or '_'))
            throw Malformed($"A topic is a path such as events/wc22, of at most {Domain.Feed.Topics.MaxLength} letters, digits, -, _ and /.");
        return new TopicQuery(path, FilterQuery.From(new QueryCollection(QueryHelpers.ParseQuery(filter))));
    }

    private static InvalidParameterException Malformed(string detail) => new(Name, detail);
}
