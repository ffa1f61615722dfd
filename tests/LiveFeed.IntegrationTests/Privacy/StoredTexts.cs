using System.Text;
using LiveFeed.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveFeed.IntegrationTests.Privacy;

/// <summary>Looks for texts in every column of every table.</summary>
internal static class StoredTexts
{
    /// <summary>Returns where any of these texts is stored.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(LiveFeedServer server, params string[] texts)
    {
        await using var db = server.Services.GetRequiredService<ILiveFeedContextFactory>().Create();
        await using var connection = await TestDatabase.OpenAsync(server.DataDirectory);
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    var value = reader.GetValue(i) switch
                    {
                        byte[] bytes => Encoding.UTF8.GetString(bytes),
                        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)!,
                    };
                    found.AddRange(texts.Where(text => value.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(text => $"{table}.{reader.GetName(i)}: {text} in {value}"));
                }
            }
        }

        return found;
    }

    /// <summary>Waits until none of these texts is stored.</summary>
    public static async Task GoneAsync(LiveFeedServer server, params string[] texts)
    {
        IReadOnlyList<string> found = [];
        try
        {
            await Eventually.TrueAsync(async () => (found = await FindAsync(server, texts)).Count == 0, within: TimeSpan.FromSeconds(20));
        }
        finally
        {
            Assert.Empty(found);
        }
    }
}
