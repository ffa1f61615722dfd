using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

internal static class StringIds
{
    public static void Collate(ModelBuilder model, string collation)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if ((IsText(property.ClrType) && (property.Name is "Id" or "Key" or "Hash" or "Topic" or "Check" or "Cause" || property.Name.EndsWith("Id", StringComparison.Ordinal)))
                || (property.IsPrimaryKey() && property.GetProviderClrType() == typeof(string)))
                property.SetCollation(collation);
        }
    }

    private static bool IsText(Type propertyType) => (Nullable.GetUnderlyingType(propertyType) ?? propertyType) is var type && (type == typeof(string) || type == typeof(EventId) || type == typeof(UserId));
}
