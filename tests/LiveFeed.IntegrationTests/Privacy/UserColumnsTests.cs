using LiveFeed.Domain.Accounts;
using LiveFeed.Domain.Feed;
using LiveFeed.Domain.Privacy;
using LiveFeed.Domain.Schedules;
using LiveFeed.Infrastructure.Persistence;
using LiveFeed.Infrastructure.Privacy;
using Microsoft.EntityFrameworkCore;

namespace LiveFeed.IntegrationTests.Privacy;

/// <summary>No place where a user is named is forgotten when an account is erased.</summary>
public sealed class UserColumnsTests
{
    [Fact]
    public void Every_column_with_a_users_id_is_in_the_list_of_what_an_erasure_does()
    {
        using var db = new SqliteContextDesign().CreateDbContext([]);
        var stored = db.Model.GetEntityTypes().SelectMany(table => table.GetProperties().Where(property => HasUserId(property.ClrType, [])).Select(property => $"{table.ClrType.Name}.{property.Name}"));
        Assert.Equal(stored.Order(StringComparer.Ordinal), UserColumns.All.Select(column => $"{column.Row.Name}.{column.Property}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_docs_say_of_every_column_what_becomes_of_it()
    {
        using var db = new SqliteContextDesign().CreateDbContext([]);
        var documented = Repository.Read("docs/privacy.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|')).Select(cells => $"{cells[1].Trim(' ', '`')} {cells[2].Trim()}");
        var expected = UserColumns.All.Select(column =>
        {
            var table = db.Model.FindEntityType(column.Row)!;
            return $"{table.GetTableName()}.{table.FindProperty(column.Property)!.GetColumnName()} {column.Fate.ToString().ToLowerInvariant()}";
        });
        Assert.Equal(expected.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_column_is_in_a_list_of_what_a_user_exports_or_is_none_of_the_users_data()
    {
        var lists = UserColumns.All.Where(column => column.List is not null).Select(column => column.List).Append(nameof(OwnDataView.ExportedAt)).Distinct();
        Assert.Equal(typeof(OwnDataView).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal), lists.Order(StringComparer.Ordinal));
        // A secret of a minute, responses that are stored for repeats, and a mark on messages of others.
        Assert.Equal(["StreamTicket.UserId", "IdempotencyRecord.UserId", "Message.DeletedBy"], UserColumns.All.Where(column => column.List is null).Select(column => $"{column.Row.Name}.{column.Property}"));
    }

    [Fact]
    public void Every_type_of_entry_that_names_users_is_searched_for_names() => Assert.Equal(
        EntryShapes.All.Where(shape => new[] { typeof(PersonView), typeof(Official) }.Any(person => Has(shape.Body, person, []))).Select(shape => shape.Type).Order(StringComparer.Ordinal),
        EntryTypes.NamingUsers.Order(StringComparer.Ordinal));

    private static bool HasUserId(Type type, HashSet<Type> seen) => Has(type, typeof(UserId), seen);

    private static bool Has(Type type, Type wanted, HashSet<Type> seen)
    {
        if (type == wanted || Nullable.GetUnderlyingType(type) == wanted)
            return true;
        if (!seen.Add(type))
            return false;
        return (type.IsGenericType && type.GetGenericArguments().Any(argument => Has(argument, wanted, seen)))
            || (type.HasElementType && Has(type.GetElementType()!, wanted, seen))
            || (type.Namespace?.StartsWith("LiveFeed", StringComparison.Ordinal) == true && type.GetProperties().Any(property => Has(property.PropertyType, wanted, seen)));
    }
}
