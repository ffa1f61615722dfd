namespace LiveFeed.Domain;

/// <summary>The ids of all log events. An id never changes, and never gets another meaning: filters and alarms rely on them.</summary>
public static class LogEventIds
{
    /// <summary>Periodic work failed; it runs again.</summary>
    public const int PeriodicWorkFailed = 1001;

    /// <summary>A command failed and changed nothing.</summary>
    public const int CommandFailed = 2001;

    /// <summary>The feeds in memory missed a signal.</summary>
    public const int SignalFailed = 2002;

    /// <summary>The answer to a COMMIT was lost.</summary>
    public const int CommitUnknown = 2003;

    /// <summary>The connection to the database was lost.</summary>
    public const int ConnectionLost = 2004;

    /// <summary>The database can't store writes.</summary>
    public const int StorageFailing = 2005;

    /// <summary>The database stores writes again.</summary>
    public const int StorageRecovered = 2006;

    /// <summary>Another process uses the same SQLite file.</summary>
    public const int FileShared = 2007;

    /// <summary>Permissions of a database file were narrowed.</summary>
    public const int FilePermissionsNarrowed = 2008;

    /// <summary>The start waits for another process that has locked the SQLite file.</summary>
    public const int WaitingForLock = 2009;

    /// <summary>SQLite's write-ahead log could not be emptied.</summary>
    public const int MaintenanceFailed = 2010;

    /// <summary>This machine's clock is corrected by the database server's.</summary>
    public const int ClockCorrected = 2011;

    /// <summary>This machine's clock could not be compared with the database server's.</summary>
    public const int ClockNotCompared = 2012;

    /// <summary>The replica of the database does not respond in time.</summary>
    public const int ReplicaAway = 2013;

    /// <summary>The replica is behind the database, or has another history.</summary>
    public const int ReplicaLags = 2014;

    /// <summary>The replica responds, and follows the database.</summary>
    public const int ReplicaHealthy = 2015;

    /// <summary>The replica could not be compared with the database.</summary>
    public const int ReplicaNotCompared = 2016;

    /// <summary>Migrations are applied to the SQLite file.</summary>
    public const int MigrationsApplying = 2101;

    /// <summary>A copy of the SQLite file was kept before a migration.</summary>
    public const int CopyKept = 2102;

    /// <summary>Another process writes to the SQLite file or migrates it.</summary>
    public const int MigrationWaiting = 2103;

    /// <summary>An earlier migration was interrupted.</summary>
    public const int MigrationInterrupted = 2104;

    /// <summary>Another program's migration lock was removed.</summary>
    public const int ForeignMigrationLock = 2105;

    /// <summary>Migrations are applied to a database server.</summary>
    public const int ServerMigrationsApplying = 2106;

    /// <summary>The database has migrations of a newer version, beside which this one may run.</summary>
    public const int NewerSchema = 2107;

    /// <summary>A stream failed and was closed.</summary>
    public const int StreamFailed = 3001;

    /// <summary>All streams are being closed.</summary>
    public const int Draining = 3002;

    /// <summary>The feeds in memory could not be compared with the log.</summary>
    public const int ReconciliationFailed = 3003;

    /// <summary>A pump failed; the process stops.</summary>
    public const int PumpFailed = 3004;

    /// <summary>Who is in the rooms could not be signalled.</summary>
    public const int PresenceFailed = 3005;

    /// <summary>Signals of all instances arrive by Redis.</summary>
    public const int SignalsArrive = 3030;

    /// <summary>Signals by Redis are lost.</summary>
    public const int SignalsLost = 3031;

    /// <summary>A signal of another instance could not be applied.</summary>
    public const int SignalNotApplied = 3032;

    /// <summary>The other instances could not be looked up in the database.</summary>
    public const int InstancesUnknown = 3033;

    /// <summary>Redis can't be connected to.</summary>
    public const int RedisNotConnected = 3034;

    /// <summary>Streams are written one at a time.</summary>
    public const int IoUringUnavailable = 3010;

    /// <summary>A stream begins with a snapshot.</summary>
    public const int StreamOpened = 3020;

    /// <summary>A stream continues after its cursor.</summary>
    public const int StreamResumed = 3021;

    /// <summary>A stream gets a snapshot in place of the entries that it asked for.</summary>
    public const int StreamReset = 3022;

    /// <summary>A client has acknowledged nothing for the stall timeout.</summary>
    public const int StreamStalled = 3023;

    /// <summary>A stream was closed.</summary>
    public const int StreamClosed = 3024;

    /// <summary>A stream was closed because its reader may not read any more.</summary>
    public const int AccessRevoked = 3025;

    /// <summary>The first administrator was created.</summary>
    public const int AdminCreated = 4001;

    /// <summary>An administrator made a link for a new password.</summary>
    public const int PasswordResetCreated = 4002;

    /// <summary>A match was taken over from the holder of its claim.</summary>
    public const int ClaimTakenOver = 4003;

    /// <summary>A request failed with an unexpected error.</summary>
    public const int RequestFailed = 5001;

    /// <summary>A setting is set by its former name.</summary>
    public const int SettingRenamed = 5002;

    /// <summary>A forwarding header came from an address that is not listed as a proxy.</summary>
    public const int ProxyUnlisted = 5003;

    /// <summary>An address had too many connections.</summary>
    public const int ConnectionRejected = 5004;

    /// <summary>Too many responses were not read, and one was cut off.</summary>
    public const int ResponseCutOff = 5005;

    /// <summary>Limits are shared with the other instances.</summary>
    public const int LimitsShared = 5010;

    /// <summary>This instance limits by itself.</summary>
    public const int LimitsLocal = 5011;

    /// <summary>An attempt to do a job failed.</summary>
    public const int JobFailed = 7001;

    /// <summary>The outcome of a job could not be stored.</summary>
    public const int JobNotEnded = 7002;

    /// <summary>A feed's log was cut.</summary>
    public const int FeedCut = 7010;

    /// <summary>Entries with people's names were removed from a feed, because its event publishes less of them.</summary>
    public const int NamesRemoved = 7011;

    /// <summary>The messages and the name of a user whose account was erased were taken out of feeds.</summary>
    public const int UserErased = 7012;

    /// <summary>A webhook gets nothing any more.</summary>
    public const int WebhookStopped = 7020;

    /// <summary>Delivering to a webhook failed in this server; it begins anew.</summary>
    public const int WebhookFailed = 7021;

    /// <summary>The simulated tournament has stopped.</summary>
    public const int DemoStopped = 6001;
}
