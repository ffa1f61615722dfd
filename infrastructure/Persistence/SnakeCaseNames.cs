using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Names tables and columns in snake_case, so that hand-written SQL reads the same on every database.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            entity.SetTableName(JsonNamingPolicy.SnakeCaseLower.ConvertName(entity.GetTableName()!));
            // A column with another name than its property's keeps it.
            foreach (var property in entity.GetProperties().Where(property => property.GetColumnName() == property.Name))
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
