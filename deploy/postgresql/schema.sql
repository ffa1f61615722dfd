CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE events (
        id character varying(64) COLLATE "C" NOT NULL,
        name character varying(200) NOT NULL,
        sport character varying(32) NOT NULL,
        best_of integer,
        visibility integer NOT NULL,
        starts_at timestamp(3) with time zone,
        ends_at timestamp(3) with time zone,
        archived boolean NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        version integer NOT NULL,
        CONSTRAINT "PK_events" PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE idempotency_records (
        user_id character varying(64) COLLATE "C" NOT NULL,
        key character varying(128) COLLATE "C" NOT NULL,
        request_hash character varying(64) NOT NULL,
        answer_json text NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_idempotency_records" PRIMARY KEY (user_id, key)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE refresh_tokens (
        hash character varying(64) COLLATE "C" NOT NULL,
        user_id character varying(64) COLLATE "C" NOT NULL,
        family_id character varying(32) COLLATE "C" NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        used_at timestamp(3) with time zone,
        CONSTRAINT "PK_refresh_tokens" PRIMARY KEY (hash)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE stream_tickets (
        hash character varying(64) COLLATE "C" NOT NULL,
        user_id character varying(64) COLLATE "C" NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        access_ends_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_stream_tickets" PRIMARY KEY (hash)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE transactions (
        id uuid NOT NULL,
        at timestamp(3) with time zone NOT NULL,
        abandoned boolean NOT NULL,
        CONSTRAINT "PK_transactions" PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE users (
        id character varying(64) COLLATE "C" NOT NULL,
        email character varying(254) NOT NULL,
        display_name character varying(80) NOT NULL,
        password_hash character varying(200) NOT NULL,
        role integer NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_users" PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE courts (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id integer NOT NULL,
        name character varying(200) NOT NULL,
        CONSTRAINT "PK_courts" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_courts_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE divisions (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id integer NOT NULL,
        name character varying(200) NOT NULL,
        CONSTRAINT "PK_divisions" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_divisions_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE feed_entries (
        event_id character varying(64) COLLATE "C" NOT NULL,
        sequence bigint NOT NULL,
        type character varying(32) NOT NULL,
        key character varying(64) COLLATE "C",
        removed boolean NOT NULL,
        match_id integer,
        team1_id integer,
        team2_id integer,
        division_id integer,
        payload bytea NOT NULL,
        CONSTRAINT "PK_feed_entries" PRIMARY KEY (event_id, sequence),
        CONSTRAINT "FK_feed_entries_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE feed_heads (
        event_id character varying(64) COLLATE "C" NOT NULL,
        epoch character varying(16) NOT NULL,
        sequence bigint NOT NULL,
        access_version bigint NOT NULL,
        CONSTRAINT "PK_feed_heads" PRIMARY KEY (event_id),
        CONSTRAINT "FK_feed_heads_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE matches (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id integer NOT NULL,
        division_id integer,
        court_id integer,
        team1_id integer,
        team2_id integer,
        team1_label character varying(200),
        team2_label character varying(200),
        starts_at timestamp(3) with time zone,
        ends_at timestamp(3) with time zone,
        CONSTRAINT "PK_matches" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_matches_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE members (
        event_id character varying(64) COLLATE "C" NOT NULL,
        user_id character varying(64) COLLATE "C" NOT NULL,
        role integer NOT NULL,
        team_ids text NOT NULL,
        CONSTRAINT "PK_members" PRIMARY KEY (event_id, user_id),
        CONSTRAINT "FK_members_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE teams (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id integer NOT NULL,
        name character varying(200) NOT NULL,
        division_id integer,
        CONSTRAINT "PK_teams" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_teams_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE claims (
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        holder_id character varying(64) COLLATE "C" NOT NULL,
        holder_name character varying(80) NOT NULL,
        claimed_at timestamp(3) with time zone NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        told_expires_at timestamp(3) with time zone NOT NULL,
        uses integer NOT NULL,
        CONSTRAINT "PK_claims" PRIMARY KEY (event_id, match_id),
        CONSTRAINT "FK_claims_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE coverage (
        event_id character varying(64) COLLATE "C" NOT NULL,
        user_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        updated_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_coverage" PRIMARY KEY (event_id, user_id, match_id),
        CONSTRAINT "FK_coverage_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE score_conflicts (
        id character varying(32) COLLATE "C" NOT NULL,
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        sets character varying(2000) NOT NULL,
        status integer NOT NULL,
        occurred_at timestamp(3) with time zone NOT NULL,
        received_at timestamp(3) with time zone NOT NULL,
        user_id character varying(64) COLLATE "C" NOT NULL,
        client_update_id character varying(128) COLLATE "C",
        current_version integer NOT NULL,
        CONSTRAINT "PK_score_conflicts" PRIMARY KEY (id),
        CONSTRAINT "FK_score_conflicts_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE scores (
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        sets character varying(2000) NOT NULL,
        status integer NOT NULL,
        sets_won1 integer NOT NULL,
        sets_won2 integer NOT NULL,
        winner integer,
        version integer NOT NULL,
        occurred_at timestamp(3) with time zone NOT NULL,
        updated_by character varying(64) NOT NULL,
        CONSTRAINT "PK_scores" PRIMARY KEY (event_id, match_id),
        CONSTRAINT "FK_scores_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE TABLE score_revisions (
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        version integer NOT NULL,
        sets character varying(2000) NOT NULL,
        status integer NOT NULL,
        occurred_at timestamp(3) with time zone NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        updated_by character varying(64) NOT NULL,
        client_update_id character varying(128) COLLATE "C",
        CONSTRAINT "PK_score_revisions" PRIMARY KEY (event_id, match_id, version),
        CONSTRAINT "FK_score_revisions_scores_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES scores (event_id, match_id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_claims_expires_at" ON claims (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_coverage_event_id_match_id" ON coverage (event_id, match_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_events_visibility_starts_at" ON events (visibility, starts_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_feed_entries_event_id_key_sequence" ON feed_entries (event_id, key, sequence);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_idempotency_records_expires_at" ON idempotency_records (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_matches_event_id_starts_at" ON matches (event_id, starts_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_members_user_id" ON members (user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_refresh_tokens_expires_at" ON refresh_tokens (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_refresh_tokens_family_id" ON refresh_tokens (family_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_score_conflicts_event_id_match_id" ON score_conflicts (event_id, match_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_score_conflicts_event_id_received_at" ON score_conflicts (event_id, received_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_scores_event_id_status" ON scores (event_id, status);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_stream_tickets_expires_at" ON stream_tickets (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE INDEX "IX_transactions_at" ON transactions (at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    CREATE UNIQUE INDEX "IX_users_email" ON users (email);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261125195529_Initial') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261125195529_Initial', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_entries DROP CONSTRAINT "FK_feed_entries_events_event_id";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_heads DROP CONSTRAINT "FK_feed_heads_events_event_id";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_heads DROP CONSTRAINT "PK_feed_heads";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_entries DROP CONSTRAINT "PK_feed_entries";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    DROP INDEX "IX_feed_entries_event_id_key_sequence";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_heads ALTER COLUMN event_id TYPE character varying(160) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_heads RENAME COLUMN event_id TO topic;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    UPDATE feed_heads SET topic = 'events/' || topic;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_entries ALTER COLUMN event_id TYPE character varying(160) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_entries RENAME COLUMN event_id TO topic;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    UPDATE feed_entries SET topic = 'events/' || topic;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_entries ADD entry_check character varying(4) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_heads ADD CONSTRAINT "PK_feed_heads" PRIMARY KEY (topic);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_entries ADD CONSTRAINT "PK_feed_entries" PRIMARY KEY (topic, sequence);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    CREATE INDEX "IX_feed_entries_topic_key_sequence" ON feed_entries (topic, key, sequence);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    DELETE FROM feed_entries WHERE NOT EXISTS (SELECT 1 FROM feed_heads WHERE feed_heads.topic = feed_entries.topic);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    ALTER TABLE feed_entries ADD CONSTRAINT "FK_feed_entries_feed_heads_topic" FOREIGN KEY (topic) REFERENCES feed_heads (topic) ON DELETE CASCADE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126031625_Topics') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126031625_Topics', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    ALTER TABLE stream_tickets ADD session_id character varying(32) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    ALTER TABLE refresh_tokens ADD device character varying(40);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    ALTER TABLE refresh_tokens ADD issued_at timestamp(3) with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE TABLE ended_sessions (
        id character varying(32) COLLATE "C" NOT NULL,
        ended_at timestamp(3) with time zone NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_ended_sessions" PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE TABLE invitations (
        id character varying(32) COLLATE "C" NOT NULL,
        event_id character varying(64) COLLATE "C" NOT NULL,
        hash character varying(64) COLLATE "C" NOT NULL,
        role integer NOT NULL,
        team_ids text NOT NULL,
        uses_left integer NOT NULL,
        expires_at timestamp(3) with time zone NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        creator_id character varying(64) COLLATE "C" NOT NULL,
        CONSTRAINT "PK_invitations" PRIMARY KEY (id),
        CONSTRAINT "FK_invitations_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE INDEX "IX_refresh_tokens_user_id" ON refresh_tokens (user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE INDEX "IX_ended_sessions_ended_at" ON ended_sessions (ended_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE INDEX "IX_ended_sessions_expires_at" ON ended_sessions (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE INDEX "IX_invitations_event_id" ON invitations (event_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE INDEX "IX_invitations_expires_at" ON invitations (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    CREATE UNIQUE INDEX "IX_invitations_hash" ON invitations (hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126111900_Access') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126111900_Access', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE score_conflicts DROP CONSTRAINT "FK_score_conflicts_matches_event_id_match_id";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE score_revisions DROP CONSTRAINT "FK_score_revisions_scores_event_id_match_id";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    DROP INDEX "IX_score_conflicts_event_id_match_id";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE scores ADD recorded_at timestamp(3) with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE feed_entries ADD moved_to character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE claims ADD clock_offset bigint NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE claims ADD device_id character varying(64) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE claims ADD last_seen_at timestamp(3) with time zone NOT NULL DEFAULT TIMESTAMPTZ '-infinity';
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    UPDATE scores SET recorded_at = occurred_at;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    UPDATE claims SET last_seen_at = claimed_at;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    CREATE TABLE archived_scores (
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        side1 character varying(200) NOT NULL,
        side2 character varying(200) NOT NULL,
        archived_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_archived_scores" PRIMARY KEY (event_id, match_id),
        CONSTRAINT "FK_archived_scores_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE score_conflicts ADD CONSTRAINT "FK_score_conflicts_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    ALTER TABLE score_revisions ADD CONSTRAINT "FK_score_revisions_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126123348_ScoresOfMovedMatches') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126123348_ScoresOfMovedMatches', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126234732_HeadChecksAndInstances') THEN
    ALTER TABLE feed_heads ADD checked_sequence bigint;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126234732_HeadChecksAndInstances') THEN
    ALTER TABLE feed_heads ADD last_check character varying(4) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126234732_HeadChecksAndInstances') THEN
    CREATE TABLE instances (
        id character varying(32) COLLATE "C" NOT NULL,
        beats bigint NOT NULL,
        hears_itself boolean NOT NULL,
        CONSTRAINT "PK_instances" PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126234732_HeadChecksAndInstances') THEN
    CREATE TABLE schema_compatibility (
        id integer NOT NULL,
        oldest_migration character varying(150) NOT NULL,
        CONSTRAINT "PK_schema_compatibility" PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126234732_HeadChecksAndInstances') THEN
    INSERT INTO schema_compatibility (id, oldest_migration)
    VALUES (1, 'HeadChecksAndInstances');
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261126234732_HeadChecksAndInstances') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261126234732_HeadChecksAndInstances', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127031557_JobsAndCutFeeds') THEN
    ALTER TABLE feed_heads ADD cut_to bigint;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127031557_JobsAndCutFeeds') THEN
    CREATE TABLE jobs (
        id character varying(128) COLLATE "C" NOT NULL,
        kind character varying(64) NOT NULL,
        payload text NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        due_at timestamp(3) with time zone NOT NULL,
        owner character varying(32),
        fence bigint NOT NULL,
        leased_until timestamp(3) with time zone,
        attempts integer NOT NULL,
        last_error character varying(500),
        CONSTRAINT "PK_jobs" PRIMARY KEY (id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127031557_JobsAndCutFeeds') THEN
    CREATE INDEX "IX_jobs_due_at" ON jobs (due_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127031557_JobsAndCutFeeds') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127031557_JobsAndCutFeeds', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127041419_TimeZonesAndNumbers') THEN
    ALTER TABLE matches ADD number character varying(20);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127041419_TimeZonesAndNumbers') THEN
    ALTER TABLE events ADD time_zone character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127041419_TimeZonesAndNumbers') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127041419_TimeZonesAndNumbers', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE scores ADD details character varying(2000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE scores ADD official boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE scores ADD tie text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE score_revisions ADD details character varying(2000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE score_revisions ADD reason character varying(200);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE score_conflicts ADD details character varying(2000);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD followed_by integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD format character varying(500);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD leg integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD not_before timestamp(3) with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD officials text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD played_in character varying(500);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD pool_id character varying(20) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD team1_from text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD team2_from text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD tie_id character varying(20) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE matches ADD work_team_id integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE events ADD format character varying(500);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE divisions ADD format character varying(500);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    ALTER TABLE divisions ADD standings text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    CREATE TABLE clocks (
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        period integer NOT NULL,
        state integer NOT NULL,
        elapsed_ms integer NOT NULL,
        added integer,
        read_at timestamp(3) with time zone NOT NULL,
        updated_by character varying(64) NOT NULL,
        CONSTRAINT "PK_clocks" PRIMARY KEY (event_id, match_id),
        CONSTRAINT "FK_clocks_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    CREATE TABLE incidents (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id character varying(32) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        kind character varying(32) NOT NULL,
        period integer,
        minute integer,
        added integer,
        side integer,
        person character varying(100),
        person2 character varying(100),
        detail character varying(500),
        occurred_at timestamp(3) with time zone NOT NULL,
        recorded_at timestamp(3) with time zone NOT NULL,
        order_number integer NOT NULL,
        recorded_by character varying(64) NOT NULL,
        client_update_id character varying(128) COLLATE "C",
        retracted_at timestamp(3) with time zone,
        retracted_by character varying(64),
        CONSTRAINT "PK_incidents" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_incidents_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    CREATE TABLE live_matches (
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        since timestamp(3) with time zone NOT NULL,
        has_statistics boolean NOT NULL,
        CONSTRAINT "PK_live_matches" PRIMARY KEY (event_id, match_id),
        CONSTRAINT "FK_live_matches_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    CREATE TABLE pools (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id character varying(20) COLLATE "C" NOT NULL,
        division_id integer NOT NULL,
        name character varying(200) NOT NULL,
        teams text NOT NULL,
        ranks text,
        rows text NOT NULL,
        is_complete boolean NOT NULL,
        CONSTRAINT "PK_pools" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_pools_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    CREATE TABLE statistics_cursors (
        topic character varying(160) COLLATE "C" NOT NULL,
        sequence bigint NOT NULL,
        published_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_statistics_cursors" PRIMARY KEY (topic),
        CONSTRAINT "FK_statistics_cursors_feed_heads_topic" FOREIGN KEY (topic) REFERENCES feed_heads (topic) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    CREATE INDEX "IX_incidents_event_id_match_id_recorded_at" ON incidents (event_id, match_id, recorded_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127083546_Tournament') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127083546_Tournament', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127100127_Inferred') THEN
    ALTER TABLE score_revisions ADD official boolean NOT NULL DEFAULT FALSE;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127100127_Inferred') THEN
    ALTER TABLE pools ADD published character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127100127_Inferred') THEN
    ALTER TABLE matches ADD inferred integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127100127_Inferred') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127100127_Inferred', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    ALTER TABLE incidents ADD person2_id integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    ALTER TABLE incidents ADD person2_number character varying(4);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    ALTER TABLE incidents ADD person_id integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    ALTER TABLE incidents ADD person_number character varying(4);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    ALTER TABLE events ADD public_names integer NOT NULL DEFAULT 0;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    CREATE TABLE lineups (
        event_id character varying(64) COLLATE "C" NOT NULL,
        match_id integer NOT NULL,
        side integer NOT NULL,
        players text NOT NULL,
        updated_at timestamp(3) with time zone NOT NULL,
        updated_by character varying(64) NOT NULL,
        CONSTRAINT "PK_lineups" PRIMARY KEY (event_id, match_id, side),
        CONSTRAINT "FK_lineups_matches_event_id_match_id" FOREIGN KEY (event_id, match_id) REFERENCES matches (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    CREATE TABLE players (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id integer NOT NULL,
        team_id integer NOT NULL,
        name character varying(80) NOT NULL,
        number character varying(4),
        user_id character varying(64) COLLATE "C",
        CONSTRAINT "PK_players" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_players_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    CREATE INDEX "IX_players_event_id_team_id" ON players (event_id, team_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127123247_Players') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127123247_Players', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127155944_TeamTies') THEN
    ALTER TABLE pools ADD places_from text;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127155944_TeamTies') THEN
    ALTER TABLE matches ADD part_of integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127155944_TeamTies') THEN
    ALTER TABLE matches ADD rubber integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127155944_TeamTies') THEN
    CREATE INDEX "IX_matches_event_id_part_of" ON matches (event_id, part_of);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127155944_TeamTies') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127155944_TeamTies', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127225448_Announcements') THEN
    CREATE TABLE announcements (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id character varying(32) COLLATE "C" NOT NULL,
        text character varying(500) NOT NULL,
        court_id integer,
        until timestamp(3) with time zone,
        author_id character varying(64) COLLATE "C" NOT NULL,
        author_name character varying(80) NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_announcements" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_announcements_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127225448_Announcements') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127225448_Announcements', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127231308_Webhooks') THEN
    CREATE TABLE webhooks (
        id character varying(32) COLLATE "C" NOT NULL,
        event_id character varying(64) COLLATE "C" NOT NULL,
        topic character varying(160) COLLATE "C" NOT NULL,
        url character varying(2000) NOT NULL,
        types text,
        secret character varying(100) NOT NULL,
        previous_secret character varying(100),
        previous_secret_until timestamp(3) with time zone,
        state integer NOT NULL,
        reason integer,
        epoch character varying(32) NOT NULL,
        sequence bigint NOT NULL,
        entry_check character varying(4) COLLATE "C",
        retry_to bigint,
        failures integer NOT NULL,
        failing_since timestamp(3) with time zone,
        next_attempt_at timestamp(3) with time zone,
        last_success_at timestamp(3) with time zone,
        last_error character varying(500),
        last_error_at timestamp(3) with time zone,
        created_at timestamp(3) with time zone NOT NULL,
        creator_id character varying(64) COLLATE "C" NOT NULL,
        version integer NOT NULL,
        CONSTRAINT "PK_webhooks" PRIMARY KEY (id),
        CONSTRAINT "FK_webhooks_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127231308_Webhooks') THEN
    CREATE TABLE webhook_deliveries (
        id character varying(32) COLLATE "C" NOT NULL,
        webhook_id character varying(32) COLLATE "C" NOT NULL,
        message_id character varying(64) COLLATE "C" NOT NULL,
        type character varying(16) NOT NULL,
        entry_count integer NOT NULL,
        attempt integer NOT NULL,
        sent_at timestamp(3) with time zone NOT NULL,
        duration_ms integer NOT NULL,
        status integer,
        error character varying(500),
        CONSTRAINT "PK_webhook_deliveries" PRIMARY KEY (id),
        CONSTRAINT "FK_webhook_deliveries_webhooks_webhook_id" FOREIGN KEY (webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127231308_Webhooks') THEN
    CREATE INDEX "IX_webhook_deliveries_sent_at" ON webhook_deliveries (sent_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127231308_Webhooks') THEN
    CREATE INDEX "IX_webhook_deliveries_webhook_id_id" ON webhook_deliveries (webhook_id, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127231308_Webhooks') THEN
    CREATE INDEX "IX_webhooks_event_id" ON webhooks (event_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127231308_Webhooks') THEN
    CREATE INDEX "IX_webhooks_state" ON webhooks (state);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261127231308_Webhooks') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261127231308_Webhooks', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128002003_TeamRooms') THEN
    CREATE TABLE messages (
        event_id character varying(64) COLLATE "C" NOT NULL,
        id character varying(32) COLLATE "C" NOT NULL,
        team_id integer NOT NULL,
        author_id character varying(64) COLLATE "C" NOT NULL,
        text character varying(2000),
        posted_at timestamp(3) with time zone NOT NULL,
        client_message_id character varying(128) COLLATE "C",
        deleted_by character varying(64),
        deleted_at timestamp(3) with time zone,
        CONSTRAINT "PK_messages" PRIMARY KEY (event_id, id),
        CONSTRAINT "FK_messages_teams_event_id_team_id" FOREIGN KEY (event_id, team_id) REFERENCES teams (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128002003_TeamRooms') THEN
    CREATE TABLE team_members (
        event_id character varying(64) COLLATE "C" NOT NULL,
        team_id integer NOT NULL,
        user_id character varying(64) COLLATE "C" NOT NULL,
        role character varying(16) NOT NULL,
        CONSTRAINT "PK_team_members" PRIMARY KEY (event_id, team_id, user_id),
        CONSTRAINT "FK_team_members_teams_event_id_team_id" FOREIGN KEY (event_id, team_id) REFERENCES teams (event_id, id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128002003_TeamRooms') THEN
    CREATE INDEX "IX_messages_event_id_team_id_posted_at_id" ON messages (event_id, team_id, posted_at, id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128002003_TeamRooms') THEN
    CREATE INDEX "IX_team_members_user_id" ON team_members (user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128002003_TeamRooms') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261128002003_TeamRooms', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128032945_TeamInvitations') THEN
    DROP INDEX "IX_invitations_event_id";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128032945_TeamInvitations') THEN
    ALTER TABLE invitations ADD in_team integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128032945_TeamInvitations') THEN
    ALTER TABLE invitations ADD team_id integer;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128032945_TeamInvitations') THEN
    CREATE INDEX "IX_invitations_event_id_team_id" ON invitations (event_id, team_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128032945_TeamInvitations') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261128032945_TeamInvitations', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    ALTER TABLE users ADD scorer_device character varying(64);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    ALTER TABLE users ADD scorer_event_id character varying(64) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    ALTER TABLE users ADD scorer_link_id character varying(32) COLLATE "C";
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    ALTER TABLE users ADD scorer_until timestamp(3) with time zone;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    CREATE TABLE scorer_links (
        id character varying(32) COLLATE "C" NOT NULL,
        event_id character varying(64) COLLATE "C" NOT NULL,
        hash character varying(64) COLLATE "C" NOT NULL,
        court_id integer,
        match_id integer,
        name character varying(80),
        expires_at timestamp(3) with time zone NOT NULL,
        created_at timestamp(3) with time zone NOT NULL,
        creator_id character varying(64) COLLATE "C" NOT NULL,
        CONSTRAINT "PK_scorer_links" PRIMARY KEY (id),
        CONSTRAINT "FK_scorer_links_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    CREATE INDEX "IX_users_scorer_link_id" ON users (scorer_link_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    CREATE INDEX "IX_scorer_links_event_id" ON scorer_links (event_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    CREATE INDEX "IX_scorer_links_expires_at" ON scorer_links (expires_at);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    CREATE UNIQUE INDEX "IX_scorer_links_hash" ON scorer_links (hash);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128042851_ScorerLinks') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261128042851_ScorerLinks', '10.0.15');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128081643_Notifications') THEN
    CREATE TABLE follows (
        user_id character varying(64) COLLATE "C" NOT NULL,
        event_id character varying(64) COLLATE "C" NOT NULL,
        kind character varying(16) COLLATE "C" NOT NULL,
        target_id integer NOT NULL,
        since timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_follows" PRIMARY KEY (user_id, event_id, kind, target_id),
        CONSTRAINT "FK_follows_events_event_id" FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128081643_Notifications') THEN
    CREATE TABLE inboxes (
        user_id character varying(64) COLLATE "C" NOT NULL,
        last integer NOT NULL,
        read_up_to integer NOT NULL,
        settings text NOT NULL,
        CONSTRAINT "PK_inboxes" PRIMARY KEY (user_id)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128081643_Notifications') THEN
    CREATE TABLE notifications (
        user_id character varying(64) COLLATE "C" NOT NULL,
        number integer NOT NULL,
        cause character varying(128) COLLATE "C" NOT NULL,
        kind character varying(32) NOT NULL,
        content text NOT NULL,
        at timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_notifications" PRIMARY KEY (user_id, number)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128081643_Notifications') THEN
    CREATE INDEX "IX_follows_event_id_kind_target_id_user_id" ON follows (event_id, kind, target_id, user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128081643_Notifications') THEN
    CREATE UNIQUE INDEX "IX_notifications_cause_user_id" ON notifications (cause, user_id);
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261128081643_Notifications') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261128081643_Notifications', '10.0.15');
    END IF;
END $EF$;
COMMIT;

