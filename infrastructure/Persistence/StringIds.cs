using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

internal static class StringIds
{
    public static void Collate(ModelBuilder model, string collation)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.ClrType == typeof(string) && (property.Name is "Id" or "Key" or "Hash" or "HolderId" or "Topic" or "Check" || property.Name.EndsWith("Id", StringComparison.Ordinal)))
                property.SetCollation(collation);
        }
    }
}
