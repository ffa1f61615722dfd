using System.Collections.Concurrent;
using System.Data.Common;
using LiveFeed.Infrastructure.Persistence.Engines;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LiveFeed.Infrastructure.Persistence;

/// <summary>
/// Inserts and updates rows as the model maps them. EF Core makes a statement of its own for every row, and the database parses it anew
/// each time. A profile showed that to be a large part of the cost of a score. Here a table's statement is made once, and prepared.
/// </summary>
internal static class PreparedStatements
{
    private static readonly ConcurrentDictionary<IEntityType, Table> Tables = new();

    /// <summary>Writes tracked entities that have changed, with all their columns. Afterwards they count as unchanged.</summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is gone, or its concurrency tokens differ from those that were
    /// read.</exception>
    public static async Task UpdateAsync(DbContext db)
    {
        foreach (var entry in await WriteAsync(db, []))
        {
            // Without this, the next line would put the values back that were read.
            entry.OriginalValues.SetValues(entry.CurrentValues);
            entry.State = EntityState.Unchanged;
        }
    }

    /// <summary>
    /// Writes tracked entities that have changed, with all their columns, and then inserts rows. Returns those entities. They still count as changed: nothing else
    /// may be saved afterwards.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">A row is gone, or its concurrency tokens differ from those that were
    /// read.</exception>
    public static async Task<IReadOnlyList<EntityEntry>> WriteAsync(DbContext db, IReadOnlyList<object> inserted)
    {
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified).ToList();
        if (changed.Count + inserted.Count == 0)
            return changed;
        var affected = await RunAsync(db,
        [
            .. changed.Select(entry => TableOf(db, entry.Metadata).Update(entry)),
            .. inserted.Select(row => TableOf(db, db.Model.FindEntityType(row.GetType())!).Insert(row)),
        ]);
        for (var i = 0; i < changed.Count; i++)
        {
            if (affected[i] == 0)
                throw new DbUpdateConcurrencyException($"A row of {changed[i].Metadata.GetTableName()} was changed by another writer.");
        }

        return changed;
    }

    /// <summary>Executes statements, in one round trip if there is a server. Returns how many rows each of them affected.</summary>
    private static async Task<IReadOnlyList<int>> RunAsync(DbContext db, IReadOnlyList<Statement> statements)
    {
        var connection = db.Database.GetDbConnection();
        return connection is SqliteConnection sqlite
            ? SqliteStatements.Run(sqlite, statements.Select(statement => (statement.Shape.Sql, statement.Values)))
            : await RunTogetherAsync(connection, db.Database.CurrentTransaction!.GetDbTransaction(), statements);
    }

    private static async Task<List<int>> RunTogetherAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Statement> statements)
    {
        await using var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        await using var factory = connection.CreateCommand();
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Shape.Sql;
            for (var i = 0; i < statement.Values.Length; i++)
            {
                var parameter = statement.Shape.Columns[i].CreateParameter(factory, i);
                parameter.Value = statement.Values[i];
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
        return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
    }

    private static Table TableOf(DbContext db, IEntityType entity) =>
        Tables.GetOrAdd(entity, static (entity, sql) => new Table(entity, sql), db.GetService<ISqlGenerationHelper>());

    /// <summary>A statement without its values. A table has few, each made once, so that they are compared as objects.</summary>
    private sealed class Shape(string sql, IReadOnlyList<Column> columns)
    {
        public string Sql => sql;

        public IReadOnlyList<Column> Columns => columns;
    }

    /// <summary>A statement with the values of its parameters, in the order of their columns.</summary>
    private readonly record struct Statement(Shape Shape, object[] Values);

    private sealed class Table
    {
        private readonly Shape insert;
        private readonly string update;
        private readonly Func<Column, string> nameOf;
        private readonly IReadOnlyList<Column> columns;
        private readonly IReadOnlyList<Column> changing;

        // By which of the identifying columns are null, a bit for each.
        private readonly ConcurrentDictionary<int, Shape> updates = new();

        // The key, and the columns that must still be as they were read.
        private readonly IReadOnlyList<Column> identifying;

        public Table(IEntityType entity, ISqlGenerationHelper sql)
        {
            columns = [.. entity.GetProperties().Select(property => new Column(property))];
            changing = [.. columns.Where(column => !column.IsKey)];
            identifying = [.. columns.Where(column => column.IsKey || column.IsConcurrencyToken)];
            var name = sql.DelimitIdentifier(entity.GetTableName()!);
            insert = new Shape($"INSERT INTO {name} ({string.Join(", ", columns.Select(Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", columns);
            update = $"UPDATE {name} SET {string.Join(", ", changing.Select((column, i) => $"{Name(column)} = @p{i}"))} WHERE ";
            nameOf = Name;

            string Name(Column column) => sql.DelimitIdentifier(column.Name);
        }

        public Statement Insert(object row)
        {
            var values = new object[columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = columns[i].ValueOf(row);
            return new Statement(insert, values);
        }

        public Statement Update(EntityEntry entry)
        {
            var values = new object[changing.Count + identifying.Count];
            for (var i = 0; i < changing.Count; i++)
                values[i] = changing[i].ValueOf(entry.Entity);
            var (count, nulls) = (changing.Count, 0);
            for (var i = 0; i < identifying.Count; i++)
            {
                var value = identifying[i].OriginalValueOf(entry);
                if (value is DBNull)
                    nulls |= 1 << i;
                else
                    values[count++] = value;
            }

            Array.Resize(ref values, count);
            return new Statement(updates.GetOrAdd(nulls, CreateUpdate), values);
        }

        private Shape CreateUpdate(int nulls)
        {
            var columns = changing.ToList();
            var conditions = new List<string>(identifying.Count);
            for (var i = 0; i < identifying.Count; i++)
            {
                // In SQL, nothing equals NULL.
                if ((nulls & (1 << i)) != 0)
                {
                    conditions.Add($"{nameOf(identifying[i])} IS NULL");
                    continue;
                }

                conditions.Add($"{nameOf(identifying[i])} = @p{columns.Count}");
                columns.Add(identifying[i]);
            }

            return new Shape(update + string.Join(" AND ", conditions), columns);
        }
    }

    private sealed class Column(IProperty property)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();

        public string Name => property.GetColumnName();

        public bool IsKey => property.IsPrimaryKey();

        public bool IsConcurrencyToken => property.IsConcurrencyToken;

        public DbParameter CreateParameter(DbCommand command, int index) => mapping.CreateParameter(command, $"@p{index}", null, property.IsNullable);

        public object ValueOf(object row) => Stored(getter.GetClrValue(row));

        public object OriginalValueOf(EntityEntry entry) => IsKey ? ValueOf(entry.Entity) : Stored(entry.OriginalValues[property]);

        private object Stored(object? value) =>
            (mapping.Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
    }
}
