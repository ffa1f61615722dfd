using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>Adds rows of one table by one prepared statement, as the model maps them.</summary>
internal static class PreparedInsert
{
    private static readonly ConcurrentDictionary<IEntityType, Table> Tables = new();

    public static async Task RunAsync(DbContext db, Type type, IEnumerable<object> rows)
    {
        var table = Tables.GetOrAdd(db.Model.FindEntityType(type)!, entity => new Table(entity, db.GetService<ISqlGenerationHelper>()));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = table.Insert;
        foreach (var column in table.Columns)
            command.Parameters.Add(column.CreateParameter(command));
        await command.PrepareAsync();
        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Count; i++)
                command.Parameters[i].Value = table.Columns[i].ValueOf(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    private sealed class Table
    {
        public Table(IEntityType entity, ISqlGenerationHelper sql)
        {
            Columns = [.. entity.GetProperties().Select((property, index) => new Column(property, $"@p{index}"))];
            Insert = $"INSERT INTO {sql.DelimitIdentifier(entity.GetTableName()!)} ({string.Join(", ", Columns.Select(column => sql.DelimitIdentifier(column.Name)))}) "
                + $"VALUES ({string.Join(", ", Columns.Select(column => column.Parameter))})";
        }

        public string Insert { get; }

        public IReadOnlyList<Column> Columns { get; }
    }

    private sealed class Column(IProperty property, string parameter)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name => property.GetColumnName();

        public string Parameter => parameter;

        public DbParameter CreateParameter(DbCommand command) => mapping.CreateParameter(command, parameter, null, property.IsNullable);

        public object? ValueOf(object row)
        {
            var value = getter.GetClrValue(row);
            return mapping.Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;
        }
    }
}
