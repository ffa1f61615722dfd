IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [events] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [sport] nvarchar(32) NOT NULL,
        [best_of] int NULL,
        [visibility] int NOT NULL,
        [starts_at] datetimeoffset(3) NULL,
        [ends_at] datetimeoffset(3) NULL,
        [archived] bit NOT NULL,
        [created_at] datetimeoffset(3) NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_events] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [idempotency_records] (
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [request_hash] nvarchar(64) NOT NULL,
        [answer_json] nvarchar(max) NOT NULL,
        [expires_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_idempotency_records] PRIMARY KEY ([user_id], [key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [refresh_tokens] (
        [hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [family_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [expires_at] datetimeoffset(3) NOT NULL,
        [used_at] datetimeoffset(3) NULL,
        CONSTRAINT [PK_refresh_tokens] PRIMARY KEY ([hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [stream_tickets] (
        [hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [expires_at] datetimeoffset(3) NOT NULL,
        [access_ends_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_stream_tickets] PRIMARY KEY ([hash])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [users] (
        [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [email] nvarchar(254) NOT NULL,
        [display_name] nvarchar(80) NOT NULL,
        [password_hash] nvarchar(200) NOT NULL,
        [role] int NOT NULL,
        [created_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_users] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [claims] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [holder_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [holder_name] nvarchar(80) NOT NULL,
        [claimed_at] datetimeoffset(3) NOT NULL,
        [expires_at] datetimeoffset(3) NOT NULL,
        [told_expires_at] datetimeoffset(3) NOT NULL,
        [uses] int NOT NULL,
        CONSTRAINT [PK_claims] PRIMARY KEY ([event_id], [match_id]),
        CONSTRAINT [FK_claims_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [courts] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] int NOT NULL,
        [name] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_courts] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_courts_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [coverage] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [updated_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_coverage] PRIMARY KEY ([event_id], [user_id], [match_id]),
        CONSTRAINT [FK_coverage_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [divisions] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] int NOT NULL,
        [name] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_divisions] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_divisions_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [feed_entries] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sequence] bigint NOT NULL,
        [type] nvarchar(32) NOT NULL,
        [key] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [removed] bit NOT NULL,
        [match_id] int NULL,
        [team1_id] int NULL,
        [team2_id] int NULL,
        [division_id] int NULL,
        [payload] varbinary(max) NOT NULL,
        CONSTRAINT [PK_feed_entries] PRIMARY KEY ([event_id], [sequence]),
        CONSTRAINT [FK_feed_entries_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [feed_heads] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [epoch] nvarchar(16) NOT NULL,
        [sequence] bigint NOT NULL,
        [access_version] bigint NOT NULL,
        CONSTRAINT [PK_feed_heads] PRIMARY KEY ([event_id]),
        CONSTRAINT [FK_feed_heads_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [matches] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] int NOT NULL,
        [division_id] int NULL,
        [court_id] int NULL,
        [team1_id] int NULL,
        [team2_id] int NULL,
        [team1_label] nvarchar(200) NULL,
        [team2_label] nvarchar(200) NULL,
        [starts_at] datetimeoffset(3) NULL,
        [ends_at] datetimeoffset(3) NULL,
        CONSTRAINT [PK_matches] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_matches_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [members] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [role] int NOT NULL,
        [team_ids] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_members] PRIMARY KEY ([event_id], [user_id]),
        CONSTRAINT [FK_members_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [score_conflicts] (
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [sets] nvarchar(2000) NOT NULL,
        [status] int NOT NULL,
        [occurred_at] datetimeoffset(3) NOT NULL,
        [received_at] datetimeoffset(3) NOT NULL,
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [client_update_id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [current_version] int NOT NULL,
        CONSTRAINT [PK_score_conflicts] PRIMARY KEY ([id]),
        CONSTRAINT [FK_score_conflicts_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [score_revisions] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [version] int NOT NULL,
        [sets] nvarchar(2000) NOT NULL,
        [status] int NOT NULL,
        [occurred_at] datetimeoffset(3) NOT NULL,
        [recorded_at] datetimeoffset(3) NOT NULL,
        [updated_by] nvarchar(64) NOT NULL,
        [client_update_id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_score_revisions] PRIMARY KEY ([event_id], [match_id], [version]),
        CONSTRAINT [FK_score_revisions_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [scores] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [sets] nvarchar(2000) NOT NULL,
        [status] int NOT NULL,
        [sets_won1] int NOT NULL,
        [sets_won2] int NOT NULL,
        [winner] int NULL,
        [version] int NOT NULL,
        [occurred_at] datetimeoffset(3) NOT NULL,
        [updated_by] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_scores] PRIMARY KEY ([event_id], [match_id]),
        CONSTRAINT [FK_scores_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE TABLE [teams] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] int NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [division_id] int NULL,
        CONSTRAINT [PK_teams] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_teams_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_claims_expires_at] ON [claims] ([expires_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_events_visibility_starts_at] ON [events] ([visibility], [starts_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_feed_entries_event_id_key_sequence] ON [feed_entries] ([event_id], [key], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_idempotency_records_expires_at] ON [idempotency_records] ([expires_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_matches_event_id_starts_at] ON [matches] ([event_id], [starts_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_members_user_id] ON [members] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_refresh_tokens_expires_at] ON [refresh_tokens] ([expires_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_refresh_tokens_family_id] ON [refresh_tokens] ([family_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_score_conflicts_event_id_received_at] ON [score_conflicts] ([event_id], [received_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_scores_event_id_status] ON [scores] ([event_id], [status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE INDEX [IX_stream_tickets_expires_at] ON [stream_tickets] ([expires_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_users_email] ON [users] ([email]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261120134650_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261120134650_Initial', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    DELETE FROM claims WHERE NOT EXISTS (SELECT 1 FROM matches WHERE matches.event_id = claims.event_id AND matches.id = claims.match_id)
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    DELETE FROM coverage WHERE NOT EXISTS (SELECT 1 FROM matches WHERE matches.event_id = coverage.event_id AND matches.id = coverage.match_id)
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    DELETE FROM score_conflicts WHERE NOT EXISTS (SELECT 1 FROM matches WHERE matches.event_id = score_conflicts.event_id AND matches.id = score_conflicts.match_id)
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    DELETE FROM score_revisions WHERE NOT EXISTS (SELECT 1 FROM matches WHERE matches.event_id = score_revisions.event_id AND matches.id = score_revisions.match_id)
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    DELETE FROM scores WHERE NOT EXISTS (SELECT 1 FROM matches WHERE matches.event_id = scores.event_id AND matches.id = scores.match_id)
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    DELETE FROM score_revisions WHERE NOT EXISTS (SELECT 1 FROM scores WHERE scores.event_id = score_revisions.event_id AND scores.match_id = score_revisions.match_id)
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [claims] DROP CONSTRAINT [FK_claims_events_event_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [coverage] DROP CONSTRAINT [FK_coverage_events_event_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [score_conflicts] DROP CONSTRAINT [FK_score_conflicts_events_event_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [score_revisions] DROP CONSTRAINT [FK_score_revisions_events_event_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [scores] DROP CONSTRAINT [FK_scores_events_event_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    CREATE TABLE [transactions] (
        [id] uniqueidentifier NOT NULL,
        [at] datetimeoffset(3) NOT NULL,
        [abandoned] bit NOT NULL,
        CONSTRAINT [PK_transactions] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    CREATE INDEX [IX_score_conflicts_event_id_match_id] ON [score_conflicts] ([event_id], [match_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    CREATE INDEX [IX_coverage_event_id_match_id] ON [coverage] ([event_id], [match_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    CREATE INDEX [IX_transactions_at] ON [transactions] ([at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [claims] ADD CONSTRAINT [FK_claims_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [coverage] ADD CONSTRAINT [FK_coverage_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [score_conflicts] ADD CONSTRAINT [FK_score_conflicts_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [score_revisions] ADD CONSTRAINT [FK_score_revisions_scores_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [scores] ([event_id], [match_id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    ALTER TABLE [scores] ADD CONSTRAINT [FK_scores_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125195739_MatchForeignKeysAndTransactions'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125195739_MatchForeignKeysAndTransactions', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_entries] DROP CONSTRAINT [FK_feed_entries_events_event_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_heads] DROP CONSTRAINT [FK_feed_heads_events_event_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_heads] DROP CONSTRAINT [PK_feed_heads];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_entries] DROP CONSTRAINT [PK_feed_entries];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    DROP INDEX [IX_feed_entries_event_id_key_sequence] ON [feed_entries];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    DECLARE @var nvarchar(max);
    SELECT @var = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[feed_heads]') AND [c].[name] = N'event_id');
    IF @var IS NOT NULL EXEC(N'ALTER TABLE [feed_heads] DROP CONSTRAINT ' + @var + ';');
    ALTER TABLE [feed_heads] ALTER COLUMN [event_id] nvarchar(160) COLLATE Latin1_General_100_BIN2 NOT NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    EXEC sp_rename N'[feed_heads].[event_id]', N'topic', 'COLUMN';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    UPDATE feed_heads SET topic = 'events/' + topic;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    DECLARE @var1 nvarchar(max);
    SELECT @var1 = QUOTENAME([d].[name])
    FROM [sys].[default_constraints] [d]
    INNER JOIN [sys].[columns] [c] ON [d].[parent_column_id] = [c].[column_id] AND [d].[parent_object_id] = [c].[object_id]
    WHERE ([d].[parent_object_id] = OBJECT_ID(N'[feed_entries]') AND [c].[name] = N'event_id');
    IF @var1 IS NOT NULL EXEC(N'ALTER TABLE [feed_entries] DROP CONSTRAINT ' + @var1 + ';');
    ALTER TABLE [feed_entries] ALTER COLUMN [event_id] nvarchar(160) COLLATE Latin1_General_100_BIN2 NOT NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    EXEC sp_rename N'[feed_entries].[event_id]', N'topic', 'COLUMN';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    UPDATE feed_entries SET topic = 'events/' + topic;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_entries] ADD [entry_check] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_heads] ADD CONSTRAINT [PK_feed_heads] PRIMARY KEY ([topic]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_entries] ADD CONSTRAINT [PK_feed_entries] PRIMARY KEY ([topic], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    CREATE INDEX [IX_feed_entries_topic_key_sequence] ON [feed_entries] ([topic], [key], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    DELETE FROM feed_entries WHERE NOT EXISTS (SELECT 1 FROM feed_heads WHERE feed_heads.topic = feed_entries.topic);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    ALTER TABLE [feed_entries] ADD CONSTRAINT [FK_feed_entries_feed_heads_topic] FOREIGN KEY ([topic]) REFERENCES [feed_heads] ([topic]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126032257_Topics'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126032257_Topics', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    ALTER TABLE [stream_tickets] ADD [session_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    ALTER TABLE [refresh_tokens] ADD [device] nvarchar(40) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    ALTER TABLE [refresh_tokens] ADD [issued_at] datetimeoffset(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE TABLE [ended_sessions] (
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ended_at] datetimeoffset(3) NOT NULL,
        [expires_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_ended_sessions] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE TABLE [invitations] (
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [role] int NOT NULL,
        [team_ids] nvarchar(max) NOT NULL,
        [uses_left] int NOT NULL,
        [expires_at] datetimeoffset(3) NOT NULL,
        [created_at] datetimeoffset(3) NOT NULL,
        [creator_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_invitations] PRIMARY KEY ([id]),
        CONSTRAINT [FK_invitations_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE INDEX [IX_refresh_tokens_user_id] ON [refresh_tokens] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE INDEX [IX_ended_sessions_ended_at] ON [ended_sessions] ([ended_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE INDEX [IX_ended_sessions_expires_at] ON [ended_sessions] ([expires_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE INDEX [IX_invitations_event_id] ON [invitations] ([event_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE INDEX [IX_invitations_expires_at] ON [invitations] ([expires_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    CREATE UNIQUE INDEX [IX_invitations_hash] ON [invitations] ([hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126111900_Access'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126111900_Access', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [score_conflicts] DROP CONSTRAINT [FK_score_conflicts_matches_event_id_match_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [score_revisions] DROP CONSTRAINT [FK_score_revisions_scores_event_id_match_id];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    DROP INDEX [IX_score_conflicts_event_id_match_id] ON [score_conflicts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [scores] ADD [recorded_at] datetimeoffset(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [feed_entries] ADD [moved_to] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [claims] ADD [clock_offset] bigint NOT NULL DEFAULT CAST(0 AS bigint);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [claims] ADD [device_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [claims] ADD [last_seen_at] datetimeoffset(3) NOT NULL DEFAULT '0001-01-01T00:00:00.000+00:00';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    UPDATE scores SET recorded_at = occurred_at;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    UPDATE claims SET last_seen_at = claimed_at;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    CREATE TABLE [archived_scores] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [side1] nvarchar(200) NOT NULL,
        [side2] nvarchar(200) NOT NULL,
        [archived_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_archived_scores] PRIMARY KEY ([event_id], [match_id]),
        CONSTRAINT [FK_archived_scores_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [score_conflicts] ADD CONSTRAINT [FK_score_conflicts_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    ALTER TABLE [score_revisions] ADD CONSTRAINT [FK_score_revisions_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126123353_ScoresOfMovedMatches'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126123353_ScoresOfMovedMatches', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126234734_HeadChecksAndInstances'
)
BEGIN
    ALTER TABLE [feed_heads] ADD [checked_sequence] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126234734_HeadChecksAndInstances'
)
BEGIN
    ALTER TABLE [feed_heads] ADD [last_check] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126234734_HeadChecksAndInstances'
)
BEGIN
    CREATE TABLE [instances] (
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [beats] bigint NOT NULL,
        [hears_itself] bit NOT NULL,
        CONSTRAINT [PK_instances] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126234734_HeadChecksAndInstances'
)
BEGIN
    CREATE TABLE [schema_compatibility] (
        [id] int NOT NULL,
        [oldest_migration] nvarchar(150) NOT NULL,
        CONSTRAINT [PK_schema_compatibility] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126234734_HeadChecksAndInstances'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'oldest_migration') AND [object_id] = OBJECT_ID(N'[schema_compatibility]'))
        SET IDENTITY_INSERT [schema_compatibility] ON;
    EXEC(N'INSERT INTO [schema_compatibility] ([id], [oldest_migration])
    VALUES (1, N''HeadChecksAndInstances'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'id', N'oldest_migration') AND [object_id] = OBJECT_ID(N'[schema_compatibility]'))
        SET IDENTITY_INSERT [schema_compatibility] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261126234734_HeadChecksAndInstances'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261126234734_HeadChecksAndInstances', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127031600_JobsAndCutFeeds'
)
BEGIN
    ALTER TABLE [feed_heads] ADD [cut_to] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127031600_JobsAndCutFeeds'
)
BEGIN
    CREATE TABLE [jobs] (
        [id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] nvarchar(64) NOT NULL,
        [payload] nvarchar(max) NOT NULL,
        [created_at] datetimeoffset(3) NOT NULL,
        [due_at] datetimeoffset(3) NOT NULL,
        [owner] nvarchar(32) NULL,
        [fence] bigint NOT NULL,
        [leased_until] datetimeoffset(3) NULL,
        [attempts] int NOT NULL,
        [last_error] nvarchar(500) NULL,
        CONSTRAINT [PK_jobs] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127031600_JobsAndCutFeeds'
)
BEGIN
    CREATE INDEX [IX_jobs_due_at] ON [jobs] ([due_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127031600_JobsAndCutFeeds'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127031600_JobsAndCutFeeds', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127041424_TimeZonesAndNumbers'
)
BEGIN
    ALTER TABLE [matches] ADD [number] nvarchar(20) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127041424_TimeZonesAndNumbers'
)
BEGIN
    ALTER TABLE [events] ADD [time_zone] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127041424_TimeZonesAndNumbers'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127041424_TimeZonesAndNumbers', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [scores] ADD [details] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [scores] ADD [official] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [scores] ADD [tie] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [score_revisions] ADD [details] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [score_revisions] ADD [reason] nvarchar(200) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [score_conflicts] ADD [details] nvarchar(2000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [followed_by] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [format] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [leg] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [not_before] datetimeoffset(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [officials] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [played_in] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [pool_id] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [team1_from] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [team2_from] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [tie_id] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [matches] ADD [work_team_id] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [events] ADD [format] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [divisions] ADD [format] nvarchar(500) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    ALTER TABLE [divisions] ADD [standings] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    CREATE TABLE [clocks] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [period] int NOT NULL,
        [state] int NOT NULL,
        [elapsed_ms] int NOT NULL,
        [added] int NULL,
        [read_at] datetimeoffset(3) NOT NULL,
        [updated_by] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_clocks] PRIMARY KEY ([event_id], [match_id]),
        CONSTRAINT [FK_clocks_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    CREATE TABLE [incidents] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [kind] nvarchar(32) NOT NULL,
        [period] int NULL,
        [minute] int NULL,
        [added] int NULL,
        [side] int NULL,
        [person] nvarchar(100) NULL,
        [person2] nvarchar(100) NULL,
        [detail] nvarchar(500) NULL,
        [occurred_at] datetimeoffset(3) NOT NULL,
        [recorded_at] datetimeoffset(3) NOT NULL,
        [order_number] int NOT NULL,
        [recorded_by] nvarchar(64) NOT NULL,
        [client_update_id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [retracted_at] datetimeoffset(3) NULL,
        [retracted_by] nvarchar(64) NULL,
        CONSTRAINT [PK_incidents] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_incidents_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    CREATE TABLE [live_matches] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [since] datetimeoffset(3) NOT NULL,
        [has_statistics] bit NOT NULL,
        CONSTRAINT [PK_live_matches] PRIMARY KEY ([event_id], [match_id]),
        CONSTRAINT [FK_live_matches_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    CREATE TABLE [pools] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [division_id] int NOT NULL,
        [name] nvarchar(200) NOT NULL,
        [teams] nvarchar(max) NOT NULL,
        [ranks] nvarchar(max) NULL,
        [rows] nvarchar(max) NOT NULL,
        [is_complete] bit NOT NULL,
        CONSTRAINT [PK_pools] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_pools_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    CREATE TABLE [statistics_cursors] (
        [topic] nvarchar(160) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [sequence] bigint NOT NULL,
        [published_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_statistics_cursors] PRIMARY KEY ([topic]),
        CONSTRAINT [FK_statistics_cursors_feed_heads_topic] FOREIGN KEY ([topic]) REFERENCES [feed_heads] ([topic]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    CREATE INDEX [IX_incidents_event_id_match_id_recorded_at] ON [incidents] ([event_id], [match_id], [recorded_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127083548_Tournament'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127083548_Tournament', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127100134_Inferred'
)
BEGIN
    ALTER TABLE [score_revisions] ADD [official] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127100134_Inferred'
)
BEGIN
    ALTER TABLE [pools] ADD [published] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127100134_Inferred'
)
BEGIN
    ALTER TABLE [matches] ADD [inferred] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127100134_Inferred'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127100134_Inferred', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    ALTER TABLE [incidents] ADD [person2_id] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    ALTER TABLE [incidents] ADD [person2_number] nvarchar(4) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    ALTER TABLE [incidents] ADD [person_id] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    ALTER TABLE [incidents] ADD [person_number] nvarchar(4) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    ALTER TABLE [events] ADD [public_names] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    CREATE TABLE [lineups] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [match_id] int NOT NULL,
        [side] int NOT NULL,
        [players] nvarchar(max) NOT NULL,
        [updated_at] datetimeoffset(3) NOT NULL,
        [updated_by] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_lineups] PRIMARY KEY ([event_id], [match_id], [side]),
        CONSTRAINT [FK_lineups_matches_event_id_match_id] FOREIGN KEY ([event_id], [match_id]) REFERENCES [matches] ([event_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    CREATE TABLE [players] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] int NOT NULL,
        [team_id] int NOT NULL,
        [name] nvarchar(80) NOT NULL,
        [number] nvarchar(4) NULL,
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_players] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_players_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    CREATE INDEX [IX_players_event_id_team_id] ON [players] ([event_id], [team_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127123250_Players'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127123250_Players', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127155949_TeamTies'
)
BEGIN
    ALTER TABLE [pools] ADD [places_from] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127155949_TeamTies'
)
BEGIN
    ALTER TABLE [matches] ADD [part_of] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127155949_TeamTies'
)
BEGIN
    ALTER TABLE [matches] ADD [rubber] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127155949_TeamTies'
)
BEGIN
    CREATE INDEX [IX_matches_event_id_part_of] ON [matches] ([event_id], [part_of]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127155949_TeamTies'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127155949_TeamTies', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127225453_Announcements'
)
BEGIN
    CREATE TABLE [announcements] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [text] nvarchar(500) NOT NULL,
        [court_id] int NULL,
        [until] datetimeoffset(3) NULL,
        [author_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [author_name] nvarchar(80) NOT NULL,
        [created_at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_announcements] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_announcements_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127225453_Announcements'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127225453_Announcements', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127231319_Webhooks'
)
BEGIN
    CREATE TABLE [webhooks] (
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [topic] nvarchar(160) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [url] nvarchar(2000) NOT NULL,
        [types] nvarchar(max) NULL,
        [secret] nvarchar(100) NOT NULL,
        [previous_secret] nvarchar(100) NULL,
        [previous_secret_until] datetimeoffset(3) NULL,
        [state] int NOT NULL,
        [reason] int NULL,
        [epoch] nvarchar(32) NOT NULL,
        [sequence] bigint NOT NULL,
        [entry_check] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL,
        [retry_to] bigint NULL,
        [failures] int NOT NULL,
        [failing_since] datetimeoffset(3) NULL,
        [next_attempt_at] datetimeoffset(3) NULL,
        [last_success_at] datetimeoffset(3) NULL,
        [last_error] nvarchar(500) NULL,
        [last_error_at] datetimeoffset(3) NULL,
        [created_at] datetimeoffset(3) NOT NULL,
        [creator_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_webhooks] PRIMARY KEY ([id]),
        CONSTRAINT [FK_webhooks_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127231319_Webhooks'
)
BEGIN
    CREATE TABLE [webhook_deliveries] (
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [webhook_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [message_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [type] nvarchar(16) NOT NULL,
        [entry_count] int NOT NULL,
        [attempt] int NOT NULL,
        [sent_at] datetimeoffset(3) NOT NULL,
        [duration_ms] int NOT NULL,
        [status] int NULL,
        [error] nvarchar(500) NULL,
        CONSTRAINT [PK_webhook_deliveries] PRIMARY KEY ([id]),
        CONSTRAINT [FK_webhook_deliveries_webhooks_webhook_id] FOREIGN KEY ([webhook_id]) REFERENCES [webhooks] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127231319_Webhooks'
)
BEGIN
    CREATE INDEX [IX_webhook_deliveries_sent_at] ON [webhook_deliveries] ([sent_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127231319_Webhooks'
)
BEGIN
    CREATE INDEX [IX_webhook_deliveries_webhook_id_id] ON [webhook_deliveries] ([webhook_id], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127231319_Webhooks'
)
BEGIN
    CREATE INDEX [IX_webhooks_event_id] ON [webhooks] ([event_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127231319_Webhooks'
)
BEGIN
    CREATE INDEX [IX_webhooks_state] ON [webhooks] ([state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127231319_Webhooks'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127231319_Webhooks', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128002006_TeamRooms'
)
BEGIN
    CREATE TABLE [messages] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [team_id] int NOT NULL,
        [author_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [text] nvarchar(2000) NULL,
        [posted_at] datetimeoffset(3) NOT NULL,
        [client_message_id] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
        [deleted_by] nvarchar(64) NULL,
        [deleted_at] datetimeoffset(3) NULL,
        CONSTRAINT [PK_messages] PRIMARY KEY ([event_id], [id]),
        CONSTRAINT [FK_messages_teams_event_id_team_id] FOREIGN KEY ([event_id], [team_id]) REFERENCES [teams] ([event_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128002006_TeamRooms'
)
BEGIN
    CREATE TABLE [team_members] (
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [team_id] int NOT NULL,
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [role] nvarchar(16) NOT NULL,
        CONSTRAINT [PK_team_members] PRIMARY KEY ([event_id], [team_id], [user_id]),
        CONSTRAINT [FK_team_members_teams_event_id_team_id] FOREIGN KEY ([event_id], [team_id]) REFERENCES [teams] ([event_id], [id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128002006_TeamRooms'
)
BEGIN
    CREATE INDEX [IX_messages_event_id_team_id_posted_at_id] ON [messages] ([event_id], [team_id], [posted_at], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128002006_TeamRooms'
)
BEGIN
    CREATE INDEX [IX_team_members_user_id] ON [team_members] ([user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128002006_TeamRooms'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261128002006_TeamRooms', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128032948_TeamInvitations'
)
BEGIN
    DROP INDEX [IX_invitations_event_id] ON [invitations];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128032948_TeamInvitations'
)
BEGIN
    ALTER TABLE [invitations] ADD [in_team] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128032948_TeamInvitations'
)
BEGIN
    ALTER TABLE [invitations] ADD [team_id] int NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128032948_TeamInvitations'
)
BEGIN
    CREATE INDEX [IX_invitations_event_id_team_id] ON [invitations] ([event_id], [team_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128032948_TeamInvitations'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261128032948_TeamInvitations', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    ALTER TABLE [users] ADD [scorer_device] nvarchar(64) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    ALTER TABLE [users] ADD [scorer_event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    ALTER TABLE [users] ADD [scorer_link_id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    ALTER TABLE [users] ADD [scorer_until] datetimeoffset(3) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    CREATE TABLE [scorer_links] (
        [id] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [court_id] int NULL,
        [match_id] int NULL,
        [name] nvarchar(80) NULL,
        [expires_at] datetimeoffset(3) NOT NULL,
        [created_at] datetimeoffset(3) NOT NULL,
        [creator_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_scorer_links] PRIMARY KEY ([id]),
        CONSTRAINT [FK_scorer_links_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    CREATE INDEX [IX_users_scorer_link_id] ON [users] ([scorer_link_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    CREATE INDEX [IX_scorer_links_event_id] ON [scorer_links] ([event_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    CREATE INDEX [IX_scorer_links_expires_at] ON [scorer_links] ([expires_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    CREATE UNIQUE INDEX [IX_scorer_links_hash] ON [scorer_links] ([hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128042854_ScorerLinks'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261128042854_ScorerLinks', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128084000_Notifications'
)
BEGIN
    CREATE TABLE [follows] (
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [event_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] nvarchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [target_id] int NOT NULL,
        [since] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_follows] PRIMARY KEY ([user_id], [event_id], [kind], [target_id]),
        CONSTRAINT [FK_follows_events_event_id] FOREIGN KEY ([event_id]) REFERENCES [events] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128084000_Notifications'
)
BEGIN
    CREATE TABLE [inboxes] (
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [last] int NOT NULL,
        [read_up_to] int NOT NULL,
        [settings] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_inboxes] PRIMARY KEY ([user_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128084000_Notifications'
)
BEGIN
    CREATE TABLE [notifications] (
        [user_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [number] int NOT NULL,
        [cause] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [kind] nvarchar(32) NOT NULL,
        [content] nvarchar(max) NOT NULL,
        [at] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_notifications] PRIMARY KEY ([user_id], [number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128084000_Notifications'
)
BEGIN
    CREATE INDEX [IX_follows_event_id_kind_target_id_user_id] ON [follows] ([event_id], [kind], [target_id], [user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128084000_Notifications'
)
BEGIN
    CREATE UNIQUE INDEX [IX_notifications_cause_user_id] ON [notifications] ([cause], [user_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261128084000_Notifications'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261128084000_Notifications', N'10.0.15');
END;

COMMIT;
GO

