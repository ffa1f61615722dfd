using System.Text.Json;

namespace LiveFeed.Domain;

internal static class SnakeCase
{
    public static string From(string pascalCase) => JsonNamingPolicy.SnakeCaseLower.ConvertName(pascalCase);
}
