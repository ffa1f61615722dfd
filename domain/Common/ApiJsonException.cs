using System.Text.Json;

namespace LiveFeed.Domain;

/// <summary>An invalid value, described in words for the client.</summary>
public sealed class ApiJsonException(string message) : JsonException(message);
