using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LiveFeed.Testing;

/// <summary>Collects what servers log as errors, so that a test can assert that there was nothing.</summary>
public sealed class FailureLog : ILoggerProvider
{
    public static readonly FailureLog Instance = new();

    private readonly ConcurrentQueue<string> failures = new();

    public IReadOnlyCollection<string> Failures => failures;

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(FailureLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var text = $"{category}: {formatter(state, exception)} {exception}";
            log.failures.Enqueue(text);
            if (log == Instance)
                Console.Error.WriteLine(text);
        }
    }
}
